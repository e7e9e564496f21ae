import { expect, test } from 'vitest';
import { createConverter } from '../../../src/lib/script/create-converter.ts';
import { toCharacterWords, toExactQuery } from '../../../src/lib/search/character-words.ts';
import { findWords } from '../../../src/lib/search/find-words.ts';
import { splitQuery } from '../../../src/lib/search/split-query.ts';
import { toSearchRecords } from '../../../src/lib/search/to-search-records.ts';

test('each character is one word of letters, whatever it is', () => {
  const words = toCharacterWords('中，A 𠮷"').split(' ');
  expect(words).toHaveLength(5);
  expect(new Set(words).size).toBe(5);
  for (const word of words) expect(word).toMatch(/^[a-z]{5}$/);
});

test('a query is a run of such words, in quotation marks', () => {
  expect(toExactQuery('中俄')).toBe(`"${toCharacterWords('中俄')}"`);
  expect(toCharacterWords('双方中俄关系')).toContain(toCharacterWords('中俄'));
  expect(toExactQuery('AUKUS')).toBe(toExactQuery('aukus'));
});

test('words of a query are set apart by any white space', () => {
  expect(splitQuery(' 中俄　关系\t中俄 ')).toEqual(['中俄', '关系']);
  expect(splitQuery(' 　')).toEqual([]);
});

test('words are found in either form of a text, overlapping ones joined', () => {
  const forms = ['双方中俄关系', '雙方中俄關係'];
  expect(findWords(forms, ['關係'])).toEqual([{ from: 4, to: 6 }]);
  expect(findWords(forms, ['中俄关', '俄關係'])).toEqual([{ from: 2, to: 6 }]);
  expect(findWords(['𠮷野家'], ['家'])).toEqual([{ from: 2, to: 3 }]);
  expect(findWords(forms, ['没有'])).toEqual([]);
});

test('a record holds a clause in both scripts', () => {
  const [title, record] = toSearchRecords(
    {
      slug: 'sample',
      kind: 'statement',
      lang: 'zh-Hans-CN',
      title: '标题\n二行',
      titleSource: [],
      date: null,
      dateBasis: null,
      source: 'sample',
      edition: '2026-01-01',
      front: [],
      sections: [{ id: 's1', heading: '一', paragraphs: [{ id: 's1-1', text: '双方同意。', source: [] }] }],
      back: [],
      gaps: [],
      notes: [],
    },
    createConverter([]),
  );
  expect(title?.url).toBe('sample/#title');
  expect(record).toMatchObject({
    url: 'sample/#s1-1',
    meta: { number: '1.1', 'text-hans': '双方同意。', 'text-hant': '雙方同意。', 'title-hant': '標題 二行' },
  });
  expect(record?.content).toContain(toCharacterWords('双方'));
  expect(record?.content).toContain(toCharacterWords('雙方'));
});
