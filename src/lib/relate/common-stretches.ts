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
  const texts = toNumbers(one, other);
  const take = (stretch: CommonStretch) => {
    found.push(stretch);
    texts.one.fill(taken.one, stretch.one, stretch.one + stretch.length);
    texts.other.fill(taken.other, stretch.other, stretch.other + stretch.length);
  };
  const divide = (from: number, to: number, otherFrom: number, otherTo: number): void => {
    const longest = findLongest(texts, [from, to], [otherFrom, otherTo]);
    if (longest.length < least.inOrder) return;
    take({ ...longest, isMoved: false });
    divide(from, longest.one, otherFrom, longest.other);
    divide(longest.one + longest.length, to, longest.other + longest.length, otherTo);
  };
  divide(0, one.length, 0, other.length);
  // How both begin and end is no chance, if it is one character.
  for (const [x, y] of [[0, 0] as const, [one.length - 1, other.length - 1] as const])
    if (texts.one[x] !== undefined && texts.one[x] === texts.other[y])
      take({ one: x, other: y, length: 1, isMoved: false });
  for (;;) {
    const longest = findLongest(texts, [0, one.length], [0, other.length]);
    if (longest.length < least.moved) break;
    take({ ...longest, isMoved: true });
  }
  return found.sort((a, b) => a.one - b.one);
}

/** Stands for tokens that are in a stretch already: the same as none. */
const taken = { one: -1, other: -2 };

/** Two texts whose tokens are numbers, which are compared much faster: the same number for the same token. */
interface NumberedTexts {
  readonly one: Int32Array;
  readonly other: Int32Array;
  /** Where each token stands in the other text, in its order. */
  readonly places: ReadonlyMap<number, readonly number[]>;
  /** How many letters stand before each place of the first text. */
  readonly letters: Int32Array;
}

function toNumbers(one: readonly string[], other: readonly string[]): NumberedTexts {
  const [ours, others] = [one.map(toNumber), other.map(toNumber)];
  const letters = new Int32Array(one.length + 1);
  for (const [at, number] of ours.entries())
    letters[at + 1] = (letters[at] ?? 0) + (hasLetter[number] ? 1 : 0);
  const places = new Map<number, number[]>();
  for (const [at, number] of others.entries()) {
    const those = places.get(number);
    if (those) those.push(at);
    else places.set(number, [at]);
  }
  return { one: Int32Array.from(ours), other: Int32Array.from(others), places, letters };
}

/** Each token that ever stood in a text is numbered, and looked at for letters, once: texts share nearly all of theirs. */
function toNumber(token: string): number {
  const known = numbers.get(token);
  if (known !== undefined) return known;
  numbers.set(token, hasLetter.length);
  return hasLetter.push(/[\p{L}\p{N}]/u.test(token)) - 1;
}
const numbers = new Map<string, number>();
const hasLetter: boolean[] = [];

/** The longest stretch that is free in both; the first of several. It has a letter: marks alone are in every text. */
function findLongest(
  { one, other, places, letters }: NumberedTexts,
  [from, to]: readonly [number, number],
  [otherFrom, otherTo]: readonly [number, number],
): { one: number; other: number; length: number } {
  let best = { one: from, other: otherFrom, length: 0 };
  /** How long the stretch is that ends before each place of the other: of the last token, and of this one. */
  let [ended, ending] = [new Int32Array(otherTo - otherFrom + 1), new Int32Array(otherTo - otherFrom + 1)];
  let written: readonly number[] = [];
  for (let x = from; x < to; x += 1) {
    const token = one[x] ?? taken.one;
    const those = places.get(token) ?? [];
    const within = those.slice(firstFrom(those, otherFrom), firstFrom(those, otherTo));
    for (const y of within) {
      if (other[y] !== token) continue;
      const length = (ended[y - otherFrom] ?? 0) + 1;
      ending[y - otherFrom + 1] = length;
      if (length > best.length && (letters[x + 1] ?? 0) > (letters[x - length + 1] ?? 0))
        best = { one: x - length + 1, other: y - length + 1, length };
    }
    for (const y of written) ended[y - otherFrom + 1] = 0;
    [ended, ending] = [ending, ended];
    written = within;
  }
  return best;
}

/** The index of the first of rising places that is not before another. */
function firstFrom(places: readonly number[], least: number): number {
  let [low, high] = [0, places.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((places[middle] ?? 0) < least) low = middle + 1;
    else high = middle;
  }
  return low;
}
