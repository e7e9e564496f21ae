import type { SearchDocument } from './clause.ts';
import type { Match } from './find-hits.ts';

/** A clause that was found, with the clauses of witnesses that say the same and were found too. */
export interface Result {
  readonly match: Match;
  readonly witnesses: readonly Match[];
}

export interface Results {
  readonly list: readonly Result[];
  /** How many clauses stand under others: they are not counted among the results. */
  readonly witnesses: number;
}

export const orders = ['document', 'relevance'] as const;
export type Order = (typeof orders)[number];

/** Clauses as found, in the collection's order: each witness's that says the same as its base's under that. */
export function toResults(matches: readonly Match[], documents: readonly SearchDocument[]): Results {
  const key = (slug: string | undefined, id: string) => `${slug}#${id}`;
  const list = new Map<string, { match: Match; witnesses: Match[] }>();
  for (const match of matches)
    list.set(key(documents[match.clause.document]?.slug, match.clause.id), { match, witnesses: [] });
  let witnesses = 0;
  for (const [address, { match }] of list) {
    const { document, base } = match.clause;
    const { witnessOf } = documents[document] ?? {};
    // The witness may hold in one clause what the base has in several: it stands under the first that was found.
    const under = base.map((id) => list.get(key(witnessOf, id))).find((result) => result);
    if (!under) continue;
    under.witnesses.push(match);
    list.delete(address);
    witnesses += 1;
  }
  return { list: [...list.values()], witnesses };
}

/**
 * Results in the order asked for. By relevance: those whose published text has the words just as typed, which means
 * the script they were typed in; then by the number of hits, the shorter clause, the collection's order.
 */
export function orderResults(results: readonly Result[], order: Order, words: readonly string[]): Result[] {
  if (order === 'document') return [...results];
  const isAsTyped = ({ match }: Result) => words.every((word) => match.clause.published.includes(word));
  const ranked = results.map((result) => ({ result, asTyped: isAsTyped(result) ? 0 : 1 }));
  return ranked
    .sort(
      (a, b) =>
        a.asTyped - b.asTyped ||
        b.result.match.hits.length - a.result.match.hits.length ||
        a.result.match.clause.text.length - b.result.match.clause.text.length,
    )
    .map(({ result }) => result);
}
