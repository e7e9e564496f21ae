import { describe, expect, test } from 'vitest';
import type { Clause, SearchDocument } from '../../../src/lib/search/clause.ts';
import { countByDocument, countByYear } from '../../../src/lib/search/count-results.ts';
import type { Match } from '../../../src/lib/search/find-hits.ts';
import { toConcordance } from '../../../src/lib/search/to-concordance.ts';
import { toCsv } from '../../../src/lib/search/to-csv.ts';
import { toCsvRows } from '../../../src/lib/search/to-csv-rows.ts';
import { toExcerpt } from '../../../src/lib/search/to-excerpt.ts';
import { orderResults, toResults } from '../../../src/lib/search/to-results.ts';

const documents = [
  { slug: 'statement', title: '声明', date: '2023-03-21' },
  { slug: 'copy', title: '抄本', date: null, witnessOf: 'statement' },
  { slug: 'report', title: '報導', date: '2024-05-16' },
] as readonly unknown[] as readonly SearchDocument[];

/** A clause with hits marked: `双方[同意]。`. */
function match(document: number, id: string, marked: string, rest: Partial<Clause> = {}): Match {
  const hits: { from: number; to: number }[] = [];
  let text = '';
  for (const character of marked) {
    const at = Array.from(text).length;
    if (character === '[') hits.push({ from: at, to: at });
    else if (character === ']') hits.push({ from: hits.pop()?.from ?? 0, to: at });
    else text += character;
  }
  return { clause: { document, id, text, published: text, forms: [text], base: [], ...rest }, hits };
}

describe('a witness', () => {
  const base = [match(0, 's1-1', '双方[同意]。'), match(0, 's1-2', '双方[同意]合作。')];

  test('that says the same stands under its base, counted apart', () => {
    const { list, witnesses } = toResults(
      [...base, match(1, 's1-1', '双方[同意]。', { base: ['s1-1'] })],
      documents,
    );
    expect(list.map(({ match, witnesses }) => [match.clause.id, witnesses.length])).toEqual([
      ['s1-1', 1],
      ['s1-2', 0],
    ]);
    expect(witnesses).toBe(1);
  });

  test('that runs several together stands under the first that was found', () => {
    const joined = match(1, 's1-1', '双方[同意]。双方[同意]合作。', { base: ['s1-1', 's1-2'] });
    const { list } = toResults([base[1] as Match, joined], documents);
    expect(list).toHaveLength(1);
    expect(list[0]?.witnesses).toEqual([joined]);
  });

  test('stands by itself where its base was not found', () => {
    const joined = match(1, 's1-1', '同意。[双方同意合作]。', { base: ['s1-1', 's1-2'] });
    expect(toResults([joined], documents)).toEqual({
      list: [{ match: joined, witnesses: [] }],
      witnesses: 0,
    });
  });
});

test('by relevance: as typed first, then more hits, then the shorter, then the collection’s order', () => {
  const matches = [
    match(0, 'a', '[关系]和很长的一段', {}),
    match(0, 'b', '[关系]'),
    match(0, 'c', '[关系][关系]多'),
    match(2, 'd', '[關係]和很長很長的一段'),
    match(2, 'e', '[關係]'),
  ];
  const { list } = toResults(matches, documents);
  const ids = (words: string[]) =>
    orderResults(list, 'relevance', words).map((result) => result.match.clause.id);
  expect(ids(['关系'])).toEqual(['c', 'b', 'a', 'e', 'd']);
  expect(ids(['關係'])).toEqual(['e', 'd', 'c', 'b', 'a']);
  expect(orderResults(list, 'document', ['關係'])).toEqual(list);
});

test('counts by document and year', () => {
  const { list } = toResults(
    [
      ...[match(0, 'a', '[同][意]'), match(0, 'b', '[同]'), match(1, 'c', '[同]'), match(2, 'd', '[同]')],
      match(1, 'e', '[同]', { base: ['b'] }),
    ],
    documents,
  );
  expect([...countByDocument(list)]).toEqual([
    [0, { clauses: 2, hits: 3, witnesses: 0 }],
    [1, { clauses: 1, hits: 1, witnesses: 1 }],
    [2, { clauses: 1, hits: 1, witnesses: 0 }],
  ]);
  expect([...countByYear(list, documents)]).toEqual([
    ['2023', { clauses: 2, hits: 3, witnesses: 0 }],
    ['2024', { clauses: 1, hits: 1, witnesses: 0 }],
    ['none', { clauses: 1, hits: 1, witnesses: 1 }],
  ]);
});

