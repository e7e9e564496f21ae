import type { DocumentData } from '../../schemas/data.ts';
import type { Catalogue, ClauseRecord, ShardPart } from './clause.ts';
import { listClauses } from './list-clauses.ts';
import { createShardJoiner, nameTexts, type ShardRest } from './shard-rest.ts';

/** Reads a file of the site, by its path below the root. It throws where it cannot be read. */
type ReadFile = <Data>(path: string) => Promise<Data>;

/**
 * A reader of shards, of the published data and of what it does not say. It throws where the data is of other texts than
 * the catalogue: the site has changed meanwhile.
 */
export function createShardLoader(
  { documents, shards }: Catalogue,
  read: ReadFile,
): (part: number) => Promise<ClauseRecord[]> {
  const { folder, length, shown, parts } = shards ?? { folder: '', length: 0, shown: '', parts: [] };
  const join = createShardJoiner(shown);
  const first = new Map<number, number>();
  for (const [part, [document]] of parts.entries()) if (!first.has(document)) first.set(document, part);
  return async (part) => {
    const [document, , texts, hasRest] = parts[part] as ShardPart;
    const [data, rest] = await Promise.all([
      read<DocumentData>(`data/${documents[document]?.slug}.json`),
      hasRest ? read<ShardRest>(`${folder}${part}.json`) : {},
    ]);
    const from = (part - (first.get(document) ?? 0)) * length;
    const published = listClauses(data).slice(from, from + length);
    if (nameTexts(published) !== texts)
      throw new Error(`data/${data.slug}.json: Unexpected texts, expected those of the catalogue.`);
    return join(document, published, rest);
  };
}
