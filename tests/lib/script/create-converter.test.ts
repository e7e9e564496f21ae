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
