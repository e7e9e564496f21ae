import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { alignWitness } from '../../../src/lib/search/align-witness.ts';
import { checkCatalogue } from '../../../src/lib/search/check-catalogue.ts';
import { chooseTier } from '../../../src/lib/search/choose-tier.ts';
import { findAliases } from '../../../src/lib/search/find-aliases.ts';
import { createFold } from '../../../src/lib/search/fold.ts';
import { parseQuery } from '../../../src/lib/search/parse-query.ts';
import { createClauseReader } from '../../../src/lib/search/read-clauses.ts';
import { readSearch, writeSearch } from '../../../src/lib/search/search-address.ts';
import { toCatalogue } from '../../../src/lib/search/to-catalogue.ts';
import { toFoldTable } from '../../../src/lib/search/to-fold-table.ts';
import { toExactFile } from '../../../src/lib/search/to-search-files.ts';
import { toShards } from '../../../src/lib/search/to-shards.ts';
import { putBackTexts } from '../../../src/lib/search/witness-texts.ts';
import { collectionInput } from './collection.ts';

const fold = createFold(toFoldTable());
const hans = toCatalogue(collectionInput, 'hans');
const hant = toCatalogue(collectionInput, 'hant');

describe.each([hans, hant])('the catalogue in $catalogue.script', (parts) => {
  const file = toExactFile(parts);
  const catalogue = file.data;

  test('leads back to every published text, and to both forms', () => {
    const read = createClauseReader(
      catalogue,
      createFold(catalogue.fold),
    )(putBackTexts(catalogue.clauses ?? [], catalogue.documents));
    for (const { document, id, published, text, forms } of read) {
      const data = collectionInput.documents[document];
      const blocks = data && [
        ...data.front,
        ...data.sections.flatMap(({ paragraphs }) => paragraphs),
        ...data.back,
      ];
      const original = (id === 'title' ? data?.title : blocks?.find((block) => block.id === id)?.text) ?? '';
      expect(published, id).toBe(original.replaceAll('\n', ' '));
      const views = (['hans', 'hant'] as const).map((script) =>
        collectionInput.convert(published, data?.lang ?? 'zh-Hans-CN', script),
      );
      expect(views).toContain(text);
      expect(new Set(forms)).toEqual(new Set(views.map(createFold(catalogue.fold))));
    }
  });

  test('is small: 45 KB with the code leaves it 36', () => {
    expect(gzipSync(JSON.stringify(catalogue), { level: 9 }).length).toBeLessThan(36_000);
  });

  test('ships no text twice, and loses none', () => {
    const shipped = catalogue.clauses ?? [];
    expect(putBackTexts(shipped, catalogue.documents)).toEqual(parts.clauses);
    const left = shipped.filter(([, , , , base]) => base?.startsWith('='));
    expect(left.length).toBeGreaterThan(80);
    expect(left.every(([, , text]) => text === '' || /^.{1,2}、$/u.test(text))).toBe(true);
  });
});

test('both scripts have the same shards, so that one index serves both', () => {
  const shape = (parts: typeof hans) =>
    toShards(parts.clauses).map((shard) => shard.map(([document, id]) => [document, id]));
  expect(shape(hans)).toEqual(shape(hant));
});

describe('a witness’s clauses', () => {
  const blocks = (...texts: string[]) => texts.map((text, index) => ({ id: `p${index + 1}`, text }));
  const base = blocks('双方同意。', '双方将：', '——合作。', '双方同意。', '“完”');
  test.each([
    [['双方同意。'], [['p1', ['p1']]]],
    [['雙方同意。'], [['p1', ['p1']]]],
    [['一、双方同意。'], [['p1', ['p1']]]],
    [['双方将：——合作。'], [['p1', ['p2', 'p3']]]],
    [
      ['双方同意。', '双方同意。'],
      [
        ['p1', ['p1']],
        ['p2', ['p4']],
      ],
    ],
    [
      ['「完」', '双方同意。'],
      [
        ['p1', ['p5']],
        ['p2', ['p1']],
      ],
    ],
    [
      ['双方同意。', '“完”', '双方同意。'],
      [
        ['p1', ['p1']],
        ['p2', ['p5']],
        ['p3', ['p4']],
      ],
    ],
    [['双方同意', '方同意。', '双方不同意。', '十、双方'], []],
  ])('%j', (witness, same) => {
    expect([...alignWitness(blocks(...witness), base, fold)]).toEqual(same);
  });

  test('of the mirror: all but the title and the two with another reading', () => {
    const own = hans.clauses.filter(
      ([document, , , , base]) => hans.catalogue.documents[document]?.witnessOf && !base,
    );
    expect(own.map(([, id]) => id)).toEqual(['title', 's5-5', 's7-3']);
  });
});

