import { describe, expect, test } from 'vitest';
import { estimateFullWidths } from '../../../src/lib/import/text-layer/estimate-full-widths.ts';
import { findParagraphEnds } from '../../../src/lib/import/text-layer/find-paragraph-ends.ts';
import { lineWidth } from '../../../src/lib/import/text-layer/line-width.ts';
import type { TextLine } from '../../../src/lib/import/text-layer/text-lines.ts';
import type { Spacing } from '../../../src/schemas/recipe.ts';

test.each([
  ['于 2024 年', 4],
  ['“一带一路”', 6],
  ['弗·普京……——', 8],
  ['AI技术，GDP。', 6.5],
  ['　 ', 0],
])('%s is as wide as %d Han characters', (text, width) => {
  expect(lineWidth(text)).toBe(width);
});

/** Words of a width: Han characters, and a digit for a half. */
const words = (width: number) =>
  `${'双方继续推动务实合作深化交流'.repeat(3).slice(0, width)}${width % 1 ? '1' : ''}`;
/** A line that ends no sentence, and one that does. */
const wrapped = (width: number) => words(width);
const ending = (width: number, mark = '。') => words(width - mark.length) + mark;

/** After which of some lines, counted from 0, a paragraph ends. */
function endsOf(texts: readonly string[], spacing: Spacing, blankAfter: readonly number[] = []): number[] {
  const lines = texts.map((text, index): TextLine => {
    const isBlank = spacing === 'double' || blankAfter.includes(index);
    return {
      number: index + 1,
      piece: { from: 0, to: 0 },
      text,
      width: lineWidth(text),
      lineEnd: { from: 0, to: 0 },
      blankLines: isBlank ? 1 : 0,
      ...(isBlank && { blank: { from: 0, to: 0 } }),
    };
  });
  const { ends } = findParagraphEnds(lines, spacing, { break: [], join: [] });
  return ends.flatMap((isEnd, index) => (isEnd ? [index] : []));
}
/** In a column of ten: a paragraph of full lines, then some lines, then another paragraph. */
const column = (...between: readonly string[]) => [
  wrapped(8),
  ...Array.from({ length: 5 }, () => wrapped(10)),
  ...between,
  wrapped(8),
  ...Array.from({ length: 5 }, () => wrapped(10)),
  ending(4),
];
const last = (between: number) => 6 + between + 6;

describe('single-spaced, in a column of ten', () => {
  test.each([
    ['three narrower', 7, true],
    ['two and a half narrower', 7.5, false],
    ['full', 10, false],
  ])('a line %s than full ends its paragraph: %d', (_, width, isEnd) => {
    expect(endsOf(column(ending(width)), 'single')).toEqual(isEnd ? [6, last(1)] : [last(1)]);
  });

  test.each([
    [5, true],
    [5.5, false],
  ])('a first line is indented by two: of %d it is the whole paragraph, or not', (width, isEnd) => {
    expect(endsOf(column(ending(6), ending(width)), 'single')).toEqual(
      isEnd ? [6, 7, last(2)] : [6, last(2)],
    );
  });

  test('a blank line ends it where the sentence ends, and nowhere else', () => {
    expect(endsOf(column(ending(10)), 'single', [6])).toEqual([6, last(1)]);
    expect(endsOf(column(wrapped(10)), 'single', [6])).toEqual([last(1)]);
  });
});

describe('double-spaced, in a column of ten', () => {
  test.each([
    ['one narrower', 9, true],
    ['half a character narrower', 9.5, false],
  ])(
    'after a full line that ends a sentence, a next line %s begins a paragraph, or not',
    (_, next, isEnd) => {
      const lines = [...column(ending(10)).slice(0, 7), wrapped(next), ...column().slice(7)];
      expect(endsOf(lines, 'double')).toEqual(isEnd ? [6, last(1)] : [last(1)]);
    },
  );
});

test('a sentence ends with a semicolon, a colon and inside marks of any kind', () => {
  for (const mark of ['。', '；', '：', '？', '！', '。”', '。）', '。》', '。』'])
    expect(endsOf([ending(6, mark), ending(6)], 'unwrapped'), mark).toEqual([0, 1]);
  for (const mark of ['，', '、', '》', '”'])
    expect(endsOf([ending(6, mark), ending(6)], 'unwrapped'), mark).toEqual([1]);
});

test('the number of a section begins a paragraph, whatever stands before it', () => {
  for (const spacing of ['single', 'double', 'unwrapped'] as const)
    expect(endsOf([...column(ending(10)).slice(0, 7), '二', ...column()], spacing)).toContain(6);
});

describe('how wide a column is', () => {
  const widths = (measured: readonly (readonly [number, boolean])[]) =>
    estimateFullWidths(measured.map(([width, isWrapped]) => ({ width, isWrapped }))).map(
      ({ width }) => width,
    );

  test('lines inside a sentence say, not its indented first one', () => {
    const short = [
      [8, true],
      [3, false],
    ] as const;
    const long = [
      [8, true],
      [10, true],
      [3, false],
    ] as const;
    expect(widths([...short, ...short, ...long, ...short, ...short])).toEqual(
      Array.from({ length: 11 }, () => 10),
    );
  });

  test('of them the middle one says, by number', () => {
    const inside = [8, 9, 9, 10, 11].map((width) => [width, true] as const);
    expect(widths([[7, true], ...inside, [3, false]])[3]).toBe(9);
  });

  test('lines before count as those after do, up to where another column may be', () => {
    const narrow = Array.from({ length: 30 }, () => [16, true] as const);
    const wide = Array.from({ length: 30 }, () => [22, true] as const);
    const found = widths([...narrow, ...wide]);
    expect([found[0], found[28], found[31], found[59]]).toEqual([16, 16, 22, 22]);
    // A few lines of another width after it do not outvote those before.
    expect(widths([...narrow, [22, true], [22, true], [22, true]])[29]).toBe(16);
  });
});