describe('an excerpt', () => {
  const print = (marked: string) => {
    const { clause, hits } = match(0, 'x', marked);
    return toExcerpt(clause.text, hits)
      .map(({ type, text }) => (type === 'hit' ? `[${text}]` : type === 'cut' ? '…' : text))
      .join('');
  };
  const sentence = '双方将在平等互利的基础上继续开展各领域务实合作，';

  test('of a short clause is all of it', () => {
    expect(print(`双方[𠮷祥]同意，${sentence}[合作]。`)).toBe(`双方[𠮷祥]同意，${sentence}[合作]。`);
  });

  test('of a long one is cut after marks, around each hit', () => {
    expect(print(`${sentence.repeat(4)}中方支持俄方[北极]航道开发，${sentence.repeat(5)}`)).toBe(
      `…${sentence}中方支持俄方[北极]航道开发，${sentence}…`,
    );
    expect(print(`[双方]同意。${sentence.repeat(8)}[北极]合作。`)).toBe(
      `[双方]同意。${sentence}…${sentence}[北极]合作。`,
    );
  });

  test('keeps a text without marks within bounds, and cuts no character in two', () => {
    const shown = print(`${'𠮷'.repeat(200)}[北极]${'国'.repeat(200)}`);
    expect(Array.from(shown)).toHaveLength(1 + 60 + 4 + 60 + 1);
    expect(shown.isWellFormed()).toBe(true);
  });

  test('gives back the text where nothing is cut', () => {
    const pieces = toExcerpt(sentence, [
      { from: 0, to: 2 },
      { from: 2, to: 4 },
    ]);
    expect(pieces.map(({ text }) => text).join('')).toBe(sentence);
  });
});

test('a concordance, as found and sorted by what follows and by what precedes', () => {
  const { list } = toResults(
    [match(0, 'a', '支持[北极]合作，开展[北极]安全'), match(2, 'b', '在[北极]发展')],
    documents,
  );
  const print = (sorting: 'document' | 'after' | 'before') =>
    toConcordance(list, sorting, 'zh-Hans').map(({ before, key, after }) => `${before}|${key}|${after}`);
  expect(print('document')).toEqual([
    '支持|北极|合作，开展北极安全',
    '支持北极合作，开展|北极|安全',
    '在|北极|发展',
  ]);
  // Pinyin: an, fa, he.
  expect(print('after').map((line) => line.split('|')[2])).toEqual(['安全', '发展', '合作，开展北极安全']);
  // Read backwards: chi, zai, zhan.
  expect(print('before').map((line) => line.split('|')[0])).toEqual(['支持', '在', '支持北极合作，开展']);
});

test('a table of results, with what must be quoted quoted, and nothing that a spreadsheet would run', () => {
  const copy = match(1, 's1-1', '双方“[同意]”', { base: ['s1-1', 's1-2'] });
  const results = [{ match: match(0, 's1-1', '双方[同意]', { published: '雙方同意' }), witnesses: [copy] }];
  const rows = toCsvRows(results, documents, (slug, id) => `https://site/${slug}/#${id}`);
  expect(rows[1]).toEqual([
    'statement',
    '声明',
    '2023-03-21',
    '1',
    's1-1',
    '',
    'https://site/statement/#s1-1',
    '2..4',
    '雙方同意',
  ]);
  expect(rows[2]?.[5]).toBe('statement#s1-1 statement#s1-2');
  expect(rows.every((row) => row.length === rows[0]?.length)).toBe(true);
  expect(
    toCsv([
      ['a', 1],
      ['x,y', 'say "so"\n'],
      ['=1+1', '-1'],
      ['＝1', '＠x'],
    ]),
  ).toBe('\uFEFFa,1\r\n"x,y","say ""so""\n"\r\n\'=1+1,\'-1\r\n\'＝1,\'＠x\r\n');
});
