import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findCommonStretches } from '../../../src/lib/relate/common-stretches.ts';

/** The stretches as words of the first text, those in another order marked with an arrow. */
const common = (one: string, other: string) => {
  const tokens = Array.from(one);
  return findCommonStretches(tokens, Array.from(other)).map(
    ({ one: from, length, isMoved }) => `${isMoved ? '↔' : ''}${tokens.slice(from, from + length).join('')}`,
  );
};

test.each<[why: string, one: string, other: string, stretches: string[]]>([
  ['the same', '双方同意。', '双方同意。', ['双方同意。']],
  ['a word between', '坚决反对霸权', '坚决抵制霸权', ['坚决', '霸权']],
  ['a single character is chance', '中国人民', '俄国总统', []],
  ['marks alone are in every text', '甲。，乙', '丙。，丁', []],
  [
    'the longest first: no character of it is matched elsewhere',
    '深化务实合作',
    '务实深化务实合作',
    ['深化务实合作'],
  ],
  [
    'a phrase that was moved',
    '加强能源合作，双方反对单边制裁',
    '双方反对单边制裁，加强能源合作',
    ['↔加强能源合作', '双方反对单边制裁'],
  ],
  ['a word that was moved is chance', '能源，双方反对单边制裁', '双方反对单边制裁能源', ['双方反对单边制裁']],
])('%s', (_, one, other, stretches) => {
  expect(common(one, other)).toEqual(stretches);
});

describe('any two texts', () => {
  const text = fc.array(fc.constantFrom(...'甲乙丙丁，。'), { maxLength: 40 });

  test('the stretches stand in both, none on another; those in order rise in both', () => {
    fc.assert(
      fc.property(text, text, (one, other) => {
        const found = findCommonStretches(one, other);
        const [taken, takenOther] = [new Set<number>(), new Set<number>()];
        let [end, otherEnd] = [0, 0];
        for (const { one: from, other: otherFrom, length, isMoved } of found) {
          const stretch = one.slice(from, from + length);
          expect(stretch).toEqual(other.slice(otherFrom, otherFrom + length));
          // One character, or a mark, is common only where both begin with it, or both end.
          const isEdge =
            (from === 0 && otherFrom === 0) ||
            (from + length === one.length && otherFrom + length === other.length);
          if (!isEdge) expect(stretch.join('')).toMatch(/[甲乙丙丁]/u);
          for (let at = 0; at < length; at += 1) {
            expect(taken.has(from + at) || takenOther.has(otherFrom + at)).toBe(false);
            taken.add(from + at);
            takenOther.add(otherFrom + at);
          }
          expect(length).toBeGreaterThanOrEqual(isMoved ? 5 : isEdge ? 1 : 2);
          if (isMoved) continue;
          expect(from).toBeGreaterThanOrEqual(end);
          expect(otherFrom).toBeGreaterThanOrEqual(otherEnd);
          [end, otherEnd] = [from + length, otherFrom + length];
        }
      }),
      { numRuns: 500 },
    );
  });

  test('no phrase that both have is left', () => {
    fc.assert(
      fc.property(text, text, (one, other) => {
        const [rest, restOther] = [[...one], [...other]];
        // What is taken parts what is left: a different character in each text, so that none is common.
        for (const stretch of findCommonStretches(one, other)) {
          rest.fill('|', stretch.one, stretch.one + stretch.length);
          restOther.fill('/', stretch.other, stretch.other + stretch.length);
        }
        const left = restOther.join('');
        for (let at = 0; at + 5 <= rest.length; at += 1) {
          const phrase = rest.slice(at, at + 5).join('');
          if (/[甲乙丙丁]/u.test(phrase)) expect(left).not.toContain(phrase);
        }
      }),
      { numRuns: 500 },
    );
  });
});
