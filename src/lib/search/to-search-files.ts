import type { Catalogue, ClauseRecord, CommonPairs } from './clause.ts';
import type { CatalogueParts } from './to-catalogue.ts';
import { leaveOutTexts } from './witness-texts.ts';

/** A file that search reads in a browser, by its path in the site. */
export interface SearchFile<Data = Catalogue | readonly ClauseRecord[]> {
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
  readonly common: CommonPairs;
  /** Names the shards' folder: those of another version are never read. */
  readonly version: string;
}

/** The index tier's: a catalogue that says where the clauses are, and a file a shard. */
export function toIndexFiles(
  { catalogue }: CatalogueParts,
  shards: readonly (readonly ClauseRecord[])[],
  { records, volumes, common, version }: BuiltIndex,
): SearchFile[] {
  const folder = `search/${catalogue.script}/${version}/`;
  const parts = shards.map((shard, part) => [shard[0]?.[0] ?? 0, records[part] ?? ''] as const);
  return [
    {
      path: cataloguePath(catalogue),
      data: { ...catalogue, shards: { folder, version, volumes, parts, common } },
    },
    ...shards.map((data, part) => ({ path: `${folder}${part}.json`, data })),
  ];
}

const cataloguePath = ({ script }: CatalogueParts['catalogue']) => `search/${script}.json`;
