import { listExpectations, readData } from '../../tests/lib/search/acceptance.ts';
import { buildSearch, copyDist } from './bench-folder.ts';
import { judge, kilobytes, mean, median, milliseconds, percent, toTable } from './measure.ts';
import { type Browser, findAll, openPage, showResults, slowDown } from './search-page.ts';
import { searchFiles, serveCompressed } from './serve-compressed.ts';

/** Queries whose way to the screen is timed. */
const timed = 100;

/** Both tiers on the built collection: the whole acceptance suite, and how fast. */
export async function benchTiers(browser: Browser): Promise<string> {
  const expectations = listExpectations(readData('dist'));
  const queries = expectations.map(({ query }) => query);
  const rows = [
    [
      '',
      'queries',
      'recall',
      'precision',
      'exact sets',
      'first query fetches',
      'a query takes',
      'on the screen, 4× slowed: median',
      '95 of 100 in',
      'slowest',
    ],
  ];
  for (const [name, limit] of [
    ['exact tier', ''],
    ['index tier', '0'],
  ] as const) {
    const dist = copyDist(name);
    buildSearch(dist, limit);
    const served = await serveCompressed(dist);

    const first = await openPage(browser, `${served.url}hans/search/`);
    await showResults(first, queries[0] ?? '');
    const bytes = served.takeBytes(searchFiles);

    const page = await openPage(browser, `${served.url}hans/search/`);
    const { answers, times } = await findAll(page, queries);
    const { recall, precision, exact } = judge(expectations, answers);
    await slowDown(page, 4);
    const shown: number[] = [];
    for (const query of queries.slice(0, timed)) shown.push((await showResults(page, query)).first);
    rows.push([
      name,
      String(queries.length),
      recall.toFixed(3),
      precision.toFixed(3),
      percent(exact),
      kilobytes(bytes),
      // The clock of a page has steps of 0.1 ms: a mean says more than a median.
      milliseconds(mean(times)),
      milliseconds(median(shown)),
      milliseconds(shown.toSorted((a, b) => a - b)[Math.floor(timed * 0.95)] ?? Number.NaN),
      milliseconds(Math.max(...shown)),
    ]);
    // A slowed page keeps the processor busy.
    await first.context().close();
    await page.context().close();
    served.stop();
  }
  return toTable(rows);
}
