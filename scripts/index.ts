import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { close, createIndex } from 'pagefind';
import { readScriptExceptions } from '../src/content/content-files.ts';
import { createConverter } from '../src/lib/script/create-converter.ts';
import { toSearchRecords } from '../src/lib/search/to-search-records.ts';
import { documentDataSchema, indexDataSchema } from '../src/schemas/data.ts';

const { values } = parseArgs({ options: { dist: { type: 'string', default: 'dist' } } });
const data = join(values.dist, 'data');
const read = (name: string): unknown => JSON.parse(readFileSync(join(data, name), 'utf8'));

const { documents } = indexDataSchema.parse(read('index.json'));
const convert = createConverter(readScriptExceptions('content'));
const records = documents.flatMap(({ slug }) =>
  toSearchRecords(documentDataSchema.parse(read(`${slug}.json`)), convert),
);

const { index, errors } = await createIndex();
if (!index) throw new Error(`Pagefind made no index: ${errors.join('; ')}`);
for (const record of records) {
  const added = await index.addCustomRecord(record);
  if (added.errors.length > 0) throw new Error(`Pagefind refused ${record.url}: ${added.errors.join('; ')}`);
}
const { files, errors: failed } = await index.getFiles();
if (failed.length > 0) throw new Error(`Pagefind wrote no index: ${failed.join('; ')}`);
await close();

// Pagefind brings pages and styles of its own along; the search page has its own.
const needed = files.filter(({ path }) => !/^pagefind-(?!entry|worker)/.test(path));
rmSync(join(values.dist, 'pagefind'), { recursive: true, force: true });
for (const { path, content } of needed) {
  const file = join(values.dist, 'pagefind', path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
}
console.log(`Indexed ${records.length} clauses of ${documents.length} documents in ${needed.length} files.`);
