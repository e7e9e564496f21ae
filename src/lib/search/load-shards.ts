import type { DocumentData } from '../../schemas/data.ts';
import type { Catalogue, ClauseRecord, ShardPart } from './clause.ts';
import { listClauses } from './list-clauses.ts';
import { createShardJoiner, nameTexts, type ShardRest } from './shard-rest.ts';

/** Reads a file of the site, by its path below the root. It throws where it cannot be read. */
type ReadFile = <Data>(path: string) => Promise<Data>;

/**
 * A reader of shards, of the published data and of what it does not say. Data of other texts than the catalogue’s, which
 * something on the way has kept of another version of the site, is asked for once more under an address of its own; it
 * throws where that is of others too: the site has changed meanwhile.
 */
export function createShardLoader(
  { documents, shards }: Catalogue,
  read: ReadFile,
): (part: number) => Promise<ClauseRecord[]> {
  const { folder, length, shown, parts } = shards ?? { folder: '', length: 0, shown: '', parts: [] };
  const join = createShardJoiner(shown);
  const first = new Map<number, number>();
  for (const [part, [document]] of parts.entries()) if (!first.has(document)) first.set(document, part);

  /** Of the document read last: a long one has many parts, which are read one after the other. */
  let last: { readonly path: string; readonly clauses: ReturnType<typeof readClauses> } | undefined;
  const readClauses = async (path: string) => listClauses(await read<DocumentData>(path));
  const readDocument = (path: string): ReturnType<typeof readClauses> => {
    if (last?.path !== path) last = { path, clauses: readClauses(path) };
    return last.clauses;
  };
  /** What failed, or is of another version, is read anew. */
  const forget = (path: string): void => {
    if (last?.path === path) last = undefined;
  };

  return async (part) => {
    const [document, , texts, hasRest] = parts[part] as ShardPart;
    const path = `data/${documents[document]?.slug}.json`;
    try {
      const [clauses, rest] = await Promise.all([
        readDocument(path),
        hasRest ? read<ShardRest>(`${folder}${part}.json`) : {},
      ]);
      const from = (part - (first.get(document) ?? 0)) * length;
      const isMeant = (published: typeof clauses) => nameTexts(published) === texts;
      let published = clauses.slice(from, from + length);
      if (!isMeant(published)) {
        forget(path);
        published = (await readClauses(`${path}?${texts}`)).slice(from, from + length);
      }
      if (!isMeant(published)) throw new Error(`${path}: Unexpected texts, expected those of the catalogue.`);
      return join(document, published, rest);
    } catch (error) {
      forget(path);
      throw error;
    }
  };
}
