import { hashWords, type Mark, type Point } from '../cite/mark.ts';
import type { Found, Judged } from './create-verifier.ts';
import type { Cited } from './find-citations.ts';

/** A clause of the document that a citation names, as published, in the document’s order. */
export interface CitedClause {
  readonly id: string;
  readonly published: string;
}

/** How a sentence stands to what a citation names: `differs` where it is near to something there. */
export type AtPlace = 'verbatim' | 'alike' | 'differs' | 'elsewhere';

/** Whether what a citation names is there, and whether a passage stands where it says. */
export interface CheckedCitation {
  readonly cited: Cited;
  /** `gone`: no such place; `changed`: the words that were cited are not there any more; `there`. */
  readonly place: 'there' | 'gone' | 'changed';
  /** Of each sentence. Empty where nothing is quoted. */
  readonly sentences: readonly AtPlace[];
}

const order: readonly AtPlace[] = ['verbatim', 'alike', 'differs', 'elsewhere'];
const worst = (all: readonly AtPlace[]) => order.findLast((one) => all.includes(one)) ?? 'elsewhere';

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
  const indexOf = (id: string) => clauses.findIndex((clause) => clause.id === id);
  const bounds = cited.mark
    ? [cited.mark.from, cited.mark.to]
    : [{ id: clauses[0]?.id ?? '' }, { id: clauses.at(-1)?.id ?? '' }];
  const [first = -1, last = -1] = bounds.map(({ id }) => indexOf(id)).sort((a, b) => a - b);
  if (first < 0) return { cited, place: 'gone', sentences: judged.map(() => 'elsewhere') };

  const lengthOf = (index: number) => Array.from(clauses[index]?.published ?? '').length;
  const start = [first, cited.mark?.from.at ?? 0] as const;
  const end = [last, cited.mark?.to.at ?? lengthOf(last)] as const;
  /** Whether a place stands within the paragraphs that are cited, or, where words are, has some of them. */
  const isThere = ({ document, mark }: Found): boolean => {
    const at = ({ id, at: offset = 0 }: Point) => [indexOf(id), offset] as const;
    const [from, to] = [at(mark.from), at(mark.to)];
    if (slugOf(document) !== cited.slug) return false;
    return cited.mark?.hash
      ? compare(from, end) < 0 && compare(start, to) < 0
      : compare(start, from) <= 0 && compare(to, end) <= 0;
  };
  const judge = ({ kind, found, parts }: Judged): AtPlace => {
    if (parts.length > 0) return worst(parts.map(judge));
    if (!found.some(isThere)) return 'elsewhere';
    return kind === 'verbatim' || kind === 'alike' ? kind : 'differs';
  };
  const words = cited.mark && wordsAt(clauses.slice(first, last + 1), cited.mark);
  return {
    cited,
    place: cited.mark?.hash && hashWords(words ?? '') !== cited.mark.hash ? 'changed' : 'there',
    sentences: judged.map(judge),
  };
}

function compare(one: readonly [number, number], other: readonly [number, number]): number {
  return one[0] - other[0] || one[1] - other[1];
}

/** The words of a mark, as `hashWords` wants them. */
function wordsAt(clauses: readonly CitedClause[], { from, to }: Mark): string {
  return clauses
    .map(({ published }, index) =>
      Array.from(published)
        .slice(index === 0 ? from.at : 0, index === clauses.length - 1 ? to.at : undefined)
        .join(''),
    )
    .join('\n');
}
