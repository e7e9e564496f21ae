/** A stretch that stands in both texts: `length` tokens from place `base` of one and place `witness` of the other. */
export interface Run {
  readonly base: number;
  readonly witness: number;
  readonly length: number;
}

/** Two ranges of tokens whose alignment is asked for; ends are exclusive. */
interface Span {
  readonly base: number;
  readonly baseEnd: number;
  readonly witness: number;
  readonly witnessEnd: number;
}

/** Spans of at most so many pairs of tokens, and so many tokens, are aligned exactly; in others anchors are looked for. */
const exact = { pairs: 250_000, tokens: 2_000 };
/** Changes after which an exact alignment is given up: its memory grows with their square. */
const mostChanges = 3_000;
/** Lengths of stretches that are taken as anchors where they stand once in either text, the surest first. */
const anchorLengths = [24, 12, 6, 3, 2, 1];

/**
 * Align two texts token by token: the stretches they have in common, in the order of both. Long texts are divided at
 * stretches that stand exactly once in either (patience diff), the rest is aligned with as few changes as there can
 * be (Myers 1986). Where a stretch has nothing that stands once in both and more than three thousand changes, it counts
 * as different.
 */
export function alignTokens(base: readonly string[], witness: readonly string[]): Run[] {
  const numbers = new Map<string, number>();
  const toNumbers = (tokens: readonly string[]) =>
    Uint32Array.from(tokens, (token) => {
      const number = numbers.get(token) ?? numbers.size;
      numbers.set(token, number);
      return number;
    });
  const runs: Run[] = [];
  alignSpan(
    toNumbers(base),
    toNumbers(witness),
    { base: 0, baseEnd: base.length, witness: 0, witnessEnd: witness.length },
    (run) => {
      const last = runs.at(-1);
      if (last && last.base + last.length === run.base && last.witness + last.length === run.witness)
        runs[runs.length - 1] = { ...last, length: last.length + run.length };
      else runs.push(run);
    },
  );
  return runs;
}

function alignSpan(a: Uint32Array, b: Uint32Array, whole: Span, add: (run: Run) => void): void {
  let { base, baseEnd, witness, witnessEnd } = whole;
  let same = 0;
  while (base + same < baseEnd && witness + same < witnessEnd && a[base + same] === b[witness + same])
    same += 1;
  if (same > 0) add({ base, witness, length: same });
  base += same;
  witness += same;
  let end = 0;
  while (
    baseEnd - end > base &&
    witnessEnd - end > witness &&
    a[baseEnd - end - 1] === b[witnessEnd - end - 1]
  )
    end += 1;
  baseEnd -= end;
  witnessEnd -= end;
  const middle = { base, baseEnd, witness, witnessEnd };

  if (base < baseEnd && witness < witnessEnd) {
    const [n, m] = [baseEnd - base, witnessEnd - witness];
    const isSmall = n * m <= exact.pairs && n + m <= exact.tokens;
    if (isSmall || !alignByAnchors(a, b, middle, add)) alignExactly(a, b, middle, add);
  }
  if (end > 0) add({ base: baseEnd, witness: witnessEnd, length: end });
}

/** @returns whether there was an anchor */
function alignByAnchors(a: Uint32Array, b: Uint32Array, span: Span, add: (run: Run) => void): boolean {
  for (const length of anchorLengths) {
    const anchors = longestRising(findAnchors(a, b, span, length));
    if (anchors.length === 0) continue;
    let { base, witness } = span;
    for (const anchor of anchors) {
      // Anchors overlap where a long stretch is common: what the last one covered is done.
      if (anchor.base < base || anchor.witness < witness) continue;
      alignSpan(a, b, { base, baseEnd: anchor.base, witness, witnessEnd: anchor.witness }, add);
      add({ ...anchor, length });
      base = anchor.base + length;
      witness = anchor.witness + length;
    }
    alignSpan(a, b, { ...span, base, witness }, add);
    return true;
  }
  return false;
}

