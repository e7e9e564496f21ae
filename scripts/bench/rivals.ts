import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import FlexSearch from 'flexsearch';
import MiniSearch from 'minisearch';
import { close, createIndex } from 'pagefind';
import type { AcceptedClause } from '../../tests/lib/search/acceptance.ts';
import { readRecordNames } from '../steps/build-pagefind.ts';

/** Another way of searching the same clauses, in memory. */
export interface Rival {
  readonly name: string;
  /** Of its index and its code, compressed. */
  readonly bytes: number;
  search(query: string): string[];
}

const compressed = (data: string | Buffer) => gzipSync(data, { level: 9 }).length;

/** Pairs of neighbouring characters, and single ones: what is advised for Chinese. */
const toBigrams = (text: string): string[] => {
  const characters = Array.from(text.toLowerCase()).filter((character) => /[\p{L}\p{N}]/u.test(character));
  return characters.length < 2
    ? characters
    : characters.slice(1).map((character, index) => `${characters[index]}${character}`);
};

/** MiniSearch with bigrams, all of which must stand in a clause; both scripts of a clause are indexed. */
export function openMiniSearch(clauses: readonly AcceptedClause[]): Rival {
  const index = new MiniSearch<{ id: string; text: string }>({
    fields: ['text'],
    tokenize: (text) => text.split('\n').flatMap((form) => [...toBigrams(form), ...new Set(form)]),
    searchOptions: { combineWith: 'AND', tokenize: toBigrams },
  });
  index.addAll(clauses.map(({ address, forms }) => ({ id: address, text: forms.join('\n') })));
  return {
    name: 'MiniSearch, bigrams',
    bytes:
      compressed(JSON.stringify(index)) +
      compressed(readFileSync('node_modules/minisearch/dist/umd/index.js')),
    search: (query) => index.search(query).map(({ id }) => id as string),
  };
}

/** FlexSearch with characters as its words and an index of which stand together, as is advised for Chinese. */
export function openFlexSearch(clauses: readonly AcceptedClause[]): Rival {
  const index = new FlexSearch.Index({
    tokenize: 'strict',
    encode: (text: string) => [...text.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '')],
    context: { depth: 2, resolution: 9, bidirectional: false },
  });
  for (const [place, { forms }] of clauses.entries()) index.add(place, forms.join(' '));
  let size = compressed(readFileSync('node_modules/flexsearch/dist/flexsearch.compact.min.js'));
  index.export((_: string, data: string) => {
    size += compressed(data ?? '');
  });
  return {
    name: 'FlexSearch, context index',
    bytes: size,
    search: (query) =>
      (index.search(query, { limit: clauses.length }) as number[]).map(
        (place) => clauses[place]?.address ?? '',
      ),
  };
}

/** Stock Pagefind in a folder: one record a clause and script, as a site in two languages has it. Names by record. */
export async function writeStockPagefind(
  folder: string,
  clauses: readonly AcceptedClause[],
): Promise<Map<string, string>> {
  const { index } = await createIndex();
  if (!index) throw new Error('Pagefind made no index.');
  for (const { address, forms } of clauses)
    for (const [place, language] of ['zh-cn', 'zh-tw'].entries())
      await index.addCustomRecord({
        url: address,
        content: forms[place] ?? '',
        language,
        meta: { title: address },
      });
  const { files } = await index.getFiles();
  await close();
  for (const { path, content } of files) {
    const file = join(folder, 'stock', path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
  for (const [lang, script] of [
    ['zh-CN', 'hans'],
    ['zh-TW', 'hant'],
  ])
    writeFileSync(
      join(folder, 'stock', `${script}.html`),
      `<!doctype html><html lang="${lang}"><meta charset="utf-8"><title>stock</title><script type="module">
        window.pagefind = await import('/stock/pagefind.js'); await pagefind.init(); window.isReady = true;</script>`,
    );
  return readRecordNames(files);
}
