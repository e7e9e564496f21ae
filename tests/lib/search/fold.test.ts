import fc from 'fast-check';
import { Converter } from 'opencc-js';
import { describe, expect, test } from 'vitest';
import { readDocuments } from '../../../src/content/content-files.ts';
import { createFold } from '../../../src/lib/search/fold.ts';
import { toFoldTable } from '../../../src/lib/search/to-fold-table.ts';

const fold = createFold(toFoldTable());
const texts = readDocuments('content').flatMap(({ blocks }) => blocks.map(({ text }) => text));

test.each([
  ['關係', '关系'],
  ['關係', '關系'],
  ['衞生', '卫生'],
  ['衛生', '卫生'],
  ['敍述', '叙述'],
  ['敘述', '叙述'],
  ['着', '著'],
  ['裏', '里'],
  ['裡', '里'],
  ['綫', '线'],
  ['爲', '为'],
  ['為', '为'],
  ['説', '说'],
  ['說', '说'],
  ['羣', '群'],
  ['峯', '峰'],
  ['啓', '启'],
  ['啟', '启'],
  ['汙染', '污染'],
  ['臺灣', '台湾'],
  ['ＡＵＫＵＳ', 'aukus'],
  ['２０２３', '2023'],
  ['「雙方」', '“双方”'],
  ['『雙方』', '‘双方’'],
  ['﹁雙方﹂', '“双方”'],
  ['——', '--'],
  ['─', '－'],
  ['弗・弗', '弗·弗'],
  ['弗‧弗', '弗·弗'],
  ['（，！）', '(,!)'],
  ['　', ' '],
  ['\u00A0', ' '],
  ['⽂⼀', '文一'],
  ['\uF9DC', '隆'],
  ['⻓江', '长江'],
  ['︐', '，'],
  ['\u2003', ' '],
  ['韮', '韭'],
  ['鍾', '锺'],
  ['二○二四', '二〇二四'],
  ['﹣', '-'],
])('%s and %s are written one for the other', (one, other) => {
  expect(fold(one)).toBe(fold(other));
});

test.each([
  ['画', '划'],
  ['“', '”'],
  ['“', '"'],
  ['“', '‘'],
  ['，', '、'],
  ['。', '.'],
  ['①', '1'],
  ['㎡', 'm'],
  ['普', '浦'],
  ['干', '千'],
  ['后', '候'],
  ['复', '覆'],
  ['象', '像'],
  ['的', '得'],
  ['己', '已'],
  ['…', '.'],
])('%s and %s stay apart', (one, other) => {
  expect(fold(one)).not.toBe(fold(other));
});

test('forms of one character become it, forms of several stay, so that places hold', () => {
  // Dots that stand one over the other are two or three by Unicode, a ligature is two letters.
  for (const form of ['︰', '﹣', '︙', 'ﬀ']) expect(Array.from(fold(`甲${form}乙`)), form).toHaveLength(3);
  expect(fold('甲 \t\u3000乙')).toBe('甲   乙');
  for (const [from, to] of [
    [0x2e80, 0x2fdf],
    [0xf900, 0xffef],
    [0x2f800, 0x2fa1f],
  ] as const)
    for (let codePoint = from; codePoint <= to; codePoint += 1)
      expect(Array.from(fold(String.fromCodePoint(codePoint))), codePoint.toString(16)).toHaveLength(1);
});

test('a simplified character stands for its class, whatever plane it is of', () => {
  expect(fold('鏇麴託')).toBe('镟麹讬');
  expect(createFold('岁歲𡻕')('一𡻕二')).toBe('一岁二');
});

test('a table of some texts has the class of what stands there in another form', () => {
  expect(toFoldTable(['Ａ'])).toBe('aA');
  expect(toFoldTable(['⻓'])).toBe(toFoldTable(['长']));
});

describe('whatever the text', () => {
  const text = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom(...texts));

  test('it keeps the number of characters', () => {
    fc.assert(fc.property(text, (given) => Array.from(fold(given)).length === Array.from(given).length));
  });

  test('a folded text is folded', () => {
    fc.assert(fc.property(text, (given) => fold(fold(given)) === fold(given)));
  });

  test('a part is folded as it is in the whole', () => {
    fc.assert(
      fc.property(text, fc.nat(), fc.nat(), (given, from, length) => {
        const characters = Array.from(given);
        const part = characters.slice(from, from + length);
        expect(
          Array.from(fold(given))
            .slice(from, from + length)
            .join(''),
        ).toBe(fold(part.join('')));
      }),
    );
  });
});

test('every character of the collection is found however OpenCC’s standards write it', () => {
  const standards = (['tw', 'hk', 't'] as const).map((to) => Converter({ from: 'cn', to }));
  const back = (['tw', 'hk', 't'] as const).map((from) => Converter({ from, to: 'cn' }));
  // Words apart: 畫 is 画, 計畫 is 计划, which a text's other form takes care of.
  for (const character of new Set(texts.join('')))
    for (const convert of [...standards, ...back])
      expect(fold(convert(character)), character).toBe(fold(character));
});

test('the table of the collection folds it, and what is typed to find it, as the whole one does', () => {
  const table = toFoldTable(texts);
  const own = createFold(table);
  expect(Buffer.byteLength(table)).toBeLessThan(12_000);
  const inTexts = new Set(fold(texts.join('')));
  for (let codePoint = 0x20; codePoint <= 0x32fff; codePoint += 1) {
    if (codePoint >= 0xd800 && codePoint <= 0xdfff) continue;
    const character = String.fromCodePoint(codePoint);
    if (inTexts.has(fold(character))) expect(own(character), character).toBe(fold(character));
    else expect(inTexts.has(own(character)), character).toBe(false);
  }
});
