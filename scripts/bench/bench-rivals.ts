import { join } from 'node:path';
import { listExpectations, readData, toAcceptedClauses } from '../../tests/lib/search/acceptance.ts';
import { benchFolder } from './bench-folder.ts';
import { judge, kilobytes, mean, milliseconds, percent, type Quality, toTable } from './measure.ts';
import { openFlexSearch, openMiniSearch, writeStockPagefind } from './rivals.ts';
import { type Browser, openPage, type Page } from './search-page.ts';
import { serveCompressed } from './serve-compressed.ts';

/** The usual choices on the same clauses and queries. The texts that results show are not in their figures. */
export async function benchRivals(browser: Browser): Promise<string> {
  const documents = readData('dist');
  const clauses = toAcceptedClauses(documents);
  // What they have no word for is not asked: to exclude a word.
  const expectations = listExpectations(documents).filter(({ query }) => !/(?:^|\s)-/.test(query));
  const rows = [['', 'recall', 'precision', 'exact sets', 'index and code', 'a query takes', 'in']];
  const add = (name: string, quality: Quality, bytes: number, time: number, where: string) =>
    rows.push([
      name,
      quality.recall.toFixed(3),
      quality.precision.toFixed(3),
      percent(quality.exact),
      kilobytes(bytes),
      milliseconds(time),
      where,
    ]);

  const folder = join(benchFolder, 'rivals');
  const names = await writeStockPagefind(folder, clauses);
  const served = await serveCompressed(folder);
  const open = (script: string) => openPage(browser, `${served.url}stock/${script}.html`);
  const pages = [await open('hans'), await open('hant')] as const;
  // The scripts are separate indexes: a query is asked of the one that has all of its characters.
  const simplified = new Set(clauses.flatMap(({ forms: [hans = ''] }) => Array.from(hans.toLowerCase())));
  const pageOf = (text: string) =>
    Array.from(text.toLowerCase()).every((character) => simplified.has(character) || character === ' ')
      ? pages[0]
      : pages[1];
  for (const isQuoted of [false, true]) {
    const answers: string[][] = [];
    const times: number[] = [];
    for (const { query } of expectations) {
      const text = query.replaceAll('"', '');
      const { ids, time } = await askPagefind(pageOf(text), isQuoted ? `"${text}"` : text);
      answers.push(ids.map((id) => names.get(id) ?? ''));
      times.push(time);
    }
    served.takeBytes();
    await askPagefind(await open('hans'), expectations[0]?.query ?? '');
    const bytes = served.takeBytes(/^(?!.*\.html$)/);
    add(
      `stock Pagefind, ${isQuoted ? 'quoted' : 'plain'}`,
      judge(expectations, answers),
      bytes,
      mean(times),
      'Chromium',
    );
  }
  for (const page of pages) await page.context().close();
  served.stop();

  for (const rival of [openMiniSearch(clauses), openFlexSearch(clauses)]) {
    const times: number[] = [];
    const answers = expectations.map(({ query }) => {
      const started = performance.now();
      const found = rival.search(query.replaceAll('"', ''));
      times.push(performance.now() - started);
      return found;
    });
    add(rival.name, judge(expectations, answers), rival.bytes, mean(times), 'Node');
  }
  return toTable(rows);
}

function askPagefind(page: Page, query: string): Promise<{ ids: string[]; time: number }> {
  return page.evaluate(async (asked) => {
    type Pagefind = { search(query: string): Promise<{ results: { id: string }[] }> };
    const { pagefind } = globalThis as unknown as { pagefind: Pagefind };
    const started = performance.now();
    const { results } = await pagefind.search(asked);
    return { ids: results.map(({ id }) => id), time: performance.now() - started };
  }, query);
}
