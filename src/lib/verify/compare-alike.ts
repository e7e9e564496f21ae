import type { Fold } from '../search/fold.ts';
import { clauseAt, isLetter, type Row, type Stretch } from './row.ts';

/** What had to be taken for the same: characters in another script or form, or punctuation and spaces. */
export type Alike = 'characters' | 'marks';

/** A part of a sentence, and the stretch of a row whose letters, folded, are its letters. */
export interface AlikePart {
  readonly said: string;
  readonly stretch: Stretch;
}

/**
 * How the parts of a sentence are only alike to where they stand, and the stretches with the marks that belong to them:
 * those around the letters that the sentence has too, and the mark that ends a sentence where it has another.
 */
export function compareAlike(
  row: Row,
  parts: readonly AlikePart[],
  fold: Fold,
): { stretches: Stretch[]; alike: Alike[] } {
  const alike = new Set<Alike>();
  const stretches = parts.map(({ said, stretch }) => {
    const whole = takeInMarks(row, stretch, Array.from(fold(said)), fold);
    const printed = row.characters.slice(whole.from, whole.to);
    const [ours, theirs] = [Array.from(said), printed];
    if (ours.filter(isLetter).join('') !== theirs.filter(isLetter).join('')) alike.add('characters');
    if (marksOf(said) !== marksOf(printed.join(''))) alike.add('marks');
    return whole;
  });
  return { stretches, alike: [...alike].sort() };
}

/** The marks and spaces of a text with where they stand between its letters. */
function marksOf(text: string): string {
  return Array.from(text.trim(), (character) => (isLetter(character) ? '\n' : character)).join('');
}

const endMark = /[，。；：、！？]/u;

function takeInMarks(row: Row, letters: Stretch, said: readonly string[], fold: Fold): Stretch {
  const { characters } = row;
  const before = said.slice(0, said.findIndex(isLetter)).filter((mark) => !/\s/u.test(mark));
  const after = said.slice(said.findLastIndex(isLetter) + 1).filter((mark) => !/\s/u.test(mark));
  // A mark of the neighbouring clause is none of this one’s.
  const [first, last] = [clauseAt(row, letters.from).from, clauseAt(row, letters.to - 1).to];
  const foldAt = (place: number) => fold(characters[place] ?? '');
  let [from, to] = [letters.from, letters.to];
  while (from > first && before.length > 0 && foldAt(from - 1) === before.at(-1)) {
    before.pop();
    from -= 1;
  }
  while (to < last && after.length > 0 && foldAt(to) === after[0]) {
    after.shift();
    to += 1;
  }
  if (after.length > 0 && to < last && endMark.test(characters[to] ?? '')) to += 1;
  return { from, to };
}
