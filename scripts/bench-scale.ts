import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { sha256 } from '../src/lib/text/sha256.ts';
import { benchFolder } from './bench/bench-folder.ts';
import { countOverrulings, makeContent } from './bench/make-content.ts';
import { toTable } from './bench/measure.ts';
import { type Run, runMeasured } from './bench/run-measured.ts';
import { listFiles } from './list-files.ts';

/*
 * Synthetic collections of some sizes, imported, related and built by the commands that every collection is built by, and
 * imported and related once more after one document has changed. It asserts nothing.
 */

const { values } = parseArgs({
  options: {
    /** Documents of the collections. */
    sizes: { type: 'string', default: '10,100,1000' },
    seed: { type: 'string', default: '20261121' },
  },
});

const head = [
  ...['documents', 'import', 'relate', 'pages', 'beside', 'rest', 'all', 'most memory'],
  ...['output', 'files a document', 'after a change: import', 'relate'],
];
const rows = [head];
for (const size of values.sizes.split(',').filter(Boolean).map(Number)) {
  rows.push(await measure(size));
  console.log(`${toTable([head, rows.at(-1) ?? []])}\n`);
}
const gibibytes = totalmem() / 2 ** 30;
console.log(
  `Seconds and megabytes, on ${cpus().length} cores and ${gibibytes.toFixed(0)} GiB:\n\n${toTable(rows)}`,
);

async function measure(size: number): Promise<string[]> {
  const content = join(benchFolder, `content-${size}`);
  const dist = join(benchFolder, `dist-${size}`);
  makeContent(content, size, Number(values.seed));
  const at = ['--content', content];
  const imported = await runMeasured('import', at);
  await runMeasured('edition', at);
  countOverrulings(content);
  const related = await runMeasured('relate', at);
  const built = await runMeasured('build', [...at, '--dist', dist]);
  const files = listFiles(dist);
  const bytes = files.reduce((sum, file) => sum + statSync(file).size, 0);

  changeDocument(content, Math.floor(size / 2));
  const again = await runMeasured('import', at);
  const relatedAgain = await runMeasured('relate', at);

  const { pages, beside } = readSeconds(built);
  const all = imported.seconds + related.seconds + built.seconds;
  const rest = built.seconds - Math.max(pages, beside);
  const seconds = [imported.seconds, related.seconds, pages, beside, rest, all];
  return [
    String(size),
    ...seconds.map((value) => value.toFixed(1)),
    (Math.max(imported.memory, related.memory, built.memory) / 1e6).toFixed(0),
    (bytes / 1e6).toFixed(0),
    (files.length / size).toFixed(1),
    again.seconds.toFixed(1),
    relatedAgain.seconds.toFixed(1),
  ];
}

/** What a build says of how long its threads took, in seconds. */
function readSeconds({ lines }: Run): { readonly pages: number; readonly beside: number } {
  const said = lines.map(({ text }) =>
    /^Rendered the pages in ([\d.]+) s, and beside them, in ([\d.]+) s/.exec(text),
  );
  const [, pages, beside] = said.find(Boolean) ?? [];
  return { pages: Number(pages), beside: Number(beside) };
}

/** Another number in the text of a document, and the hash of its source. */
function changeDocument(content: string, index: number): void {
  const folder = join(content, 'sources', `synthetic-${index}`);
  const source = join(folder, 'source.txt');
  const recipe = join(folder, 'recipe.yaml');
  const text = readFileSync(source, 'utf8').replace(/第\d+号/, '第7号');
  writeFileSync(source, text);
  writeFileSync(recipe, readFileSync(recipe, 'utf8').replace(/^sha256: \w+/m, `sha256: ${sha256(text)}`));
}
