import fc from 'fast-check';
import { expect, test } from 'vitest';
import { alignLocally } from '../../../src/lib/relate/align-locally.ts';

/** What fits: the stretch of one text, and that of the other. */
const findFit = (from: string, to: string) => {
  const [said, printed] = [Array.from(from), Array.from(to)];
  const found = alignLocally(said, printed);
  return found && [said.slice(...found.from).join(''), printed.slice(...found.to).join(''), found.matched];
};

test.each<[why: string, from: string, to: string, found: ReturnType<typeof findFit>]>([
  ['a stretch within both', '甲乙丙丁', '子乙丙丑', ['乙丙', '乙丙', 2]],
  [
    'another word within',
    '子反对单边的制裁丑',
    '寅反对单边贸易制裁卯',
    ['反对单边的制裁', '反对单边贸易制裁', 6],
  ],
  // Marks are passed where as many letters are not.
  ['marks that one lacks', '甲」。「乙', '甲乙', ['甲」。「乙', '甲乙', 2]],
  ['letters that one lacks', '甲子丑寅乙', '甲乙', ['甲', '甲', 1]],
  ['a mark that ends what stands before', '子，甲乙', '丑，甲乙', ['甲乙', '甲乙', 2]],
  ['two such marks, of which the other has one', '子，。甲乙', '丑，甲乙', ['甲乙', '甲乙', 2]],
  ['marks alone in common', '甲，', '乙，', undefined],
  ['nothing in common', '甲乙', '丙丁', undefined],
  ['nothing at all', '', '丙丁', undefined],
])('%s', (_, from, to, found) => {
  expect(findFit(from, to)).toEqual(found);
});

test('what fits begins and ends with what both have', () => {
  const text = fc.array(fc.constantFrom(...'甲乙丙丁，。「'), { maxLength: 20 });
  const lettersOf = (list: readonly string[]) => list.filter((token) => /[甲乙丙丁]/u.test(token));
  fc.assert(
    fc.property(text, text, (one, other) => {
      const found = alignLocally(one, other);
      const hasCommon = lettersOf(one).some((letter) => other.includes(letter));
      if (!hasCommon) expect(found).toBeUndefined();
      if (!found) return;
      const [said, printed] = [one.slice(...found.from), other.slice(...found.to)];
      expect(said[0]).toMatch(/[甲乙丙丁「]/u);
      expect(said[0]).toBe(printed[0]);
      expect(said.at(-1)).toBe(printed.at(-1));
      expect(found.matched).toBeGreaterThan(0);
      expect(found.matched).toBeLessThanOrEqual(Math.min(lettersOf(said).length, lettersOf(printed).length));
    }),
    { numRuns: 500 },
  );
});

test('a text fits itself, from its first letter to its end', () => {
  const text = fc
    .array(fc.constantFrom(...'甲乙丙丁，。「'), { maxLength: 20 })
    .map((list) => ['甲', ...list]);
  fc.assert(
    fc.property(text, (one) => {
      const whole = [0, one.length];
      expect(alignLocally(one, one)).toMatchObject({ from: whole, to: whole });
    }),
  );
});
