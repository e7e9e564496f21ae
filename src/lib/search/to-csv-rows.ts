import { sectionOfId } from '../document/block-id.ts';
import type { SearchDocument } from './clause.ts';
import type { Match } from './find-hits.ts';
import type { Result } from './to-results.ts';

const head = ['slug', 'title', 'date', 'section', 'id', 'same_as', 'address', 'hits', 'published_text'];

/**
 * Results as rows: a row a clause, those of witnesses after the one they say the same as, which they name. `hits` are
 * places in the published text in code points, end-exclusive: `12..14 30..32`. No value looks like a number or a date
 * that it is not: spreadsheets would rewrite it (3.20 as 3.2).
 * @param addressOf the whole address of a clause
 */
export function toCsvRows(
  results: readonly Result[],
  documents: readonly SearchDocument[],
  addressOf: (slug: string, id: string) => string,
): string[][] {
  const row = ({ clause, hits }: Match): string[] => {
    const { slug, title, date, witnessOf } = documents[clause.document] as SearchDocument;
    const section = sectionOfId(clause.id);
    return [
      ...[slug, title, date ?? '', section === null ? '' : String(section), clause.id],
      ...[clause.base.map((id) => `${witnessOf}#${id}`).join(' '), addressOf(slug, clause.id)],
      ...[hits.map(({ from, to }) => `${from}..${to}`).join(' '), clause.published],
    ];
  };
  return [head, ...results.flatMap(({ match, witnesses }) => [match, ...witnesses].map(row))];
}
