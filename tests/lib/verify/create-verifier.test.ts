import { describe, expect, test } from 'vitest';
import { hashWords } from '../../../src/lib/cite/mark.ts';
import type { Clause } from '../../../src/lib/search/clause.ts';
import { createVerifier, type Judged } from '../../../src/lib/verify/create-verifier.ts';
import { readPassage } from '../../../src/lib/verify/read-passage.ts';
import { fold } from '../relate/collection.ts';
import { collectionInput } from '../search/collection.ts';

/** Clauses of a document, as published in simplified script. */
function listClauses(document: number, texts: Readonly<Record<string, string>>): Clause[] {
  return Object.entries(texts).map(([id, published]) => {
    const forms = [fold(published), fold(collectionInput.convert(published, 'zh-Hans-CN', 'hant'))];
    return { document, id, text: published, published, forms: [...new Set(forms)], base: [] };
  });
}
const verify = createVerifier(
  [
    ...listClauses(0, {
      title: '关于合作的声明',
      's1-1': '双方同意，在2023年扩大G20框架内的合作，并支持后续谈判。',
      's1-2': '双方反对单边制裁；𠮷日再议。双方反对单边制裁；',
      's1-3': '他说：“路途遥远……仍要前行。”双方鼓掌。',
      's2-1': '各方欢迎主张，愿为和平发挥作用。',
    }),
    ...listClauses(1, { p1: '双方反对单边制裁；' }),
  ],
  fold,
  { isWhole: true, isBroken: () => false },
);
function judge(passage: string): Judged {
  const [unit, ...others] = readPassage(passage);
  expect(others).toEqual([]);
  if (!unit) throw new Error(`Nothing read from ${passage}.`);
  return verify(unit);
}
/** A judgement in a line: the kind, and each place with its words and how it is alike. */
const say = ({ kind, found }: Judged) =>
  [
    kind,
    ...found.map(({ document, mark: { from, to }, printed, alike }) =>
      [`${document}#${from.id}${from.id === to.id ? '' : `..${to.id}`}`, printed, ...alike].join(' '),
    ),
  ].join(' | ');

describe('a sentence', () => {
  test.each<[why: string, passage: string, expected: string]>([
    ['is verbatim', '并支持后续谈判。', 'verbatim | 0#s1-1 并支持后续谈判。'],
    [
      'is verbatim at every place',
      '双方反对单边制裁；',
      'verbatim | 0#s1-2 双方反对单边制裁； | 0#s1-2 双方反对单边制裁； | 1#p1 双方反对单边制裁；',
    ],
    ['goes on in the next paragraph', '单边制裁；他说：', 'verbatim | 0#s1-2..s1-3 单边制裁；他说：'],
    [
      'does not go on in the next section',
      '双方鼓掌：各方欢迎',
      'nearest | 0#s1-3 双方鼓掌。 | 0#s2-1 各方欢迎',
    ],
    ['is verbatim in quotation marks of others', '「在2023年扩大」', 'verbatim | 0#s1-1 在2023年扩大'],
    ['has an ellipsis of its own', '路途遥远……仍要前行。', 'verbatim | 0#s1-3 路途遥远……仍要前行。'],
    [
      'has quotation marks of its own',
      '他说：“路途遥远……仍要前行。”',
      'verbatim | 0#s1-3 他说：“路途遥远……仍要前行。”',
    ],
    ['has a half-width mark', '双方同意,在2023年扩大', 'alike | 0#s1-1 双方同意，在2023年扩大 marks'],
    ['has no marks', '双方同意在2023年扩大', 'alike | 0#s1-1 双方同意，在2023年扩大 marks'],
    ['has spaces', '双方 同意，在 2023 年扩大', 'alike | 0#s1-1 双方同意，在2023年扩大 marks'],
    ['has full-width digits', '在２０２３年扩大', 'alike | 0#s1-1 在2023年扩大 characters'],
    ['has other capitals', '扩大g20框架', 'alike | 0#s1-1 扩大G20框架 characters'],
    ['is in the other script', '後續談判。', 'alike | 0#s1-1 后续谈判。 characters'],
    ['is so, with other marks', '各方歡迎；主張', 'alike | 0#s2-1 各方欢迎主张 characters marks'],
    [
      'has one other character',
      '各方欢迎主意，愿为和平发挥作用。',
      'changed | 0#s2-1 各方欢迎主张，愿为和平发挥作用。',
    ],
    ['is not there', '葡萄酒庄园出租汽车。', 'none'],
    ['is too short to be near to anything', '谈妥。', 'none'],
  ])('%s', (_, passage, expected) => {
    expect(say(judge(passage))).toBe(expected);
  });

  test('that is changed is shown piece by piece', () => {
    expect(judge('各方欢迎主意，愿为和平发挥作用。').found[0]?.pieces).toEqual([
      { said: '各方欢迎主', printed: '各方欢迎主', kind: 'same' },
      { said: '意', printed: '张', kind: 'changed' },
      { said: '，愿为和平发挥作用。', printed: '，愿为和平发挥作用。', kind: 'same' },
    ]);
  });

  test('has its place in code points', () => {
    expect(judge('日再议。').found[0]?.mark).toMatchObject({ from: { at: 10 }, to: { at: 14 } });
  });

  test('has the hash of the words of its place', () => {
    expect(judge('并支持后续谈判。').found[0]?.mark.hash).toBe(hashWords('并支持后续谈判。'));
    expect(judge('单边制裁；他说：').found[0]?.mark.hash).toBe(hashWords('单边制裁；\n他说：'));
  });
});

describe('parts that an ellipsis joins', () => {
  const words = '在2023年扩大G20框架内的合作，并支持后续谈判。';

  test.each<[why: string, passage: string, expected: string]>([
    ['stand in this order', '在2023年……后续谈判。', `verbatim | 0#s1-1 ${words}`],
    ['are several', '在2023年…合作，…后续谈判。', `verbatim | 0#s1-1 ${words}`],
    ['stand in quotation marks', '“在2023年[...]后续谈判。”', `verbatim | 0#s1-1 ${words}`],
    ['begin and end with an ellipsis', '“……G20框架内的……”', 'verbatim | 0#s1-1 G20框架内的'],
    ['are in the other script', '在2023年……後續談判。', `alike | 0#s1-1 ${words} characters`],
    ['are in the other order', '后续谈判。……双方同意', 'scattered'],
    ['stand in different clauses', '双方同意……愿为和平发挥作用。', 'scattered'],
    ['are not there, one of them', '双方同意……葡萄酒庄园出租汽车。', 'scattered'],
  ])('%s', (_, passage, expected) => {
    expect(say(judge(passage))).toBe(expected);
  });

  test('scattered, are judged each by itself', () => {
    expect(judge('愿为和平发挥作用。……双方同意').parts.map(say)).toEqual([
      'verbatim | 0#s2-1 愿为和平发挥作用。',
      'verbatim | 0#s1-1 双方同意',
    ]);
    expect(judge('双方同意……葡萄酒庄园出租汽车。').parts.map(say)).toEqual([
      'verbatim | 0#s1-1 双方同意',
      'none',
    ]);
  });
});
