import { cpSync } from 'node:fs';
import { join } from 'node:path';
import {
  createOracle,
  listAbsentStrings,
  listSubstrings,
  readData,
  toAcceptedClauses,
  toLiteralQuery,
} from '../../tests/lib/search/acceptance.ts';
import { benchFolder, buildSearch, copyDist } from './bench-folder.ts';
import { judge, kilobytes, median, milliseconds, percent, toTable } from './measure.ts';
import { type Browser, findAll, openPage, showResults } from './search-page.ts';
import { searchFiles, serveCompressed } from './serve-compressed.ts';
import { makeDocuments, writeDocuments } from './synthetic.ts';

/** Queries by kind, and how many of them are asked as a first one. */
const counts = { substrings: 100, absent: 20, first: 24 };
/** A word that most documents have. */
const commonWord = '双方';

/** The index tier on collections of some numbers of paragraphs. */
export async function benchSynthetic(
  browser: Browser,
  sizes: readonly number[],
  seed: number,
): Promise<string> {
  const head = [
    'paragraphs',
    'built in',
    'exact sets',
    'first query fetches: median',
    'most',
    'warm, on the screen',
    'worst: first results',
    'complete',
  ];
  const rows = [head];
  const content = join(benchFolder, 'content');
  cpSync('content/collection.yaml', join(content, 'collection.yaml'));
  for (const size of sizes) {
    const documents = makeDocuments(readData('dist'), size, seed);
    const dist = copyDist(`synthetic-${size}`);
    writeDocuments(dist, documents);
    const built = buildSearch(dist, '0', content);
    const served = await serveCompressed(dist);
    const open = () => openPage(browser, `${served.url}hans/search/`);

    const clauses = toAcceptedClauses(documents);
    const oracle = createOracle(clauses);
    const texts = [
      ...listSubstrings(clauses, counts.substrings, seed),
      ...listAbsentStrings(clauses, oracle, counts.absent, seed),
    ];
    const expectations = texts.map((text) => ({ ...oracle(text, [text]), query: toLiteralQuery(text) }));
    const queries = expectations.map(({ query }) => query);

    // Fetched until the first results are shown.
    const firsts: number[] = [];
    for (const query of spread(queries, counts.first)) {
      served.takeBytes();
      const page = await open();
      await showResults(page, query, 'first');
      firsts.push(served.takeBytes(searchFiles));
      await page.context().close();
    }
    const worst = await showResults(await open(), commonWord);
    const page = await open();
    const { answers } = await findAll(page, queries);
    const { exact } = judge(expectations, answers);
    const warm: number[] = [];
    for (const query of queries) warm.push((await showResults(page, query)).first);
    rows.push([
      String(size),
      `${Math.round(built / 1000)} s`,
      percent(exact),
      kilobytes(median(firsts)),
      kilobytes(Math.max(...firsts)),
      milliseconds(median(warm)),
      milliseconds(worst.first),
      milliseconds(worst.complete),
    ]);
    served.stop();
  }
  return toTable(rows);
}

/** Some of a list, taken evenly. */
function spread<Item>(items: readonly Item[], count: number): Item[] {
  return items.filter((_, index) => index % Math.floor(items.length / count) === 0);
}
