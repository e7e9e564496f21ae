import { findCommonStretches } from './common-stretches.ts';

/** How two clauses compare, character by character. */
export interface Comparison {
  readonly kind: 'identical' | 'near' | 'related';
  /** Share of the characters of both that stand in stretches common to both: 0 to 1, three digits. */
  readonly score: number;
  /** The longest of these stretches, as places in the first. */
  readonly shared: readonly (readonly [from: number, to: number])[];
}

/** From this score on, two clauses say the same with small changes. */
const near = 0.65;
/** Stretches that are named as the reason for a link. */
const shown = { most: 3, length: 2 };

/** Compare two folded texts. */
export function compareClauses(from: string, to: string): Comparison {
  const [one, other] = [Array.from(from), Array.from(to)];
  const stretches = findCommonStretches(one, other);
  const common = stretches.reduce((sum, { length }) => sum + length, 0);
  const score = Math.round((2000 * common) / Math.max(one.length + other.length, 1)) / 1000;
  const shared = stretches.map((stretch) => trimMarks(one, stretch.one, stretch.one + stretch.length));
  return {
    kind: from === to ? 'identical' : score >= near ? 'near' : 'related',
    score,
    shared: shared
      .filter(([start, end]) => end - start >= shown.length)
      .sort((a, b) => b[1] - b[0] - (a[1] - a[0]) || a[0] - b[0])
      .slice(0, shown.most),
  };
}

/** A stretch without the marks and spaces around it. */
function trimMarks(tokens: readonly string[], from: number, to: number): [number, number] {
  const isMark = (at: number) => /[\p{P}\s]/u.test(tokens[at] ?? '');
  let [start, end] = [from, to];
  while (start < end && isMark(start)) start += 1;
  while (end > start && isMark(end - 1)) end -= 1;
  return [start, end];
}
