import { describe, expect, test } from 'vitest';
import { scripts } from '../../../src/lib/script/scripts.ts';
import type { SearchEngine } from '../../../src/lib/search/engine.ts';
import { createExactTier } from '../../../src/lib/search/exact-tier.ts';
import type { Filter } from '../../../src/lib/search/filter.ts';
import type { Match } from '../../../src/lib/search/find-hits.ts';
import { createShardLoader } from '../../../src/lib/search/load-shards.ts';
import { parseQuery } from '../../../src/lib/search/parse-query.ts';
import { toCatalogue } from '../../../src/lib/search/to-catalogue.ts';
import { toExactFile } from '../../../src/lib/search/to-search-files.ts';
import type { DocumentData } from '../../../src/schemas/data.ts';
import { listExpectations } from './acceptance.ts';
import { collectionInput, openIndexTier } from './collection.ts';

const expectations = listExpectations(collectionInput.documents);
const documents = collectionInput.documents;

async function find(engine: SearchEngine, query: string, filter: Filter = {}): Promise<Match[]> {
  const found: Match[] = [];
  for await (const batch of engine.search(parseQuery(query), filter)) found.push(...batch);
  return found;
}
const addressOf = ({ clause }: Match) => `${documents[clause.document]?.slug}#${clause.id}`;

describe.each(scripts)('in %s', (script) => {
  const parts = toCatalogue(collectionInput, script);
  const file = toExactFile(parts);
  const tiers: [string, SearchEngine][] = [
    ['exact', createExactTier(file.data)],
    ['index', openIndexTier(parts).engine],
    ['index, small shards', openIndexTier(parts, 3).engine],
  ];

  test.each(tiers)('the %s tier finds exactly the clauses that contain what is asked', async (_, engine) => {
    expect(expectations.length).toBeGreaterThan(2260);
    for (const { query, clauses } of expectations) {
      const found = (await find(engine, query)).map(addressOf);
      expect(found.sort(), query).toEqual(clauses);
    }
  });

  test.each(tiers)(
    'the %s tier marks the very characters, in the script that is shown',
    async (_, engine) => {
      const marked = async (query: string) =>
        (await find(engine, query)).flatMap(({ clause, hits }) =>
          hits.map(({ from, to }) => Array.from(clause.text).slice(from, to).join('')),
        );
      const hans = script === 'hans';
      expect(new Set(await marked('拱火澆油'))).toEqual(new Set([hans ? '拱火浇油' : '拱火澆油']));
      expect(new Set(await marked('合作計畫'))).toEqual(new Set([hans ? '合作计划' : '合作計畫']));
      expect(await marked('Ｖladimir')).toEqual(['Vladimir']);
      expect(await marked('反對藉')).toEqual(await marked('反对借'));
    },
  );

  test.each(tiers)('the %s tier gives them in the collection’s order, and by filters', async (_, engine) => {
    const found = await find(engine, '双方');
    const order = found.map(({ clause }) => clause.document);
    expect(order).toEqual(order.toSorted((a, b) => a - b));
    const slugs = (matches: readonly Match[]) => [
      ...new Set(matches.map((match) => documents[match.clause.document]?.slug)),
    ];
    expect(slugs(await find(engine, '双方', { document: 'cna-report' }))).toEqual(['cna-report']);
    expect(slugs(await find(engine, '双方', { kind: 'joint-statement' }))).toEqual([
      '2023-joint-statement',
      '2023-economic-plan',
      '2024-joint-statement',
    ]);
    expect(slugs(await find(engine, '双方', { year: '2023' }))).toEqual([
      '2023-joint-statement',
      '2023-economic-plan',
      'cna-report',
    ]);
    expect(slugs(await find(engine, '双方', { year: 'none' }))).not.toContain('cna-report');
    const inSection = await find(engine, '双方', { document: '2023-joint-statement', section: '5' });
    expect(inSection.length).toBeGreaterThan(3);
    expect(inSection.map(({ clause }) => clause.id).every((id) => id.startsWith('s5-'))).toBe(true);
    expect(await find(engine, '双方', { document: 'no-such' })).toEqual([]);
  });

  test.each(tiers)('the %s tier names the nearest clauses where nothing matches', async (_, engine) => {
    const query = '维护东北亚地区和平的安全稳定符合各方利益';
    expect(await find(engine, query)).toEqual([]);
    const near = await engine.nearest(parseQuery(query), {});
    expect(near.map(addressOf).slice(0, 2).sort()).toEqual([
      '2023-joint-statement#s9-3',
      '2023-joint-statement-mirror#s9-3',
    ]);
    const [{ clause, hits }] = near as [Match];
    expect(hits.map(({ from, to }) => Array.from(clause.text).slice(from, to).join('')).join('')).toMatch(
      /东北亚地区|東北亞地區/,
    );
    expect(await engine.nearest(parseQuery('龘龘龘'), {})).toEqual([]);
    const without = await engine.nearest(parseQuery(`${query} -东北亚`), {});
    expect(without.every(({ clause }) => !/东北亚|東北亞/.test(clause.text))).toBe(true);
    expect(await engine.nearest(parseQuery(query), { document: 'cna-report' })).not.toContainEqual(near[0]);
  });
});

