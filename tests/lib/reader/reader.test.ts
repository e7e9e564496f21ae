import { expect, test } from 'vitest';
import { numberOfId, partOfId, sectionOfId } from '../../../src/lib/document/block-id.ts';
import { readStatedDate } from '../../../src/lib/import/read-stated-date.ts';
import { addressesUnder } from '../../../src/lib/reader/addresses.ts';
import { compareByDate, describeDate } from '../../../src/lib/reader/describe-date.ts';
import { sayIn } from '../../../src/lib/reader/interface-text.ts';
import { openingOf } from '../../../src/lib/reader/summarise.ts';
import { readChineseNumeral } from '../../../src/lib/text/chinese-numeral.ts';
import { shareOfText } from '../../../src/lib/text/share-of-text.ts';

test('Chinese numerals are read up to 99', () => {
  const numerals = ['一', '九', '十', '十一', '二十', '三十五', '九十九'];
  expect(numerals.map(readChineseNumeral)).toEqual([1, 9, 10, 11, 20, 35, 99]);
  expect(['', '二三', '十十', '百', '一十', '一、'].map(readChineseNumeral)).toEqual([
    null,
    null,
    null,
    null,
    null,
    null,
  ]);
});

test('a stated date is what the words say', () => {
  expect(readStatedDate('二〇二三年三月二十一日于莫斯科')).toBe('2023-03-21');
  expect(readStatedDate('二零二四年十月十日')).toBe('2024-10-10');
  expect(readStatedDate('新华社莫斯科3月21日电')).toBe('XXXX-03-21');
  expect(readStatedDate('date: 2023-03-22T00:41:00.000Z')).toBe('2023-03-22');
  expect(readStatedDate('本周三')).toBeNull();
});

test('dates are shown with what they rest on, and ordered full ones first', () => {
  const say = sayIn('hans');
  expect(describeDate('2023-03-21', 'signature', say)).toBe('2023年3月21日（据落款）');
  expect(describeDate('XXXX-03-21', 'dateline', say)).toBe('3月21日（据电头，年份来源未写明）');
  expect(describeDate(null, null, sayIn('hant'))).toBe('來源未寫明日期');
  const documents = [
    { slug: 'e', date: null },
    { slug: 'd', date: 'XXXX-03-20' },
    { slug: 'b', date: '2023-03-21' },
    { slug: 'a', date: '2023-03-21' },
    { slug: 'c', date: '2024-01-01' },
  ];
  expect(documents.sort(compareByDate(['a', 'b', 'c'])).map(({ slug }) => slug)).toEqual([
    'a',
    'b',
    'c',
    'd',
    'e',
  ]);
});

test('an id says its part, section and number', () => {
  expect(['s5', 's5-3', 'p2', 'title', 'signature-1', 'caption-1', 'dateline'].map(partOfId)).toEqual([
    'heading',
    'paragraph',
    'paragraph',
    'title',
    'signature',
    'caption',
    'dateline',
  ]);
  expect(['s5', 's0-3', 'p2', 'title'].map(sectionOfId)).toEqual([5, 0, null, null]);
  expect(['s5-3', 'p2', 'title', 's5'].map(numberOfId)).toEqual(['5.3', '2', null, null]);
});

test('an opening ends at a late mark, or is cut', () => {
  expect(openingOf('在双方不懈努力下，中俄关系达到历史最高水平。')).toBe('在双方不懈努力下…');
  expect(openingOf('——深化科技交流。')).toBe('深化科技交流。');
  expect(openingOf('中华人民共和国和俄罗斯联邦政府关于促进投资')).toBe(
    '中华人民共和国和俄罗斯联邦政府关于促进投…',
  );
});

test('the share of a text that stands in another', () => {
  expect(shareOfText('深化合作。', '双方深化合作。')).toBe(1);
  expect(shareOfText('甲', '甲')).toBe(1);
  expect(shareOfText('深化合作', '共同发展')).toBe(0);
});

test('addresses hold under a base path', () => {
  expect(addressesUnder('/').document('hans', 'x', 's1-1')).toBe('/hans/x/#s1-1');
  expect(addressesUnder('/duben').source('hant', 'y', 'x.p1')).toBe('/duben/hant/sources/y/#x.p1');
  expect(addressesUnder('/duben/').root).toBe('/duben/');
});
