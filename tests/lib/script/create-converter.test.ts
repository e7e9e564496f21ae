import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createConverter } from '../../../src/lib/script/create-converter.ts';
import { pageLanguage, scriptOf, textLanguage } from '../../../src/lib/script/scripts.ts';

const convert = createConverter([]);

test('the view in a document’s own script is the published text, exactly', () => {
  const text = '衞敍著着「中俄關係」“一个中国” AUKUS 5G\n';
  expect(convert(text, 'zh-Hant-TW', 'hant')).toBe(text);
  expect(convert(text, 'zh-Hans-CN', 'hans')).toBe(text);
});

test('characters are converted, vocabulary and marks are not', () => {
  expect(convert('乌克兰信息网络“软件”', 'zh-Hans-CN', 'hant')).toBe('烏克蘭信息網絡“軟件”');
  expect(convert('澳洲計畫「網路」與蒲亭', 'zh-Hant-TW', 'hans')).toBe('澳洲计划「网路」与蒲亭');
});

test('conversion keeps the number of characters', () => {
  const text = fc
    .array(
      fc.constantFrom(
        ...Array.from('发展后里面系统制台准冲复干划范松征了云周并占志表游采克党价 AU5，。“”\n𠮷'),
      ),
      {
        maxLength: 40,
      },
    )
    .map((characters) => characters.join(''));
  fc.assert(
    fc.property(text, (published) => {
      expect(Array.from(convert(published, 'zh-Hans-CN', 'hant'))).toHaveLength(Array.from(published).length);
      expect(Array.from(convert(published, 'zh-Hant-TW', 'hans'))).toHaveLength(Array.from(published).length);
    }),
  );
});

test('language tags say script and region', () => {
  expect([pageLanguage('hans'), pageLanguage('hant')]).toEqual(['zh-Hans', 'zh-Hant']);
  expect([scriptOf('zh-Hans-CN'), scriptOf('zh-Hant-HK')]).toEqual(['hans', 'hant']);
  expect(textLanguage('zh-Hans-CN', 'hans')).toBe('zh-Hans-CN');
  expect(textLanguage('zh-Hans-CN', 'hant')).toBe('zh-Hant-CN');
  expect(textLanguage('zh-Hant-TW', 'hans')).toBe('zh-Hans-TW');
});

test('Latin, digits, spaces, compatibility and private-use characters are never touched', () => {
  const kept = fc.constantFrom(...Array.from('Az09 \u3000-—，。“”「」\uF900\uFA0C\u{2F800}\uE000\u{F0000}'));
  const character = fc.oneof(kept, fc.constantFrom(...Array.from('关系发后里體臺')));
  fc.assert(
    fc.property(fc.array(character, { maxLength: 20 }), (characters) => {
      for (const [language, script] of [
        ['zh-Hans-CN', 'hant'],
        ['zh-Hant-TW', 'hans'],
      ] as const) {
        const shown = Array.from(convert(characters.join(''), language, script));
        for (const [index, published] of characters.entries())
          if (!/[\u4E00-\u9FFF]/.test(published)) expect(shown[index]).toBe(published);
      }
    }),
  );
});

test.each([
  ['radicals', 0x2e80, 0x2fdf],
  ['private use', 0xe000, 0xf8ff],
  ['compatibility ideographs', 0xf900, 0xfaff],
  ['their supplement', 0x2f800, 0x2fa1f],
  ['private use of the last planes', 0xf0000, 0x10ffff],
])('of %s every character is as published', (_, first, last) => {
  const codes = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  // A plane of 65,536 characters is as good as two.
  const text = codes
    .filter((code) => code < 0xf0100 || code > 0x10ff00)
    .map((code) => String.fromCodePoint(code))
    .join('');
  expect(convert(text, 'zh-Hans-CN', 'hant')).toBe(text);
  expect(convert(text, 'zh-Hant-TW', 'hans')).toBe(text);
});

test('of overlapping exceptions the longer decides, and each only where its whole text stands', () => {
  const withExceptions = createConverter([
    { to: 'hant', text: '克制', becomes: '克制' },
    { to: 'hant', text: '冷静克制', becomes: '冷靜克制' },
    { to: 'hant', text: '系', becomes: '繫' },
    { to: 'hant', text: '体系', becomes: '體系' },
  ]);
  expect(withExceptions('冷静克制，体系，联系，系鞋带', 'zh-Hans-CN', 'hant')).toBe(
    '冷靜克制，體系，聯繫，繫鞋帶',
  );
  expect(withExceptions('體系', 'zh-Hant-TW', 'hans')).toBe('体系');
});

test('an exception holds where it stands, after a character of two units and at the end', () => {
  const withException = createConverter([{ to: 'hant', text: '出路', becomes: '出路' }]);
  expect(withException('𠮷𠮷唯一出路', 'zh-Hans-CN', 'hant')).toBe('𠮷𠮷唯一出路');
});
