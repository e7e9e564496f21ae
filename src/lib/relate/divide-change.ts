import { type Change, findChanges, paragraphBreak } from './changes.ts';

type Range = readonly [from: number, to: number];

/**
 * A change that goes on over the ends of paragraphs, paragraph by paragraph: what corresponds is paired, what one text
 * lacks or adds is a change of its own with the break that goes with it. A break in the place of a mark stays whole.
 */
export function divideChange(change: Change, base: readonly string[], witness: readonly string[]): Change[] {
  const [ours, theirs] = [listParts(base, change.base), listParts(witness, change.witness)];
  if (ours.length === 1 && theirs.length === 1) return [change];
  if (isBreakForMark(change, base, witness)) return [change];
  const pairs = pairParts(change, ours, theirs, base, witness);

  const divided: Change[] = [];
  const add = (inBase: Range, inWitness: Range) => {
    if (inBase[0] < inBase[1] || inWitness[0] < inWitness[1])
      divided.push({ base: inBase, witness: inWitness });
  };
  let [x, y] = [0, 0];
  /** Where the next part begins, the break before it included where one was paired before. */
  let [at, otherAt] = [change.base[0], change.witness[0]];
  for (const [index, [pair, otherPair]] of pairs.entries()) {
    const isFirst = index === 0;
    // What stands alone before the first pair goes with the break after it, later ones with the break before them.
    for (; x < pair; x += 1) {
      const end = isFirst ? (ours[x + 1] as Range)[0] : (ours[x] as Range)[1];
      add([at, end], [otherAt, otherAt]);
      at = end;
    }
    for (; y < otherPair; y += 1) {
      const end = isFirst ? (theirs[y + 1] as Range)[0] : (theirs[y] as Range)[1];
      add([at, at], [otherAt, end]);
      otherAt = end;
    }
    const [part, otherPart] = [ours[pair] as Range, theirs[otherPair] as Range];
    // What corresponds is compared again by itself: it may differ in less.
    for (const { base: inPart, witness: inOther } of findChanges(
      base.slice(...part),
      witness.slice(...otherPart),
    ))
      add(shift(inPart, part[0]), shift(inOther, otherPart[0]));
    [at, otherAt] = [part[1], otherPart[1]];
    [x, y] = [pair + 1, otherPair + 1];
  }
  const isEnd = isEndOf(change.base[1], base);
  const addRest = (parts: readonly Range[], from: number, push: (range: Range) => void) => {
    let start = parts[from - 1]?.[1] ?? 0;
    for (const [index, part] of parts.slice(from).entries()) {
      // The last one goes on after the change: its paragraph is joined to the one before, and is not lacking.
      const isWhole = isEnd || from + index < parts.length - 1;
      if (isWhole) push([start, part[1]]);
      else {
        push([start, part[0]]);
        push(part);
      }
      start = part[1];
    }
  };
  addRest(ours, x, (range) => add(range, [otherAt, otherAt]));
  addRest(theirs, y, (range) => add([change.base[1], change.base[1]], range));
  return divided;
}

const shift = ([from, to]: Range, by: number): Range => [from + by, to + by];

/** The parts of a range between breaks. */
function listParts(tokens: readonly string[], [from, to]: Range): Range[] {
  const parts: Range[] = [];
  let start = from;
  for (let at = from; at < to; at += 1)
    if (tokens[at] === paragraphBreak) {
      parts.push([start, at]);
      start = at + 1;
    }
  return [...parts, [start, to]];
}

const isEndOf = (to: number, tokens: readonly string[]) =>
  to === tokens.length || tokens[to] === paragraphBreak;

/** `一¶` against `一、`: one thing, printed in another way. */
function isBreakForMark(change: Change, base: readonly string[], witness: readonly string[]): boolean {
  const [one, other] = [base.slice(...change.base).join(''), witness.slice(...change.witness).join('')];
  const isMark = (text: string) => /^[\p{P}\s]+$/u.test(text) && !text.includes(paragraphBreak);
  return (one === paragraphBreak && isMark(other)) || (other === paragraphBreak && isMark(one));
}

/** Which parts correspond, in the order of both: the pairs that have most in common, one at least. */
function pairParts(
  change: Change,
  ours: readonly Range[],
  theirs: readonly Range[],
  base: readonly string[],
  witness: readonly string[],
): [number, number][] {
  const isStart = change.base[0] === 0 || base[change.base[0] - 1] === paragraphBreak;
  const isEnd = isEndOf(change.base[1], base);
  const [last, otherLast] = [ours.length - 1, theirs.length - 1];
  // What goes on before or after the change is one paragraph in both.
  const first: [number, number][] = isStart ? [] : [[0, 0]];
  const end: [number, number][] =
    !isEnd && (isStart || (last > 0 && otherLast > 0)) ? [[last, otherLast]] : [];
  const from = first.length;
  const [to, otherTo] = [ours.length - end.length, theirs.length - end.length];
  const [counts, otherCounts] = [
    ours.map((part) => countTokens(base.slice(...part))),
    theirs.map((part) => countTokens(witness.slice(...part))),
  ];
  const common = (x: number, y: number) => countCommon(counts[x] ?? new Map(), otherCounts[y] ?? new Map());
  /** The most that can be in common from here on, and the pairs that have it. */
  const best = new Map<string, { common: number; pairs: [number, number][] }>();
  const solve = (x: number, y: number): { common: number; pairs: [number, number][] } => {
    if (x >= to || y >= otherTo) return { common: 0, pairs: [] };
    const known = best.get(`${x} ${y}`);
    if (known) return known;
    const size = Math.max(...[ours[x], theirs[y]].map((part) => (part?.[1] ?? 0) - (part?.[0] ?? 0)));
    const shared = common(x, y);
    const after = solve(x + 1, y + 1);
    const options = [solve(x + 1, y), solve(x, y + 1)];
    if (2 * shared >= size) options.push({ common: after.common + shared, pairs: [[x, y], ...after.pairs] });
    const found = options.reduce((most, other) => (other.common > most.common ? other : most));
    best.set(`${x} ${y}`, found);
    return found;
  };
  const pairs: [number, number][] = [...first, ...solve(from, from).pairs, ...end];
  return pairs.length > 0 ? pairs : [[0, 0]];
}

/** How often each token stands in a part: enough to say which parts correspond, and quick where there are many. */
function countTokens(tokens: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const token of tokens) counts.set(token, (counts.get(token) ?? 0) + 1);
  return counts;
}

function countCommon(one: ReadonlyMap<string, number>, other: ReadonlyMap<string, number>): number {
  let common = 0;
  for (const [token, count] of one) common += Math.min(count, other.get(token) ?? 0);
  return common;
}
