import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { limits } from '../../src/content/settings.ts';
import { listPairs } from '../../src/lib/search/rank-nearest.ts';
import {
  createOracle,
  type Expectation,
  listAbsentStrings,
  listSubstrings,
  readData,
  toAcceptedClauses,
  toLiteralQuery,
} from '../../tests/lib/search/acceptance.ts';
import { benchFolder, buildSearch, copyDist } from './bench-folder.ts';
import { judge, kilobytes, median, milliseconds, percent, toTable } from './measure.ts';
import { type Browser, findAll, openPage, openResults, showResults } from './search-page.ts';
import { searchFiles, serveCompressed } from './serve-compressed.ts';
import { makeDocuments, writeDocuments } from './synthetic.ts';

/** Queries by kind, and how many of them are asked as a first one. */
const counts = { substrings: 50, absent: 10, first: 20 };

/** Synthetic collections of some numbers of paragraphs, by the tiers that may serve them. */
export async function benchSynthetic(
  browser: Browser,
  sizes: readonly number[],
  seed: number,
): Promise<string> {
  const head = [
    ...['paragraphs', 'tier', 'built in', 'exact sets', 'first query fetches: median', 'most'],
    ...['cold page, results in', 'warm, on the screen', 'worst query: first results', 'complete'],
  ];
  const rows = [head];
  const content = join(benchFolder, 'content');
  cpSync('content/collection.yaml', join(content, 'collection.yaml'));
  for (const size of sizes) {
    const documents = makeDocuments(readData('dist'), size, seed);
    const dist = copyDist(`synthetic-${size}`);
    writeDocuments(dist, documents);
    const clauses = toAcceptedClauses(documents);
    const oracle = createOracle(clauses);
    const texts = [
      ...listSubstrings(clauses, counts.substrings, seed),
      ...listAbsentStrings(clauses, oracle, counts.absent, seed),
    ];
    const expectations = texts.map((text) => ({ ...oracle(text, [text]), query: toLiteralQuery(text) }));
    const worst = mostCommonPair(clauses.map(({ forms: [hans = ''] }) => hans));
    for (const tier of size <= limits.searchLimit[1] ? (['exact', 'index'] as const) : (['index'] as const)) {
      const built = buildSearch(dist, tier === 'exact' ? String(2 * size) : '0', content);
      const measured = await measure(browser, dist, expectations, worst);
      rows.push([String(size), tier, `${Math.round(built / 1000)} s`, ...measured]);
    }
  }
  return toTable(rows);
}

async function measure(
  browser: Browser,
  dist: string,
  expectations: readonly Expectation[],
  worst: string,
): Promise<string[]> {
  const served = await serveCompressed(dist);
  const address = `${served.url}hans/search/`;
  const queries = expectations.map(({ query }) => query);

  // Fetched until the first results are shown, each time by a page for which nothing is cached.
  const firsts: number[] = [];
  const colds: number[] = [];
  for (const query of spread(queries, counts.first)) {
    served.takeBytes();
    const { page, time, at } = await openResults(browser, `${address}?${new URLSearchParams({ q: query })}`);
    firsts.push(served.takeBytes(searchFiles, at));
    colds.push(time);
    await page.context().close();
  }
  const page = await openPage(browser, address);
  const { answers } = await findAll(page, queries);
  const { exact } = judge(expectations, answers);
  const warm: number[] = [];
  for (const query of queries) warm.push((await showResults(page, query)).first);
  await page.context().close();
  const worstPage = await openPage(browser, address);
  const { first, complete } = await showResults(worstPage, worst);
  await worstPage.context().close();
  served.stop();
  return [
    percent(exact),
    kilobytes(median(firsts)),
    kilobytes(Math.max(...firsts)),
    milliseconds(median(colds)),
    milliseconds(median(warm)),
    milliseconds(first),
    milliseconds(complete),
  ];
}

/** The pair of Han characters that most texts have. */
function mostCommonPair(texts: readonly string[]): string {
  const found = new Map<string, number>();
  for (const text of texts)
    for (const pair of listPairs([text]))
      if (/^\p{Script=Han}{2}$/u.test(pair)) found.set(pair, (found.get(pair) ?? 0) + 1);
  return [...found].reduce((most, other) => (other[1] > most[1] ? other : most), ['', 0])[0];
}

/** Some of a list, taken evenly. */
function spread<Item>(items: readonly Item[], count: number): Item[] {
  return items.filter((_, index) => index % Math.floor(items.length / count) === 0);
}
