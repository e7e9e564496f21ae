/** A stretch that stands in two texts; places are tokens. */
export interface CommonStretch {
  readonly one: number;
  readonly other: number;
  readonly length: number;
  /** Whether it stands in another order than what is common around it. */
  readonly isMoved: boolean;
}

/** Tokens that a stretch has at least: one character in common is chance; out of order, a phrase is needed. */
const least = { inOrder: 2, moved: 5 };

/**
 * What two texts that say something alike have in common: the longest stretch, then the longest before it and after
 * it, and so on (Ratcliff and Obershelp 1988), then what is left and common in another order. For texts that were
 * reworded this says what a reader sees; the alignment with the fewest changes would match scattered characters.
 */
export function findCommonStretches(one: readonly string[], other: readonly string[]): CommonStretch[] {
  const found: CommonStretch[] = [];
  const isFree = { one: one.map(() => true), other: other.map(() => true) };
  const take = (stretch: CommonStretch) => {
    found.push(stretch);
    isFree.one.fill(false, stretch.one, stretch.one + stretch.length);
    isFree.other.fill(false, stretch.other, stretch.other + stretch.length);
  };
  const divide = (from: number, to: number, otherFrom: number, otherTo: number): void => {
    const longest = findLongest(one, other, [from, to], [otherFrom, otherTo], isFree);
    if (longest.length < least.inOrder) return;
    take({ ...longest, isMoved: false });
    divide(from, longest.one, otherFrom, longest.other);
    divide(longest.one + longest.length, to, longest.other + longest.length, otherTo);
  };
  divide(0, one.length, 0, other.length);
  // How both begin and end is no chance, if it is one character.
  const last = (at: number) => [one.length - 1 - at, other.length - 1 - at] as const;
  for (const [x, y] of [[0, 0] as const, last(0)])
    if (one[x] !== undefined && one[x] === other[y] && isFree.one[x] && isFree.other[y])
      take({ one: x, other: y, length: 1, isMoved: false });
  for (;;) {
    const longest = findLongest(one, other, [0, one.length], [0, other.length], isFree);
    if (longest.length < least.moved) break;
    take({ ...longest, isMoved: true });
  }
  return found.sort((a, b) => a.one - b.one);
}

/** The longest stretch that is free in both; the first of several. It has a letter: marks alone are in every text. */
function findLongest(
  one: readonly string[],
  other: readonly string[],
  [from, to]: readonly [number, number],
  [otherFrom, otherTo]: readonly [number, number],
  isFree: { readonly one: readonly boolean[]; readonly other: readonly boolean[] },
): { one: number; other: number; length: number } {
  let best = { one: from, other: otherFrom, length: 0 };
  let above = new Uint16Array(otherTo - otherFrom + 1);
  for (let x = from; x < to; x += 1) {
    const row = new Uint16Array(above.length);
    for (let y = otherFrom; y < otherTo; y += 1) {
      if (one[x] !== other[y] || !isFree.one[x] || !isFree.other[y]) continue;
      const length = (above[y - otherFrom] ?? 0) + 1;
      row[y - otherFrom + 1] = length;
      if (length > best.length && hasLetter(one, x - length + 1, x + 1))
        best = { one: x - length + 1, other: y - length + 1, length };
    }
    above = row;
  }
  return best;
}

function hasLetter(tokens: readonly string[], from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) if (/[\p{L}\p{N}]/u.test(tokens[at] ?? '')) return true;
  return false;
}
