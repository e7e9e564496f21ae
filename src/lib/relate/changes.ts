import { alignTokens, type Run } from './align.ts';

/** Where two texts differ: ranges of tokens, ends exclusive; one of them may be empty. */
export interface Change {
  readonly base: readonly [from: number, to: number];
  readonly witness: readonly [from: number, to: number];
}

/** Stands between paragraphs in a row of tokens. */
export const paragraphBreak = '¶';

/**
 * Where a witness differs from a base, as a reader would say it: what stands between two changes and is shorter than
 * either is no agreement but chance, and a change that may stand in several places stands where a sentence or a
 * phrase begins and ends.
 */
export function findChanges(base: readonly string[], witness: readonly string[]): Change[] {
  const changes = toChanges(alignTokens(base, witness), base.length, witness.length);
  const joined = joinChanges(changes, base)
    .map((change) => trim(change, base, witness))
    .map((change) => takeIn(change, base));
  const placed: Change[] = [];
  for (const [index, change] of joined.entries()) {
    const room = {
      before: change.base[0] - (placed.at(-1)?.base[1] ?? 0),
      after: (joined[index + 1]?.base[0] ?? base.length) - change.base[1],
    };
    placed.push(slide(change, room, base, witness));
  }
  return placed;
}

function toChanges(runs: readonly Run[], baseLength: number, witnessLength: number): Change[] {
  const changes: Change[] = [];
  let [at, witnessAt] = [0, 0];
  for (const run of [...runs, { base: baseLength, witness: witnessLength, length: 0 }]) {
    if (run.base > at || run.witness > witnessAt)
      changes.push({ base: [at, run.base], witness: [witnessAt, run.witness] });
    [at, witnessAt] = [run.base + run.length, run.witness + run.length];
  }
  return changes;
}

/** A stretch of so many characters is no chance, however much around it is other words. */
const mostChance = 5;

/** Join changes that a short stretch parts: never across the end of a paragraph, which is a place of its own. */
function joinChanges(changes: readonly Change[], base: readonly string[]): Change[] {
  const joined: Change[] = [];
  for (let change of changes) {
    for (;;) {
      const last = joined.at(-1);
      if (!last) break;
      const between = base.slice(last.base[1], change.base[0]);
      const least = Math.min(sizeOf(last), sizeOf(change));
      if (between.length >= Math.min(least, mostChance) || between.includes(paragraphBreak)) break;
      change = { base: [last.base[0], change.base[1]], witness: [last.witness[0], change.witness[1]] };
      joined.pop();
    }
    joined.push(change);
  }
  return joined;
}

/** A change without what both texts have at its beginning and end: joining may have put it there. */
function trim(
  { base: [from, to], witness: [start, end] }: Change,
  base: readonly string[],
  witness: readonly string[],
): Change {
  while (from < to && start < end && base[from] === witness[start]) {
    from += 1;
    start += 1;
  }
  while (from < to && start < end && base[to - 1] === witness[end - 1]) {
    to -= 1;
    end -= 1;
  }
  return { base: [from, to], witness: [start, end] };
}

/** Characters at the beginning of a paragraph that are the same by chance where all that follows is other words. */
const chance = 1;

/** A change that begins after the first character of a paragraph begins with it: 中[俄|国] is [中俄|中国]. */
function takeIn(change: Change, base: readonly string[]): Change {
  const [from, to] = change.base;
  const [start, end] = change.witness;
  const isReworded = Math.min(to - from, end - start) > 2 * chance;
  const isFirst = from === chance || base[from - chance - 1] === paragraphBreak;
  if (!isReworded || !isFirst || base[from - 1] === paragraphBreak) return change;
  return { base: [from - chance, to], witness: [start - chance, end] };
}

const sizeOf = ({ base, witness }: Change) => Math.max(base[1] - base[0], witness[1] - witness[0]);

/**
 * Move what stands in one text only to the best of the places where it may stand.
 * @param room tokens that both texts have before it and after it, up to the next change
 */
function slide(
  change: Change,
  room: { readonly before: number; readonly after: number },
  base: readonly string[],
  witness: readonly string[],
): Change {
  const { base: inBase, witness: inWitness } = change;
  const isOmission = inWitness[0] === inWitness[1];
  if (!isOmission && inBase[0] !== inBase[1]) return change;
  const tokens = isOmission ? base : witness;
  const [from, to] = isOmission ? inBase : inWitness;
  const places = [0];
  for (let by = -1; -by <= room.before && tokens[from + by] === tokens[to + by]; by -= 1) places.push(by);
  for (let by = 1; by <= room.after && tokens[from + by - 1] === tokens[to + by - 1]; by += 1)
    places.push(by);
  const rank = (by: number) => {
    const last = tokens[to + by - 1] ?? '';
    const isFirst = (tokens[from + by - 1] ?? paragraphBreak) === paragraphBreak;
    if (last === paragraphBreak) return isFirst ? 4 : 0;
    if (/[。；！？]/u.test(last)) return 3;
    if (/[，、：]/u.test(last)) return 2;
    return isFirst ? 1 : 0;
  };
  const by = places.reduce((best, other) => (rank(other) > rank(best) ? other : best));
  return {
    base: [inBase[0] + by, inBase[1] + by],
    witness: [inWitness[0] + by, inWitness[1] + by],
  };
}

/** `甲[乙|丁]丙`: the base's reading, then the witness's. For tests and for reading a list of changes. */
export function toNotation(
  base: readonly string[],
  witness: readonly string[],
  changes: readonly Change[],
): string {
  let text = '';
  let at = 0;
  for (const { base: inBase, witness: inWitness } of changes) {
    text += base.slice(at, inBase[0]).join('');
    text += `[${base.slice(...inBase).join('')}|${witness.slice(...inWitness).join('')}]`;
    at = inBase[1];
  }
  return text + base.slice(at).join('');
}
