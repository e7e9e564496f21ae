/** Ranges of two texts that say the same, or nearly so; places are tokens, ends exclusive. */
export interface LocalAlignment {
  readonly from: readonly [number, number];
  readonly to: readonly [number, number];
  /** Tokens that both have there, letters only. */
  readonly matched: number;
}

const score = { match: 2, mark: 0.5, mismatch: -2, gap: -1, markGap: -0.25 };
const mark = /[^\p{L}\p{N}]/u;
const endMark = /[，。；：、！？,;:!?\s]/u;

/**
 * The stretch of one text that fits a stretch of the other best (Smith and Waterman 1981). Marks that one of them
 * lacks cost little: reports add quotation marks to what they quote.
 * @returns undefined where no letter is common
 */
export function alignLocally(from: readonly string[], to: readonly string[]): LocalAlignment | undefined {
  const width = to.length + 1;
  const scores = new Float32Array((from.length + 1) * width);
  const gapOf = (token: string | undefined) => (mark.test(token ?? '') ? score.markGap : score.gap);
  const gapsOfTo = to.map(gapOf);
  let best = 0;
  let bestAt = -1;
  for (let x = 1; x <= from.length; x += 1) {
    const token = from[x - 1];
    const gap = gapOf(token);
    for (let y = 1; y <= to.length; y += 1) {
      const at = x * width + y;
      const isSame = token === to[y - 1];
      const pair = isSame ? (gap === score.markGap ? score.mark : score.match) : score.mismatch;
      const value = Math.max(
        0,
        (scores[at - width - 1] ?? 0) + pair,
        (scores[at - width] ?? 0) + gap,
        (scores[at - 1] ?? 0) + (gapsOfTo[y - 1] ?? 0),
      );
      scores[at] = value;
      if (value > best) {
        best = value;
        bestAt = at;
      }
    }
  }
  if (bestAt < 0) return undefined;

  let [x, y] = [Math.floor(bestAt / width), bestAt % width];
  const end = [x, y] as const;
  let matched = 0;
  let start = end;
  while ((scores[x * width + y] ?? 0) > 0) {
    const value = scores[x * width + y] ?? 0;
    const isSame = from[x - 1] === to[y - 1];
    const isMark = mark.test(from[x - 1] ?? '');
    const pair = isSame ? (isMark ? score.mark : score.match) : score.mismatch;
    if (Math.abs(value - (scores[(x - 1) * width + y - 1] ?? 0) - pair) < 1e-3) {
      if (isSame && !isMark) matched += 1;
      [x, y] = [x - 1, y - 1];
      // A mark that ends what stands before belongs to that.
      if (isSame && !endMark.test(from[x] ?? '')) start = [x, y];
    } else if (Math.abs(value - (scores[(x - 1) * width + y] ?? 0) - gapOf(from[x - 1])) < 1e-3) x -= 1;
    else y -= 1;
  }
  if (matched === 0) return undefined;
  return { from: [start[0], end[0]], to: [start[1], end[1]], matched };
}
