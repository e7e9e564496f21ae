import { hashWords } from '../cite/mark.ts';
import type { Judged } from './create-verifier.ts';
import type { Cited } from './find-citations.ts';

/** A clause of the document that a citation names, as published, in the document’s order. */
export interface CitedClause {
  readonly id: string;
  readonly published: string;
}

/** Whether what a citation names is there, and whether a passage stands where it says. */
export interface CheckedCitation {
  readonly cited: Cited;
  /** `gone`: no such place; `changed`: the words that were cited are not there any more; `there`. */
  readonly place: 'there' | 'gone' | 'changed';
  /** Of each sentence: verbatim there, alike there, or not there. Empty where nothing is quoted. */
  readonly sentences: readonly ('verbatim' | 'alike' | 'elsewhere')[];
}

/**
 * Check a citation that a passage carries against what the passage’s sentences turned out to be.
 * @param clauses of the document it names
 * @param slugOf the document of a place
 */
export function checkCited(
  cited: Cited,
  clauses: readonly CitedClause[],
  judged: readonly Judged[],
  slugOf: (document: number) => string,
): CheckedCitation {
  const { mark } = cited;
  const ids = clauses.map(({ id }) => id);
  const [first, last] = mark ? [ids.indexOf(mark.from.id), ids.indexOf(mark.to.id)] : [0, ids.length - 1];
  if (first < 0 || last < first) return { cited, place: 'gone', sentences: judged.map(() => 'elsewhere') };
  const within = new Set(ids.slice(first, last + 1));
  const isThere = (unit: Judged) =>
    unit.found.some(
      ({ document, mark: place }) =>
        slugOf(document) === cited.slug && within.has(place.from.id) && within.has(place.to.id),
    );
  const judge = (unit: Judged): CheckedCitation['sentences'][number] => {
    if (unit.kind === 'scattered') {
      const parts = unit.parts.map(judge);
      return parts.every((part) => part !== 'elsewhere') ? 'alike' : 'elsewhere';
    }
    return (unit.kind === 'verbatim' || unit.kind === 'alike') && isThere(unit) ? unit.kind : 'elsewhere';
  };
  return {
    cited,
    place:
      mark?.hash && hashWords(wordsAt(clauses.slice(first, last + 1), mark)) !== mark.hash
        ? 'changed'
        : 'there',
    sentences: judged.map(judge),
  };
}

/** The words of a mark, as `hashWords` wants them. */
function wordsAt(clauses: readonly CitedClause[], { from, to }: NonNullable<Cited['mark']>): string {
  return clauses
    .map(({ published }, index) =>
      Array.from(published)
        .slice(index === 0 ? from.at : 0, index === clauses.length - 1 ? to.at : undefined)
        .join(''),
    )
    .join('\n');
}
