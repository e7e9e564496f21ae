import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findChanges, toNotation } from '../../../src/lib/relate/changes.ts';

const compare = (base: string, witness: string) => {
  const [a, b] = [Array.from(base), Array.from(witness)];
  return toNotation(a, b, findChanges(a, b));
};

/** Why, the base with its changes, as it should read, and the witness. */
const cases: readonly (readonly [why: string, notation: string, base: string, witness: string])[] = [
  ['the same', '双方同意。', '双方同意。', '双方同意。'],
  ['another word', '甲[乙|丁]丙', '甲乙丙', '甲丁丙'],
  ['all is other', '[甲乙|丙丁]', '甲乙', '丙丁'],
  ['nothing in the base', '[|甲乙]', '', '甲乙'],
  ['an omission at the end', '甲乙[丙丁|]', '甲乙丙丁', '甲乙'],
  ['an insertion at the beginning', '[|丙丁]甲乙', '甲乙', '丙丁甲乙'],

  // 双方支持。双方反对。 could be read as 双方[支持。双方|]反对。 as well.
  [
    'a sentence is inserted whole',
    '双方同意。[|双方支持。]双方反对。',
    '双方同意。双方反对。',
    '双方同意。双方支持。双方反对。',
  ],
  [
    'a sentence is left out whole',
    '双方同意。[双方支持。|]双方反对。',
    '双方同意。双方支持。双方反对。',
    '双方同意。双方反对。',
  ],
  ['a phrase with its mark', '加强农业、[科技、|]旅游合作', '加强农业、科技、旅游合作', '加强农业、旅游合作'],
  ['a sentence’s end before a phrase’s', '甲，乙；[丙，乙；|]丁', '甲，乙；丙，乙；丁', '甲，乙；丁'],
  ['a word said twice is too much the second time', '将共同[共同|]维护', '将共同共同维护', '将共同维护'],
  ['but what may begin a paragraph does', '甲。¶[共同|]共同维护', '甲。¶共同共同维护', '甲。¶共同维护'],

  [
    'a chance agreement is none',
    '开展[经济的合作|文化的交流]项目',
    '开展经济的合作项目',
    '开展文化的交流项目',
  ],
  ['an agreement as long as a change stays', '甲[乙|子]丙[丁|丑]戊', '甲乙丙丁戊', '甲子丙丑戊'],
  [
    'several joined',
    '原始[甲乙丙丁戊己庚辛|一二丙三四己五六]终',
    '原始甲乙丙丁戊己庚辛终',
    '原始一二丙三四己五六终',
  ],
  ['the smaller of two changes counts', '甲[乙丙丁|]戊[己|庚]辛', '甲乙丙丁戊己辛', '甲戊庚辛'],

  [
    'the first character of a reworded paragraph goes with what follows',
    '甲。¶[中国人民|中俄双边]友好',
    '甲。¶中国人民友好',
    '甲。¶中俄双边友好',
  ],
  ['in the first paragraph as well', '[中国人民|中俄双边]友好', '中国人民友好', '中俄双边友好'],
  ['but stays before a small change', '中[国|方]支持', '中国支持', '中方支持'],
  ['and before what one text lacks', '中[国人民|]支持', '中国人民支持', '中支持'],

  ['the end of a paragraph parts changes', '甲[乙丙|子丑]¶[丁戊|寅卯]己', '甲乙丙¶丁戊己', '甲子丑¶寅卯己'],
  ['paragraphs run together', '甲。[¶|]乙。', '甲。¶乙。', '甲。乙。'],
  ['a paragraph divided', '甲。[|¶]乙。', '甲。乙。', '甲。¶乙。'],
  [
    'a paragraph is left out with the break after it',
    '双方同意。¶[双方支持。¶|]双方反对。',
    '双方同意。¶双方支持。¶双方反对。',
    '双方同意。¶双方反对。',
  ],
  ['the last paragraph with the break before it', '甲。[¶乙。|]', '甲。¶乙。', '甲。'],
  ['the first paragraph', '[甲。¶|]乙。', '甲。¶乙。', '乙。'],
];

test.each(cases)('%s: %s', (_, notation, base, witness) => {
  expect(compare(base, witness)).toBe(notation);
});

describe('any two texts', () => {
  /** Few characters, marks and breaks among them: changes are joined and moved all the time. */
  const text = fc.array(fc.constantFrom(...'甲乙丙，。¶'), { maxLength: 40 });

  test('the changes applied to the base give the witness', () => {
    fc.assert(
      fc.property(text, text, (base, witness) => {
        const made: string[] = [];
        let at = 0;
        for (const change of findChanges(base, witness)) {
          expect(change.base[0]).toBeGreaterThanOrEqual(at);
          made.push(...base.slice(at, change.base[0]));
          // What stands in both stands in the same place of what has been made so far.
          expect(made.length).toBe(change.witness[0]);
          made.push(...witness.slice(...change.witness));
          at = change.base[1];
        }
        expect([...made, ...base.slice(at)].join('')).toBe(witness.join(''));
      }),
      { numRuns: 1000 },
    );
  });

  test('a change is something, and neither ends nor begins with what both have, but for a paragraph’s beginning', () => {
    fc.assert(
      fc.property(text, text, (base, witness) => {
        for (const { base: inBase, witness: inWitness } of findChanges(base, witness)) {
          const [was, is] = [base.slice(...inBase), witness.slice(...inWitness)];
          expect(was.length + is.length).toBeGreaterThan(0);
          if (was.length === 0 || is.length === 0) continue;
          // The first character of a paragraph may be the same, where three and more others follow in both.
          const isTakenIn = was[0] === is[0];
          if (isTakenIn) {
            expect(base[inBase[0] - 1] ?? '¶').toBe('¶');
            expect(Math.min(was.length, is.length)).toBeGreaterThan(3);
            expect(was[1]).not.toBe(is[1]);
          }
          expect(was.at(-1)).not.toBe(is.at(-1));
        }
      }),
      { numRuns: 1000 },
    );
  });
});
