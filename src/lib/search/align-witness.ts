import { numeralPattern } from '../text/chinese-numeral.ts';
import type { Fold } from './fold.ts';

/** A clause of a document, as published. */
interface Block {
  readonly id: string;
  readonly text: string;
}

/**
 * Which clauses of a base text each clause of a witness says the same as, character for character once folded: one,
 * or several in a row where the witness runs them together. The number of a section that the witness prints before
 * its first words (`一、`) is no difference in what is said.
 */
export function alignWitness(
  witness: readonly Block[],
  base: readonly Block[],
  fold: Fold,
): Map<string, string[]> {
  const starts: { at: number; index: number }[] = [];
  let whole = '';
  for (const [index, { text }] of base.entries()) {
    starts.push({ at: whole.length, index });
    whole += fold(text);
  }
  starts.push({ at: whole.length, index: base.length });
  const indexAt = new Map(starts.map(({ at, index }) => [at, index]));

  const same = new Map<string, string[]>();
  const taken = base.map(() => false);
  let from = 0;
  for (const { id, text } of witness) {
    const said = [text, text.replace(sectionNumber, '')].map(fold);
    // Where a text stands twice, the one after the last found is meant, and none is meant twice.
    const isFree = (first: number, last: number) => !taken.slice(first, last).includes(true);
    const found = findWhole(whole, said, indexAt, from, isFree) ?? findWhole(whole, said, indexAt, 0, isFree);
    if (!found) continue;
    same.set(
      id,
      base.slice(found.first, found.last).map((block) => block.id),
    );
    taken.fill(true, found.first, found.last);
    from = found.end;
  }
  return same;
}

const sectionNumber = new RegExp(`^${numeralPattern}、`, 'u');

/** The first place where one of some texts is all of one or several clauses: from `first` to `last`, exclusive. */
function findWhole(
  whole: string,
  texts: readonly string[],
  indexAt: ReadonlyMap<number, number>,
  from: number,
  isFree: (first: number, last: number) => boolean,
): { first: number; last: number; end: number } | undefined {
  for (const text of texts)
    for (let at = whole.indexOf(text, from); at >= 0; at = whole.indexOf(text, at + 1)) {
      const end = at + text.length;
      const [first, last] = [indexAt.get(at), indexAt.get(end)];
      if (first !== undefined && last !== undefined && isFree(first, last)) return { first, last, end };
    }
  return undefined;
}
