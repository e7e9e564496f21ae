import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import {
  readAliases,
  readCollection,
  readRelations,
  readScriptExceptions,
} from '../src/content/content-files.ts';
import { toShareCard } from '../src/lib/export/to-share-card.ts';
import { createConverter } from '../src/lib/script/create-converter.ts';
import { checkCatalogue } from '../src/lib/search/check-catalogue.ts';
import { chooseTier } from '../src/lib/search/choose-tier.ts';
import { toCommonPairs } from '../src/lib/search/common-pairs.ts';
import { createFold } from '../src/lib/search/fold.ts';
import { createClauseReader } from '../src/lib/search/read-clauses.ts';
import { type CatalogueInput, toCatalogue } from '../src/lib/search/to-catalogue.ts';
import { toIndexContent } from '../src/lib/search/to-index-content.ts';
import { type BuiltIndex, toExactFiles, toIndexFiles } from '../src/lib/search/to-search-files.ts';
import { toShards } from '../src/lib/search/to-shards.ts';
import { sha256 } from '../src/lib/text/sha256.ts';
import { documentDataSchema, indexDataSchema } from '../src/schemas/data.ts';
import { buildPagefind } from './build-pagefind.ts';
import { buildShareImages } from './build-share-images.ts';

const { values } = parseArgs({
  options: {
    dist: { type: 'string', default: 'dist' },
    content: { type: 'string', default: 'content' },
  },
});
const read = (name: string): unknown => JSON.parse(readFileSync(join(values.dist, 'data', name), 'utf8'));
const write = (path: string, content: string | Uint8Array) => {
  const file = join(values.dist, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
};

const { edition, documents, sources } = indexDataSchema.parse(read('index.json'));
const collection = readCollection(values.content);
const convert = createConverter(readScriptExceptions(values.content));
const input: CatalogueInput = {
  edition,
  documents: documents.map(({ slug }) => documentDataSchema.parse(read(`${slug}.json`))),
  kinds: collection.kinds,
  witnesses: readRelations(values.content).witnesses,
  aliases: readAliases(values.content),
  convert,
};
const problems = checkCatalogue(input);
if (problems.length > 0) {
  for (const { file, rule, message } of problems)
    console.error(`${join(values.content, file)}  ${rule}  ${message}`);
  process.exit(1);
}

const hans = toCatalogue(input, 'hans');
const hant = toCatalogue(input, 'hant');
const tier = chooseTier(hans.clauses.length, process.env.SEARCH_LIMIT);

// The clauses of both scripts are found in both: one index serves them.
const readClauses = createClauseReader(hans.catalogue, createFold(hans.catalogue.fold));
const shards = toShards(hans.clauses);
const folded = shards.map((shard) => readClauses(shard));
const { files, records } = await buildPagefind(folded.map(toIndexContent));

for (const folder of ['pagefind', 'search'])
  rmSync(join(values.dist, folder), { recursive: true, force: true });
for (const { path, content } of files) write(join('pagefind', path), content);
const index: BuiltIndex = {
  records,
  common: toCommonPairs(folded.flat()),
  version: sha256(JSON.stringify([hans, hant])).slice(0, 12),
};
const searchFiles =
  tier === 'exact'
    ? [...toExactFiles(hans), ...toExactFiles(hant)]
    : [...toIndexFiles(hans, shards, index), ...toIndexFiles(hant, toShards(hant.clauses), index)];
for (const { path, data } of searchFiles) write(path, JSON.stringify(data));

const images = await buildShareImages(
  input.documents.map((document) => toShareCard(document, sources, collection, convert)),
);
rmSync(join(values.dist, 'share'), { recursive: true, force: true });
for (const { path, content } of images) write(path, content);

console.log(
  `Indexed ${hans.clauses.length} clauses of ${documents.length} documents for the ${tier} tier: ` +
    `${searchFiles.length} files in search/, ${files.length} in pagefind/. ` +
    `Drew ${images.length} images in share/.`,
);
