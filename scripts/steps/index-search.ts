import { createHash } from 'node:crypto';
import { readAliases, readRelations } from '../../src/content/content-files.ts';
import type { Script } from '../../src/lib/script/scripts.ts';
import { checkCatalogue } from '../../src/lib/search/check-catalogue.ts';
import { chooseTier } from '../../src/lib/search/choose-tier.ts';
import type { Catalogue, ClauseRecord } from '../../src/lib/search/clause.ts';
import { createPairCounter, listCommonCharacters } from '../../src/lib/search/common-words.ts';
import { createFold } from '../../src/lib/search/fold.ts';
import { createClauseReader } from '../../src/lib/search/read-clauses.ts';
import {
  type CatalogueInput,
  type CatalogueParts,
  toCatalogue,
  toCollectionTable,
} from '../../src/lib/search/to-catalogue.ts';
import { toIndexContent } from '../../src/lib/search/to-index-content.ts';
import { type BuiltIndex, toExactFile, toIndexFiles } from '../../src/lib/search/to-search-files.ts';
import { toShards, toVolumes } from '../../src/lib/search/to-shards.ts';
import { toCodes } from '../../src/lib/text/codes.ts';
import { buildPagefind } from './build-pagefind.ts';
import type { BuiltSite } from './built-site.ts';

/** A name for what is searched: another where anything of it is. */
function hashParts(parts: readonly CatalogueParts[], records: readonly string[], volumes: number): string {
  const hash = createHash('sha256').update(JSON.stringify([records, volumes]));
  for (const { catalogue, clauses } of parts) {
    hash.update(JSON.stringify(catalogue));
    for (const clause of clauses) hash.update(JSON.stringify(clause));
  }
  return hash.digest('hex').slice(0, 12);
}

/** What a search of the whole collection reads, all texts included: what the exact tier ships. */
export function toSearchInput({ documents, content }: BuiltSite): CatalogueInput {
  const { folder, collection, convert } = content;
  return {
    edition: collection.edition,
    documents,
    kinds: collection.kinds,
    witnesses: readRelations(folder).witnesses,
    aliases: readAliases(folder),
    convert,
  };
}

/** What indexing made besides its files. */
export interface SearchStep {
  /** What a search in each script reads where all clauses are at hand, if the whole site can be taken away with it. */
  readonly catalogues: Readonly<Record<Script, Catalogue>> | undefined;
  /** What was done, in words. */
  readonly done: string;
}

/**
 * Write `search/` and `pagefind/`.
 * @throws Error with the editor's mistakes, a line each.
 */
export async function indexSearch(site: BuiltSite): Promise<SearchStep> {
  const input = toSearchInput(site);
  const problems = checkCatalogue(input);
  if (problems.length > 0)
    throw new Error(
      problems
        .map(({ file, rule, message }) => `${site.content.folder}/${file}  ${rule}  ${message}`)
        .join('\n'),
    );

  const table = toCollectionTable(input);
  const hans = toCatalogue(input, 'hans', table);
  const hant = toCatalogue(input, 'hant', table);
  const tier = chooseTier(hans.clauses.length, site.settings.searchLimit);

  // The clauses of both scripts are found in both: one index serves them.
  const readClauses = createClauseReader(hans.catalogue, createFold(hans.catalogue.fold));
  const shards = toShards(hans.clauses);
  for (const folder of ['pagefind', 'search']) site.clear(folder);
  // Indexing takes memory by the text: the indexes of a large collection are made one after the other.
  const volumes = toVolumes(shards, site.settings.indexLimit);
  const records: string[] = [];
  const pairs = createPairCounter();
  const characters = listCommonCharacters(shards, readClauses);
  const leftOut = new Set(toCodes(characters));
  /** What the index sees of each shard, one read after the other. */
  function* toContents(volume: readonly (readonly ClauseRecord[])[]): Iterable<string> {
    for (const shard of volume) {
      const clauses = readClauses(shard);
      pairs.add(clauses);
      yield toIndexContent(clauses, leftOut);
    }
  }
  let indexFiles = 0;
  for (const [place, volume] of volumes.entries()) {
    const built = await buildPagefind(toContents(volume));
    // The program is that of the first: the others are merged into it.
    const files = built.files.filter(({ path }) => place === 0 || !path.endsWith('.js'));
    for (const { path, content } of files)
      site.write(`pagefind/${place === 0 ? '' : `${place}/`}${path}`, content);
    for (const record of built.records) records.push(record);
    indexFiles += files.length;
  }
  const index: BuiltIndex = {
    records,
    volumes: volumes.length,
    common: { ...pairs.list(), characters },
    version: hashParts([hans, hant], records, volumes.length),
  };
  const exact = { hans: toExactFile(hans), hant: toExactFile(hant) };
  const searchFiles =
    tier === 'exact'
      ? [exact.hans, exact.hant]
      : [hans, hant].flatMap((parts) => toIndexFiles(parts, toShards(parts.clauses), input.documents, index));
  for (const { path, data } of searchFiles) site.write(path, JSON.stringify(data));
  const done =
    `Indexed ${hans.clauses.length} clauses of ${input.documents.length} documents for the ${tier} tier: ` +
    `${searchFiles.length} files in search/, ${indexFiles} in pagefind/.`;
  const catalogues = site.offer.isFull ? { hans: exact.hans.data, hant: exact.hant.data } : undefined;
  return { catalogues, done };
}