/** Stretches of a length that stand once in either text, in the base's order. */
function findAnchors(a: Uint32Array, b: Uint32Array, span: Span, length: number): Run[] {
  const stretches = (tokens: Uint32Array, from: number, to: number) =>
    Array.from({ length: Math.max(0, to - from - length + 1) }, (_, at) =>
      tokens.subarray(from + at, from + at + length).join(),
    );
  return pairUnique(stretches(a, span.base, span.baseEnd), stretches(b, span.witness, span.witnessEnd)).map(
    ({ base, witness }) => ({ base: span.base + base, witness: span.witness + witness, length }),
  );
}

/** The places of what stands once in either of two rows, in the order of the first. */
export function pairUnique(
  base: readonly string[],
  witness: readonly string[],
): { base: number; witness: number }[] {
  const once = (row: readonly string[]) => {
    const places = new Map<string, number>();
    for (const [place, entry] of row.entries()) places.set(entry, places.has(entry) ? -1 : place);
    return places;
  };
  const witnesses = once(witness);
  return [...once(base)]
    .map(([entry, place]) => ({ base: place, witness: witnesses.get(entry) ?? -1 }))
    .filter((pair) => pair.base >= 0 && pair.witness >= 0);
}

/** The most anchors that stand in the same order in both texts (patience sorting), of some in the base's order. */
export function longestRising<Anchor extends { readonly witness: number }>(
  anchors: readonly Anchor[],
): Anchor[] {
  /** The anchor with the lowest place in the witness that ends a row of some length, and the one before each. */
  const ends: number[] = [];
  const before: number[] = [];
  const placeOf = (index: number) => anchors[index]?.witness ?? -1;
  for (const [index, { witness }] of anchors.entries()) {
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (placeOf(ends[middle] ?? -1) < witness) low = middle + 1;
      else high = middle;
    }
    before[index] = ends[low - 1] ?? -1;
    ends[low] = index;
  }
  const rising: Anchor[] = [];
  for (let index = ends.at(-1) ?? -1; index >= 0; index = before[index] ?? -1)
    rising.push(anchors[index] as Anchor);
  return rising.reverse();
}

/** Myers’s greedy algorithm: the furthest place on each diagonal for each number of changes, then the way back. */
function alignExactly(a: Uint32Array, b: Uint32Array, span: Span, add: (run: Run) => void): void {
  const n = span.baseEnd - span.base;
  const m = span.witnessEnd - span.witness;
  const at = (x: number, y: number) => x < n && y < m && a[span.base + x] === b[span.witness + y];
  const furthest = new Int32Array(2 * (n + m) + 3);
  const zero = n + m + 1;
  const trace: Int32Array[] = [];
  let changes = 0;
  search: for (; ; changes += 1) {
    if (changes > mostChanges) return;
    // Only the diagonals that were reached are kept.
    trace.push(furthest.slice(zero - changes, zero + changes + 1));
    for (let k = -changes; k <= changes; k += 2) {
      const down =
        k === -changes || (k !== changes && (furthest[zero + k - 1] ?? 0) < (furthest[zero + k + 1] ?? 0));
      let x = down ? (furthest[zero + k + 1] ?? 0) : (furthest[zero + k - 1] ?? 0) + 1;
      while (at(x, x - k)) x += 1;
      furthest[zero + k] = x;
      if (x >= n && x - k >= m) break search;
    }
  }

  const runs: Run[] = [];
  let [x, y] = [n, m];
  for (; changes >= 0; changes -= 1) {
    // As it was before this number of changes: diagonals from -changes to changes.
    const row = trace[changes] ?? new Int32Array();
    const reached = (k: number) => row[k + changes] ?? 0;
    const k = x - y;
    const down = k === -changes || (k !== changes && reached(k - 1) < reached(k + 1));
    const from = changes === 0 ? 0 : down ? reached(k + 1) : reached(k - 1);
    const start = changes === 0 ? 0 : down ? from : from + 1;
    if (x > start)
      runs.push({ base: span.base + start, witness: span.witness + start - k, length: x - start });
    if (changes === 0) break;
    x = from;
    y = from - (down ? k + 1 : k - 1);
  }
  for (const run of runs.reverse()) add(run);
}
