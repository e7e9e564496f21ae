import { describe, expect, test } from 'vitest';
import { readPassage } from '../../../src/lib/verify/read-passage.ts';

/** The sentences of a passage, the parts of one set apart by a bar. */
const read = (passage: string) => readPassage(passage).map(({ parts }) => parts.join(' | '));

describe('a passage is read in sentences', () => {
  test.each<[why: string, passage: string, expected: readonly string[]]>([
    ['by their marks', '双方同意。双方反对！为何？', ['双方同意。', '双方反对！', '为何？']],
    ['with what closes after them', '他说：“同意。”双方签字。', ['他说：“同意。”', '双方签字。']],
    ['with several that close', '「他說『同意。』」雙方簽字。', ['「他說『同意。』」', '雙方簽字。']],
    ['by lines', '双方同意\n双方反对\r\n为何\u2028如此', ['双方同意', '双方反对', '为何', '如此']],
    ['not by commas and semicolons', '双方同意，并签字；双方：好。', ['双方同意，并签字；双方：好。']],
    ['not by decimals', '增长5.3，据G20。达到1.5万亿。', ['增长5.3，据G20。', '达到1.5万亿。']],
    ['without spaces around', '  双方同意。 \t双方反对。　', ['双方同意。', '双方反对。']],
    ['with marks in a row', '真的？！是的！！', ['真的？！', '是的！！']],
    ['with half-width marks', '真的? 是的!', ['真的?', '是的!']],
  ])('%s', (_, passage, expected) => {
    expect(read(passage)).toEqual(expected);
  });

  test.each([
    '……',
    '…',
    '...',
    '......',
    '。。。',
    '⋯⋯',
    '[...]',
    '[…]',
    '(…)',
    '（……）',
    '〔……〕',
    '【……】',
  ])('an ellipsis joins: %s', (ellipsis) => {
    expect(read(`双方同意${ellipsis}并签字。双方反对。`)).toEqual(['双方同意 | 并签字。', '双方反对。']);
    expect(read(`“双方同意，”${ellipsis}双方反对。`)).toEqual(['“双方同意，” | 双方反对。']);
  });

  test('an ellipsis joins what stands before it and is complete', () => {
    expect(read('双方同意。……双方反对。')).toEqual(['双方同意。 | 双方反对。']);
    expect(read('双方同意。[...]双方反对。')).toEqual(['双方同意。 | 双方反对。']);
  });

  test('an ellipsis joins in a line only, and none at an end leaves a part', () => {
    expect(read('双方同意……\n并签字。')).toEqual(['双方同意', '并签字。']);
    expect(read('……双方同意。')).toEqual(['双方同意。']);
    expect(read('“双方同意……”双方反对。')).toHaveLength(1);
  });

  test.each(['', ' ', '\n\n', '……', '。”，', '——《》', '！？\n。'])('nothing is read from %j', (passage) => {
    expect(readPassage(passage)).toEqual([]);
  });

  test('the text of a sentence is as pasted', () => {
    expect(readPassage('双方同意……并签字。')[0]?.text).toBe('双方同意……并签字。');
  });
});
