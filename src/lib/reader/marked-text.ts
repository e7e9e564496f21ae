import { findCommonStretches } from '../relate/common-stretches.ts';

/**
 * A stretch of a text that is shown beside another: in both, in both but elsewhere, in this one only, or where the
 * other has something else.
 */
export interface Stretch {
  readonly text: string;
  readonly kind: 'same' | 'moved' | 'only' | 'other';
}

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

/** Whether a side has words of its own before each stretch that both have in the same order, and after the last. */
function countGaps(pieces: readonly Piece[], { characters }: Characters): boolean[] {
  const gaps: boolean[] = [];
  let own = 0;
  let at = 0;
  for (const { from, to, kind } of pieces) {
    own += from - at;
    at = to;
    if (kind !== 'same') continue;
    gaps.push(own > 0);
    own = 0;
  }
  return [...gaps, own + characters.length - at > 0];
}

function mark(
  { characters }: Characters,
  pieces: readonly Piece[],
  gapsOfOther: readonly boolean[],
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
    add(from, gapsOfOther[gap] ? 'other' : 'only');
    if (kind) add(to, kind);
    if (kind === 'same') gap += 1;
  }
  return stretches;
}