describe('the index tier', () => {
  const parts = toCatalogue(collectionInput, 'hans');

  test('reads only the shards that may match, and one document without the index', async () => {
    const { engine, loaded, shards, access } = openIndexTier(parts, 20);
    await find(engine, '拱火浇油');
    expect(new Set(loaded).size).toBeLessThan(shards.length / 2);
    loaded.length = 0;
    access.findRecords = () => Promise.reject(new Error('no index'));
    expect(await find(engine, '北极', { document: '2024-joint-statement' })).not.toEqual([]);
    expect(
      loaded.every((part) => documents[shards[part]?.[0]?.[0] ?? -1]?.slug === '2024-joint-statement'),
    ).toBe(true);
  });

  test.each(scripts)(
    'reads in %s the very clauses, of the published data and little else',
    async (script) => {
      const parts = toCatalogue(collectionInput, script);
      for (const most of [undefined, 7]) {
        const { access, shards, site } = openIndexTier(parts, most);
        const read = await Promise.all(shards.keys().map(access.loadShard));
        expect(read).toEqual(shards);
        const texts = JSON.stringify(shards).length;
        const rests = [...site]
          .filter(([path]) => path.startsWith(`search/${script}/`))
          .map(([, rest]) => rest);
        expect(rests.length).toBeGreaterThan(0);
        expect(JSON.stringify(rests).length).toBeLessThan(texts / 4);
      }
    },
  );

  test('reads the data of a document once for the parts that follow each other', async () => {
    const { access, read, shards } = openIndexTier(parts, 7);
    for (const part of shards.keys()) await access.loadShard(part);
    const texts = read.filter((path) => path.startsWith('data/'));
    expect(texts).toHaveLength(documents.length);
    expect(new Set(texts).size).toBe(documents.length);
  });

  test('reads no texts of another version, and reads them anew', async () => {
    const { access, shards, site } = openIndexTier(parts);
    const [document] = shards[0]?.[0] ?? [0];
    const data = collectionInput.documents[document] as DocumentData;
    site.set(`data/${data.slug}.json`, { ...data, title: `${data.title}，` });
    await expect(access.loadShard(0)).rejects.toThrow(`data/${data.slug}.json`);
    site.set(`data/${data.slug}.json`, data);
    expect(await access.loadShard(0)).toEqual(shards[0]);
  });

  test('asks for texts that something on the way has kept of another version under another address', async () => {
    const { catalogue, shards, site } = openIndexTier(parts);
    const [document] = shards[0]?.[0] ?? [0];
    const data = collectionInput.documents[document] as DocumentData;
    const asked: string[] = [];
    const load = createShardLoader(catalogue, async <Data>(path: string) => {
      if (path.startsWith('search/')) return site.get(path) as Data;
      asked.push(path);
      return (path.includes('?') ? data : { ...data, title: `${data.title}，` }) as Data;
    });
    expect(await load(0)).toEqual(shards[0]);
    const [, , texts] = catalogue.shards?.parts[0] ?? [0, '', ''];
    expect(asked).toEqual([`data/${data.slug}.json`, `data/${data.slug}.json?${texts}`]);
  });

  test('gives what it has found before it has read everything', async () => {
    const { engine, loaded, shards } = openIndexTier(parts, 5);
    for await (const batch of engine.search(parseQuery('双方'), {})) {
      if (batch.length > 0) break;
    }
    expect(loaded.length).toBeLessThan(shards.length / 2);
  });

  test('says when a shard cannot be read, and tries again', async () => {
    const { engine, access } = openIndexTier(parts);
    const { loadShard } = access;
    access.loadShard = () => Promise.reject(new Error('cut off'));
    await expect(find(engine, '双方')).rejects.toThrow('cut off');
    access.loadShard = loadShard;
    expect((await find(engine, '双方')).length).toBeGreaterThan(100);
  });
});
