import { describe, expect, test } from 'vitest';
import { hasJumpMark, takeJumpMarks } from '../../../src/lib/import/text-layer/take-jump-marks.ts';
import { toTextLines } from '../../../src/lib/import/text-layer/text-lines.ts';
import { sha256 } from '../../../src/lib/text/sha256.ts';
import { toSourceText } from '../../../src/lib/text/source-text.ts';
import { importSample } from './import-case.ts';

/** Import a source by a recipe whose segments are given. */
function read(source: string, reader: 'text-layer' | 'web-page', segments: string) {
  const bytes = new TextEncoder().encode(source);
  const head = `sha256: ${sha256(bytes)}\nreader: ${reader}\nname: 样张\nkind: page\nlanguage: zh-Hans-CN\ndescription: 样张\n`;
  const [imported] = importSample(
    bytes,
    `${head}documents:\n  - { slug: sample, kind: statement, segments: [${segments}] }\n`,
  ).sources;
  return imported?.documents[0]?.blocks.map(({ id, text }) => `${id}=${text}`);
}

describe('jump marks', () => {
  test.each(['（下转第7版）', '（下转第12版）', '(上接A1版)', '（ 上 接 第 1 版 ）', '（下轉第３版）'])(
    '%s is one',
    (mark) => {
      expect(hasJumpMark(`合作${mark}`)).toBe(true);
      const { lines } = toTextLines(toSourceText('s', 's.txt', `合作𠮷${mark}\n`), 1, 1);
      const taken = takeJumpMarks(lines);
      expect(taken.lines.map(({ text, piece }) => ({ text, piece }))).toEqual([
        { text: '合作𠮷', piece: { from: 0, to: 3 } },
      ]);
      expect(taken.leftOut).toEqual([{ from: 3, to: 3 + Array.from(mark).length, reason: 'jump-mark' }]);
    },
  );

  test.each(['（下转）', '（第7版）', '下转第7版', '（下转第七百四十五期特版）'])('%s is none', (text) => {
    expect(hasJumpMark(text)).toBe(false);
  });
});

test('places in a line count characters, not halves of them', () => {
  const { lines, leftOut } = toTextLines(toSourceText('s', 's.txt', ' 𠮷甲 \n乙'), 1, 2);
  expect(lines.map(({ text, piece }) => [text, piece])).toEqual([
    ['𠮷甲', { from: 1, to: 3 }],
    ['乙', { from: 5, to: 6 }],
  ]);
  expect(leftOut).toEqual([
    { from: 0, to: 1, reason: 'edge-space' },
    { from: 3, to: 4, reason: 'edge-space' },
  ]);
});

test('a pin names a line with text', () => {
  const source = '题\n\n双方合作。\n\n共同推动。\n';
  const title = '{ part: title, lines: 1 }';
  const text = (pins: string) => `{ part: text, lines: 3-5, spacing: single, ${pins} }`;
  expect(read(source, 'text-layer', `${title}, ${text('join: [3]')}`)).toEqual([
    'title=题',
    'p1=双方合作。共同推动。',
  ]);
  expect(() => read(source, 'text-layer', `${title}, ${text('join: [4]')}`)).toThrow(
    'import/pin Unexpected pin on line 4',
  );
});

describe('a web page', () => {
  test('a reference may stand for two characters, and is as long as it can be', () => {
    const html = '<h1>题</h1><p>甲&nGt;乙&notin;丙&amp;丁&not;戊</p>';
    expect(read(html, 'web-page', '{ part: title, select: h1 }, { part: text, select: p }')).toEqual([
      'title=题',
      'p1=甲\u226B\u20D2乙∉丙&丁¬戊',
    ]);
  });

  test('text outside of any element is taken where it stands once', () => {
    const segments = '{ part: title, select: h1 }, { part: text, lines: 1, text: 甲乙 }';
    expect(read('<h1>题</h1>甲乙', 'web-page', segments)).toEqual(['title=题', 'p1=甲乙']);
    expect(() => read('<h1>题</h1>甲乙丙甲乙', 'web-page', segments)).toThrow(
      'import/selector-count Unexpected text "甲乙" that stands 2 times',
    );
  });
});
