import {
  readAliases,
  readCollection,
  readDocuments,
  readRelations,
  readScriptExceptions,
} from '../../../src/content/content-files.ts';
import { toDocumentData } from '../../../src/lib/export/to-document-data.ts';
import { compareByDate } from '../../../src/lib/reader/describe-date.ts';
import { createConverter } from '../../../src/lib/script/create-converter.ts';
import type { Catalogue } from '../../../src/lib/search/clause.ts';
import { listCommonCharacters, toCommonPairs } from '../../../src/lib/search/common-words.ts';
import { createFold } from '../../../src/lib/search/fold.ts';
import { createIndexTier, type IndexAccess } from '../../../src/lib/search/index-tier.ts';
import { createShardLoader } from '../../../src/lib/search/load-shards.ts';
import { createClauseReader } from '../../../src/lib/search/read-clauses.ts';
import type { CatalogueInput, CatalogueParts } from '../../../src/lib/search/to-catalogue.ts';
import { toIndexContent } from '../../../src/lib/search/to-index-content.ts';
import { toIndexFiles } from '../../../src/lib/search/to-search-files.ts';
import { toShards } from '../../../src/lib/search/to-shards.ts';
import { toCodes } from '../../../src/lib/text/codes.ts';

const collection = readCollection('content');

/** The collection as scripts/index.ts has it, from content/ alone. */
export const collectionInput: CatalogueInput = {
  documents: readDocuments('content')
    .sort(compareByDate(collection.order))
    .map((document) => toDocumentData(document, new Map(), collection)),
  edition: collection.edition,
  kinds: collection.kinds,
  witnesses: readRelations('content').witnesses,
  aliases: readAliases('content'),
  convert: createConverter(readScriptExceptions('content')),
};

/** An index tier whose index is read word by word, as Pagefind answers a quoted query; counts what it loads. */
export function openIndexTier(parts: CatalogueParts, most?: number) {
  const shards = toShards(parts.clauses, most);
  const readClauses = createClauseReader(parts.catalogue, createFold(parts.catalogue.fold));
  const folded = shards.map((shard) => readClauses(shard));
  const characters = listCommonCharacters(folded, (clauses) => clauses);
  const common = new Set(toCodes(characters));
  const contents = folded.map((clauses) => ` ${toIndexContent(clauses, common)} `);
  const records = shards.map((_, index) => `record-${index}`);
  const { documents } = collectionInput;
  const built = {
    records,
    volumes: 1,
    common: { ...toCommonPairs(folded.flat()), characters },
    version: 'v1',
  };
  const files = toIndexFiles(parts, shards, documents, built, most);
  const catalogue = files[0]?.data as Catalogue;
  const site = new Map<string, unknown>([
    ...files.map(({ path, data }) => [path, data] as const),
    ...documents.map((data) => [`data/${data.slug}.json`, data] as const),
  ]);
  /** The paths of all that was read. */
  const read: string[] = [];
  const loadShard = createShardLoader(catalogue, async <Data>(path: string) => {
    read.push(path);
    if (!site.has(path)) throw new Error(`${path}: not there`);
    return site.get(path) as Data;
  });
  const loaded: number[] = [];
  const access: IndexAccess = {
    findRecords: async (query) =>
      records.filter((_, index) => contents[index]?.includes(` ${query.replaceAll('"', '')} `)),
    loadShard: async (part) => {
      loaded.push(part);
      return loadShard(part);
    },
  };
  return { engine: createIndexTier(catalogue, access), access, catalogue, loaded, read, shards, site };
}
