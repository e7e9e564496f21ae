import type { DocumentData } from '../../schemas/data.ts';
import type { Catalogue, ClauseRecord, CommonWords, ShardPart } from './clause.ts';
import { listClauses } from './list-clauses.ts';
import { nameTexts, type ShardRest, toRests } from './shard-rest.ts';
import type { CatalogueParts } from './to-catalogue.ts';
import { shardLength } from './to-shards.ts';
import { leaveOutTexts } from './witness-texts.ts';

/** A file that search reads in a browser, by its path in the site. */
export interface SearchFile<Data = Catalogue | ShardRest> {
  readonly path: string;
  readonly data: Data;
}

/** The exact tier's: one, with every clause. */
export function toExactFile({ catalogue, clauses }: CatalogueParts): SearchFile<Catalogue> {
  const shipped = leaveOutTexts(clauses, catalogue.documents);
  return { path: cataloguePath(catalogue), data: { ...catalogue, clauses: shipped } };
}

/** What an index of shards was built with. */
export interface BuiltIndex {
  /** The index's name for each shard. */
  readonly records: readonly string[];
  /** How many indexes there are: the others than the first stand in numbered folders. */
  readonly volumes: number;
  readonly common: CommonWords;
  /** Names the shards' folder: those of another version are never read. */
  readonly version: string;
}

/**
 * The index tier's: a catalogue that says where the clauses are, and a file for each shard of which the published data does
 * not say all.
 * @param length clauses of a shard at most
 */
export function toIndexFiles(
  { catalogue }: CatalogueParts,
  shards: readonly (readonly ClauseRecord[])[],
  documents: readonly DocumentData[],
  { records, volumes, common, version }: BuiltIndex,
  length = shardLength,
): SearchFile[] {
  const folder = `search/${catalogue.script}/${version}/`;
  const clauses = documents.flatMap(listClauses);
  const published: (typeof clauses)[] = [];
  let at = 0;
  for (const { length } of shards) {
    published.push(clauses.slice(at, at + length));
    at += length;
  }
  const { shown, rests } = toRests(shards, published);
  const hasRest = rests.map((rest) => Object.keys(rest).length > 0);
  const parts = shards.map((shard, part): ShardPart => {
    const said = [shard[0]?.[0] ?? 0, records[part] ?? '', nameTexts(published[part] ?? [])] as const;
    return hasRest[part] ? [...said, 1] : said;
  });
  return [
    {
      path: cataloguePath(catalogue),
      data: { ...catalogue, shards: { folder, version, volumes, length, shown, parts, common } },
    },
    ...rests.flatMap((data, part) => (hasRest[part] ? [{ path: `${folder}${part}.json`, data }] : [])),
  ];
}

const cataloguePath = ({ script }: CatalogueParts['catalogue']) => `search/${script}.json`;
