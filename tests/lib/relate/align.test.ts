import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { alignTokens, longestRising, pairUnique, type Run } from '../../../src/lib/relate/align.ts';

/** Runs that stand in both texts, in the order of both, none of which goes on where the last one ended. */
function expectAlignment(base: readonly string[], witness: readonly string[], runs: readonly Run[]): void {
  let [baseEnd, witnessEnd] = [0, 0];
  for (const [index, run] of runs.entries()) {
    expect(run.length).toBeGreaterThan(0);
    expect(run.base).toBeGreaterThanOrEqual(baseEnd);
    expect(run.witness).toBeGreaterThanOrEqual(witnessEnd);
    if (index > 0) expect([run.base, run.witness]).not.toEqual([baseEnd, witnessEnd]);
    expect(witness.slice(run.witness, run.witness + run.length)).toEqual(
      base.slice(run.base, run.base + run.length),
    );
    [baseEnd, witnessEnd] = [run.base + run.length, run.witness + run.length];
  }
  expect(baseEnd).toBeLessThanOrEqual(base.length);
  expect(witnessEnd).toBeLessThanOrEqual(witness.length);
}

const lengthOf = (runs: readonly Run[]) => runs.reduce((sum, { length }) => sum + length, 0);

/** The length of the longest common subsequence, by the table that every textbook has. */
function longestCommon(one: readonly string[], other: readonly string[]): number {
  let row = new Array<number>(other.length + 1).fill(0);
  for (const token of one) {
    const next = [0];
    for (const [y, against] of other.entries())
      next.push(token === against ? (row[y] ?? 0) + 1 : Math.max(row[y + 1] ?? 0, next[y] ?? 0));
    row = next;
  }
  return row.at(-1) ?? 0;
}

/** Few different characters: texts agree by chance in many ways, and the best is hard to find. */
const shortText = fc.array(fc.constantFrom(...'甲乙丙。'), { maxLength: 40 });

describe('short texts', () => {
  test('are aligned with as few changes as there can be', () => {
    fc.assert(
      fc.property(shortText, shortText, (base, witness) => {
        const runs = alignTokens(base, witness);
        expectAlignment(base, witness, runs);
        expect(lengthOf(runs)).toBe(longestCommon(base, witness));
        expect(alignTokens(base, witness)).toEqual(runs);
      }),
      { numRuns: 500 },
    );
  });

  test('tokens may be more than characters, and are compared whole', () => {
    expect(alignTokens(['和平', '与', '发展'], ['和', '平', '与', '发展'])).toEqual([
      { base: 1, witness: 2, length: 2 },
    ]);
  });

  test('an empty text has nothing in common with any', () => {
    expect(alignTokens([], [])).toEqual([]);
    expect(alignTokens([], ['甲'])).toEqual([]);
    expect(alignTokens(['甲'], [])).toEqual([]);
  });
});

/** Larger than what is aligned exactly: 1,200 × 1,200 tokens and more, in characters as common as those of a text. */
const longText = fc.array(
  fc.integer({ min: 0, max: 299 }).map((number) => String.fromCodePoint(0x4e00 + number)),
  { minLength: 1200, maxLength: 1800, size: 'max' },
);
const edits = fc.array(
  fc.record({ at: fc.nat(), remove: fc.integer({ min: 0, max: 6 }), insert: fc.string({ maxLength: 6 }) }),
  { minLength: 1, maxLength: 12 },
);

function edit(text: readonly string[], list: readonly { at: number; remove: number; insert: string }[]) {
  const edited = [...text];
  for (const { at, remove, insert } of list) edited.splice(at % edited.length, remove, ...insert);
  // The ends differ, so that all between them is to be divided.
  return ['始', ...edited, '终'];
}

describe('texts too long to be aligned exactly', () => {
  test('are aligned nearly wholly where they are nearly the same', () => {
    fc.assert(
      fc.property(longText, edits, (base, list) => {
        const witness = edit(base, list);
        const runs = alignTokens(base, witness);
        expectAlignment(base, witness, runs);
        const removed = list.reduce((sum, { remove }) => sum + remove, 0);
        // All that was left alone, but for a token or two beside an edit.
        expect(lengthOf(runs)).toBeGreaterThanOrEqual(base.length - removed - 2 * list.length);
        expect(alignTokens(base, witness)).toEqual(runs);
      }),
      { numRuns: 30 },
    );
  });

  test('are aligned where they are different texts', () => {
    fc.assert(
      fc.property(longText, longText, (base, witness) => {
        const runs = alignTokens(base, witness);
        expectAlignment(base, witness, runs);
        expect(alignTokens(base, witness)).toEqual(runs);
      }),
      { numRuns: 20 },
    );
  });

  test('keep the larger half in its place where two halves have changed places', () => {
    const characters = (from: number, count: number) =>
      Array.from({ length: count }, (_, index) => String.fromCodePoint(from + index));
    const [large, small] = [characters(0x4e00, 900), characters(0x6e00, 400)];
    const runs = alignTokens([...large, ...small], [...small, ...large]);
    expect(runs).toEqual([{ base: 0, witness: 400, length: 900 }]);
  });

  test('are aligned as well where nothing in them stands once, if few things differ', () => {
    const base = Array.from('头'.concat('甲乙'.repeat(600), '尾'));
    const witness = Array.from('头'.concat('乙甲'.repeat(600), '尾'));
    expect(alignTokens(base, witness)).toEqual([
      { base: 0, witness: 0, length: 1 },
      { base: 2, witness: 1, length: 1199 },
      { base: 1201, witness: 1201, length: 1 },
    ]);
  });

  test('count as different where nothing in them stands once and thousands of things differ', () => {
    const base = Array.from('头'.concat('甲乙'.repeat(3000), '尾'));
    const witness = Array.from('头'.concat('丙丁戊'.repeat(3000), '尾'));
    expect(alignTokens(base, witness)).toEqual([
      { base: 0, witness: 0, length: 1 },
      { base: 6001, witness: 9001, length: 1 },
    ]);
  });
});

describe('anchors', () => {
  test('are what stands once in either row', () => {
    expect(pairUnique(['甲', '乙', '甲', '丙'], ['丙', '乙', '丁', '甲'])).toEqual([
      { base: 1, witness: 1 },
      { base: 3, witness: 0 },
    ]);
    expect(pairUnique(['甲'], ['甲', '甲'])).toEqual([]);
  });

  test('are the most that rise in both texts', () => {
    const rising = (places: readonly number[]) =>
      longestRising(places.map((witness) => ({ witness }))).map(({ witness }) => witness);
    expect(rising([3, 1, 2, 5, 4])).toEqual([1, 2, 4]);
    expect(rising([5, 4, 3])).toEqual([3]);
    expect(rising([2, 8, 4, 5, 1, 6])).toEqual([2, 4, 5, 6]);
  });

  test('that overlap in one text only are not both taken', () => {
    // In the base two stretches apart, of which the witness has one that goes on into the other.
    const row = (from: number, length: number) =>
      Array.from({ length }, (_, index) => String.fromCodePoint(0x4e00 + from + index));
    const common = row(0, 25);
    const base = [
      ...row(100, 600),
      ...common.slice(0, 24),
      ...row(800, 600),
      ...common.slice(1),
      ...row(1500, 100),
    ];
    const witness = [...row(2000, 600), ...common, ...row(3000, 600)];
    const runs = alignTokens(base, witness);
    expectAlignment(base, witness, runs);
    expect(lengthOf(runs)).toBe(25);
  });
});
