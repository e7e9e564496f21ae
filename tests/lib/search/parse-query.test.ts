import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseQuery, writeQuery } from '../../../src/lib/search/parse-query.ts';

test.each([
  ['双方', ['双方'], []],
  [' 双方　乌克兰\t双方 ', ['双方', '乌克兰'], []],
  ['"Vladimir Putin" 会谈', ['Vladimir Putin', '会谈'], []],
  ['"两国 元首', ['两国 元首'], []],
  ['北极 -航道', ['北极'], ['航道']],
  ['北极 -"航道 合作"', ['北极'], ['航道 合作']],
  ['"-航道"', ['-航道'], []],
  ['——以', ['——以'], []],
  ['－以', ['－以'], []],
  ['―以', ['―以'], []],
  ['东北-远东', ['东北-远东'], []],
  ['“双方 声明”', ['“双方', '声明”'], []],
  ['＂双方', ['＂双方'], []],
  ['中"a b"俄', ['中a b俄'], []],
  ['双方 -', ['双方'], []],
  ['- 双方', ['双方'], []],
  ['双方\u200B', ['双方'], []],
  ['%', ['%'], []],
  ['北极 -（航道）', ['北极'], ['（航道）']],
  ['双方 ""', ['双方'], []],
  ['*', ['*'], [], 'marks'],
  ['a OR b', ['a', 'OR', 'b'], []],
  ['(双方)', ['(双方)'], []],
])('%s', (typed, words, excluded, problem?: string) => {
  expect(parseQuery(typed)).toEqual({ words, excluded, ...(problem && { problem }) });
});

test.each([
  ['', 'empty'],
  [' 　', 'empty'],
  ['""', 'empty'],
  ['" "', 'empty'],
  ['，', 'marks'],
  ['“” ——', 'marks'],
  ['-', 'empty'],
  ['《', 'marks'],
  ['\u200B', 'empty'],
  ['"——"', 'marks'],
  ['-北极', 'excluded'],
])('%s cannot be looked for', (typed, problem) => {
  expect(parseQuery(typed).problem).toBe(problem);
});

test('any text without a space or quotation mark is one word, unless it begins with a minus', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', minLength: 1 }), (typed) => {
      fc.pre(!/[\s"\p{Default_Ignorable_Code_Point}]/u.test(typed) && !typed.startsWith('-'));
      expect(parseQuery(typed).words).toEqual([typed]);
    }),
  );
});

test('a query that is written is read as it was', () => {
  const word = fc
    .string({ minLength: 1 })
    .filter((text) => text.trim() !== '' && !/["\p{Default_Ignorable_Code_Point}]/u.test(text));
  fc.assert(
    fc.property(
      fc.uniqueArray(word, { minLength: 1, maxLength: 3 }),
      fc.uniqueArray(word, { maxLength: 2 }),
      (words, excluded) => {
        const { words: readWords, excluded: readExcluded } = parseQuery(writeQuery({ words, excluded }));
        expect([readWords, readExcluded]).toEqual([words, excluded]);
      },
    ),
  );
});
