import { keepSome } from '../once.ts';
import { type Codes, toCodes } from '../text/codes.ts';
import type { Clause } from './word-weights.ts';

/** Letters of a stretch, whatever marks stand between them: two texts have so many in common by chance only in formulas. */
const length = 8;
/** One stretch in so many stands for a text, the same ones in every text. */
const sampled = 8;
/** A stretch that more documents have says nothing of two of them. */
const mostDocuments = 16;
/** Stretches that two documents share at least, to be compared unnamed. */
const leastShared = 2;
/** Of the stretches of the shorter of two clauses that the other has too, if it repeats it. */
const repeated = 0.75;

/**
 * Numbers for some of the stretches of folded texts, in rising order, each once: those whose hash falls into a class,
 * so that what two texts share is sampled alike in both (Manber 1994, "Finding similar files in a large file system").
 */
export function listRareCandidates(texts: readonly string[]): number[] {
  const found = new Set<number>();
  for (const text of texts) for (const hash of listStretches(text)) if (hash % sampled === 0) found.add(hash);
  return [...found].sort((a, b) => a - b);
}

/** Numbers for all stretches of a folded text. */
function listStretches(text: string): number[] {
  const letters = toCodes(text.replace(/[^\p{L}\p{N}]+/gu, ''));
  const hashes: number[] = [];
  for (let at = 0; at + length <= letters.length; at += 1) hashes.push(hashStretch(letters, at));
  return hashes;
}

/**
 * The clauses of two documents that repeat each other: at least three quarters of the stretches of the shorter one stand in the
 * other. In the order of both, each pair once.
 */
export function findRepeats(from: readonly Clause[], to: readonly Clause[]): { from: string; to: string }[] {
  // Which clauses have a stretch: the last place of it, and from each place the one before. Places are those of `owners`.
  const lasts = new Map<number, number>();
  const owners: number[] = [];
  const befores: number[] = [];
  const sizes = to.map((clause, index) => {
    const stretches = stretchesOf(clause);
    for (const stretch of stretches) {
      befores.push(lasts.get(stretch) ?? none);
      lasts.set(stretch, owners.push(index) - 1);
    }
    return stretches.length;
  });
  const counts = new Int32Array(to.length);
  return from.flatMap((clause) => {
    const stretches = stretchesOf(clause);
    const shared: number[] = [];
    for (const stretch of stretches)
      for (let place = lasts.get(stretch) ?? none; place !== none; place = befores[place] as number) {
        const other = owners[place] as number;
        if (counts[other] === 0) shared.push(other);
        counts[other] = (counts[other] as number) + 1;
      }
    const repeats = shared.filter(
      (other) => (counts[other] as number) >= repeated * Math.min(stretches.length, sizes[other] as number),
    );
    for (const other of shared) counts[other] = 0;
    return repeats.sort((a, b) => a - b).map((other) => ({ from: clause.id, to: to[other]?.id ?? '' }));
  });
}
const none = -1;

/** Clauses of some documents: the stretches of all would take more memory than their texts. */
const mostKnown = 2000;
/** All stretches of a clause, each once. The clauses of a document are asked for again with each that it is compared with. */
const stretchesOf = keepSome(mostKnown, ({ text }: Clause): readonly number[] => [
  ...new Set(listStretches(text)),
]);

/** FNV-1a over code points, 32 bits. */
function hashStretch(letters: Codes, at: number): number {
  let hash = 0x811c9dc5;
  for (let index = at; index < at + length; index += 1)
    hash = Math.imul(hash ^ (letters[index] as number), 0x01000193);
  return (hash ^ (hash >>> 15)) >>> 0;
}

/** A document with the numbers of its stretches. */
interface Sampled {
  readonly slug: string;
  readonly stretches: readonly number[];
}

/**
 * Pairs of documents that share most that is rare in the collection: for each document at most `most` others, in the
 * order of the collection. No two documents are compared for it: each rare stretch names the few that have it.
 * @param isLeft pairs that are not to be named
 */
export function findNearest(
  documents: readonly Sampled[],
  most: number,
  isLeft: (from: string, to: string) => boolean,
): { from: string; to: string }[] {
  if (most === 0) return [];
  const pairs = new Set<string>();
  for (const [index, shared] of countShared(documents).entries()) {
    const closest = [...shared]
      .map(([other, count]) => ({ pair: [Math.min(index, other), Math.max(index, other)] as const, count }))
      .filter(({ pair: [from, to], count }) => count >= leastShared && !isLeft(slugAt(from), slugAt(to)))
      .sort((a, b) => b.count - a.count || a.pair[0] - b.pair[0] || a.pair[1] - b.pair[1])
      .slice(0, most);
    for (const { pair } of closest) pairs.add(pair.join(' '));
  }
  return [...pairs]
    .map((pair) => pair.split(' ').map(Number) as [number, number])
    .sort((a, b) => a[0] - b[0] || a[1] - b[1])
    .map(([from, to]) => ({ from: slugAt(from), to: slugAt(to) }));

  function slugAt(index: number): string {
    return documents[index]?.slug ?? '';
  }
}

/** For each document: how many rare stretches it shares with which others. */
function countShared(documents: readonly Sampled[]): Map<number, number>[] {
  // Each stretch and the document that has it as one number, whole in 53 bits: in order, those of a stretch are neighbours.
  const all = new Float64Array(documents.reduce((sum, { stretches }) => sum + stretches.length, 0));
  let filled = 0;
  for (const [index, { stretches }] of documents.entries())
    for (const stretch of stretches) {
      all[filled] = stretch * documents.length + index;
      filled += 1;
    }
  all.sort();
  const shared = documents.map(() => new Map<number, number>());
  for (let from = 0; from < all.length; ) {
    const next = (Math.floor((all[from] as number) / documents.length) + 1) * documents.length;
    let to = from + 1;
    while ((all[to] ?? next) < next) to += 1;
    const owners =
      to - from > mostDocuments ? [] : Array.from(all.subarray(from, to), (one) => one % documents.length);
    for (const index of owners) {
      const counts = shared[index];
      for (const other of owners) if (other !== index) counts?.set(other, (counts.get(other) ?? 0) + 1);
    }
    from = to;
  }
  return shared;
}
