import { expect, test } from 'vitest';
import type { ShareCard } from '../../../src/lib/export/to-share-card.ts';
import { type FindGlyph, toShareImage } from '../../../src/lib/export/to-share-image.ts';
import { wrapTitle } from '../../../src/lib/export/wrap-title.ts';

/** Every character one wide. */
const wrap = (text: string, measure: number) =>
  wrapTitle(text, 'zh-Hans', measure, (part) => part.length)?.join('|');

test.each([
  [
    'as few lines as there can be, rather at a pause',
    '访问首日，这些信息值得关注',
    9,
    '访问首日，|这些信息值得关注',
  ],
  ['no closing mark at a start', '合作声明，合作', 4, '合作|声明，|合作'],
  ['no opening mark at an end', '两国签署《声明》', 5, '两国签署|《声明》'],
  ['a space at the end of a line is gone', '两国签署 声明', 4, '两国签署|声明'],
  ['a number stays with what it counts', '两国2030年', 5, '两国|2030年'],
  ['a piece wider than the measure', '2030年', 3, undefined],
])('wraps: %s', (_, text, measure, expected) => {
  expect(wrap(text, measure)).toBe(expected);
});

const card: ShareCard = {
  slug: 'a-report',
  script: 'hans',
  title: '两国签署声明',
  date: '2023年3月21日',
  source: '一个网页',
  collection: '读本',
  edition: '版本 2026-11-21',
};
/** Each character's path is its name, so that a test can read lines back. */
const findGlyph: FindGlyph = (character) => ({ path: character, advance: 1000 });
const titleOf = (title: string) =>
  toShareImage({ ...card, title }, findGlyph)
    .split('\n')
    .filter((line) => line.startsWith('<g'))
    .slice(0, -4)
    .map((line) => ({
      size: Math.round(1000 * Number(/scale\((\S+)/.exec(line)?.[1])),
      text: [...line.matchAll(/ d="(.)"/g)].map(([, character]) => character).join(''),
    }));

test('a title is as large as it fits, and keeps its lines as printed', () => {
  expect(titleOf('两国签署声明')).toEqual([{ size: 72, text: '两国签署声明' }]);
  expect(titleOf('两国签署\n声明')).toEqual([
    { size: 72, text: '两国签署' },
    { size: 72, text: '声明' },
  ]);
  expect(titleOf(`${'声明'.repeat(8)}\n声明`)).toEqual([
    { size: 60, text: '声明'.repeat(8) },
    { size: 60, text: '声明' },
  ]);
  const long = titleOf('声明'.repeat(50));
  expect(long.length).toBeLessThanOrEqual(5);
  expect(long[0]?.size).toBeLessThan(60);
  expect(long.map(({ text }) => text).join('')).toBe('声明'.repeat(50));
});

test('what does not fit is cut, and says so', () => {
  const long = titleOf('声明'.repeat(100));
  const text = long.map((line) => line.text).join('');
  expect([long.length, long[0]?.size]).toEqual([5, 36]);
  expect(text).toMatch(/^(?:声明)+声?…$/);
  expect(text.length).toBeGreaterThan(130);
  const source = toShareImage({ ...card, source: '页'.repeat(100) }, findGlyph);
  expect(source.match(/d="页"/g)?.length).toBe(55);
  expect(source).toContain('d="…"');
});

test('a character that no font has is shown as 〓, what nobody sees as nothing, and a tab as a space', () => {
  const without: FindGlyph = (character, weight) =>
    ['𠮷', '\u200B', '\t'].includes(character) ? undefined : findGlyph(character, weight);
  const drawn = toShareImage({ ...card, title: '𠮷签\u200B署\t一' }, without);
  expect([...drawn.matchAll(/ d="(.)"/g)].map(([, character]) => character).join('')).toMatch(/^〓签署 一/);
  expect(() => toShareImage({ ...card, title: '𠮷' }, () => undefined)).toThrow('fonts without 〓');
});