describe('what an editor says for search', () => {
  test('holds', () => {
    expect(checkCatalogue(collectionInput)).toEqual([]);
  });

  test.each([
    [
      { name: '普京', at: 'cna-report#p1' },
      'Unexpected the place cna-report#p1 of 普京, expected a clause that has the name. Say `at: 2023-joint-statement#s0-1`.',
    ],
    [
      { name: '普京' },
      'Unexpected 普京 without `at`, expected a clause that has the name. Say `at: 2023-joint-statement#s0-1`.',
    ],
    [
      { name: '无名氏', at: 'cna-report#p1' },
      'Unexpected the place cna-report#p1 of 无名氏, expected a clause that has the name. Leave `at` out: the collection never uses this name.',
    ],
  ])('or is a problem: %j', (name, message) => {
    const aliases = [{ names: [name, { name: '另一个没有的名字' }] }];
    expect(checkCatalogue({ ...collectionInput, aliases })).toEqual([
      { file: 'aliases.yaml', rule: 'search/alias', message },
    ]);
  });

  test('a witness of no document, or of a witness, is a problem', () => {
    const witnesses = [
      { witness: 'a', base: 'cna-report' },
      { witness: 'cna-report', base: '2023-joint-statement' },
      { witness: 'cna-report', base: '2024-joint-statement' },
    ];
    expect(checkCatalogue({ ...collectionInput, witnesses }).map(({ message }) => message)).toEqual([
      "Unexpected a, expected a document's slug. Correct it.",
      'Unexpected base cna-report, which is a witness itself. Name the document that it gives the text of.',
      'Unexpected second base of cna-report, expected one. Leave the other out.',
      'Unexpected second base of cna-report, expected one. Leave the other out.',
    ]);
  });
});

test('aliases are offered for the longest name in a query, one by one', () => {
  const groups = [
    ['普京', '蒲亭', '普丁'],
    ['上合', '上海合作组织'],
    ['上合组织', '上海合作组织'],
  ];
  const offered = (typed: string) => findAliases(parseQuery(typed), groups, fold).map(({ query }) => query);
  expect(offered('普京')).toEqual(['蒲亭', '普丁']);
  expect(offered('會見普京 莫斯科')).toEqual(['會見蒲亭 莫斯科', '會見普丁 莫斯科']);
  expect(offered('上合組織')).toEqual(['上海合作组织']);
  expect(offered('双方')).toEqual([]);
  expect(offered('双方 -普京')).toEqual([]);
  expect(offered('"会见 普京"')).toEqual(['"会见 蒲亭"', '"会见 普丁"']);
  expect(findAliases(parseQuery('以上合作 普京'), groups, fold).map(({ isWhole }) => isWhole)).toEqual([
    false,
    true,
    true,
  ]);
});

test('a search is its address', () => {
  const search = readSearch(
    '?q=%E5%8C%97%E6%9E%81+-%E8%88%AA%E9%81%93&document=cna-report&year=2023&section=5&kind=x&order=relevance&view=concordance&sort=after',
  );
  expect(search).toEqual({
    q: '北极 -航道',
    document: 'cna-report',
    kind: 'x',
    year: '2023',
    section: '5',
    order: 'relevance',
    view: 'concordance',
    sorting: 'after',
  });
  expect(readSearch(writeSearch(search))).toEqual(search);
  expect(readSearch('?order=up&view=&sort=1')).toEqual({
    q: '',
    order: 'document',
    view: 'list',
    sorting: 'document',
  });
  expect(writeSearch(readSearch(''))).toBe('');
});

test('the tier goes by the number of clauses', () => {
  expect(chooseTier(337, 10_000)).toBe('exact');
  expect(chooseTier(10_000, 10_000)).toBe('exact');
  expect(chooseTier(10_001, 10_000)).toBe('index');
  expect(chooseTier(337, 0)).toBe('index');
});
