import { findCommonStretches } from '../relate/common-stretches.ts';

/**
 * A stretch of a text that is shown beside another: in both, in both but elsewhere, in this one only, or where the
 * other has something else.
 */
export interface Stretch {
  readonly text: string;
  readonly kind: 'same' | 'moved' | 'only' | 'other';
}

const letter = /[\p{L}\p{N}]/u;
/** What is longer than so many times what the other has in its place is no other wording of it, but is added. */
const mostReworded = 6;

interface Characters {
  readonly characters: readonly string[];
  readonly folded: readonly string[];
}

/** A stretch of one side, with the place in the other where it is or would be. */
interface Piece {
  readonly from: number;
  readonly to: number;
  readonly kind: 'same' | 'moved' | undefined;
}

/** Two texts as they are shown beside each other, compared after folding. */
export function markBoth(one: Characters, other: Characters): { one: Stretch[]; other: Stretch[] } {
  const common = findCommonStretches(one.folded, other.folded);
  const piecesOf = (side: 'one' | 'other'): Piece[] =>
    common
      .map(
        ({ isMoved, length, ...places }): Piece => ({
          from: places[side],
          to: places[side] + length,
          kind: isMoved ? 'moved' : 'same',
        }),
      )
      .sort((a, b) => a.from - b.from);
  const [ones, others] = [piecesOf('one'), piecesOf('other')];
  return { one: mark(one, ones, countGaps(others, other)), other: mark(other, others, countGaps(ones, one)) };
}

/** How many letters of its own a side has before each stretch that both have in the same order, and after the last. */
function countGaps(pieces: readonly Piece[], { characters }: Characters): number[] {
  const gaps: number[] = [];
  const count = (from: number, to: number) =>
    characters.slice(from, to).filter((each) => letter.test(each)).length;
  let own = 0;
  let at = 0;
  for (const { from, to, kind } of pieces) {
    own += count(at, from);
    at = to;
    if (kind !== 'same') continue;
    gaps.push(own);
    own = 0;
  }
  return [...gaps, own + count(at, characters.length)];
}

function mark(
  { characters }: Characters,
  pieces: readonly Piece[],
  gapsOfOther: readonly number[],
): Stretch[] {
  const stretches: Stretch[] = [];
  let at = 0;
  let gap = 0;
  const add = (to: number, kind: Stretch['kind']) => {
    if (to > at) stretches.push({ text: characters.slice(at, to).join(''), kind });
    at = to;
  };
  for (const { from, to, kind } of [
    ...pieces,
    { from: characters.length, to: characters.length, kind: undefined },
  ]) {
    const isReworded = from - at <= mostReworded * (gapsOfOther[gap] ?? 0);
    add(from, isReworded ? 'other' : 'only');
    if (kind) add(to, kind);
    if (kind === 'same') gap += 1;
  }
  return stretches;
}
