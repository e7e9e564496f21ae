import type { Catalogue, Clause, ClauseRecord } from './clause.ts';
import type { SearchEngine } from './engine.ts';
import { type Filter, filterDocuments, isInSection } from './filter.ts';
import { createMatcher, type Match } from './find-hits.ts';
import { createFold } from './fold.ts';
import { toIndexQueries, toPairQueries } from './index-words.ts';
import type { Query } from './parse-query.ts';
import { rankNearest } from './rank-nearest.ts';
import { createClauseReader } from './read-clauses.ts';

/** Where the index tier reads from. Both throw where it cannot be read. */
export interface IndexAccess {
  /** The records of the index that answer a query of `toIndexQueries`. */
  findRecords(query: string): Promise<readonly string[]>;
  loadShard(part: number): Promise<readonly ClauseRecord[]>;
}

/** Shards that are fetched ahead of the one being read; fewer at first, since most queries have few. */
const ahead = { first: 2, most: 8 };
/** Shards whose clauses are kept. */
const mostKept = 256;
/** Shards that are read for the nearest clauses. */
const mostNear = 8;

/** Search in a collection too large to ship: an index names the shards that may match, and they are read. */
export function createIndexTier(catalogue: Catalogue, access: IndexAccess): SearchEngine {
  const fold = createFold(catalogue.fold);
  const readClauses = createClauseReader(catalogue, fold);
  const parts = catalogue.shards?.parts ?? [];
  const partOfRecord = new Map(parts.map(([, record], part) => [record, part]));
  const kept = new Map<number, Promise<Clause[]>>();

  /** A shard's clauses; the ones longest unused are let go, and a failed one is tried again. */
  const load = (part: number): Promise<Clause[]> => {
    const clauses = kept.get(part) ?? access.loadShard(part).then(readClauses);
    kept.delete(part);
    kept.set(part, clauses);
    clauses.catch(() => kept.delete(part));
    for (const oldest of kept.keys()) {
      if (kept.size <= mostKept) break;
      kept.delete(oldest);
    }
    return clauses;
  };

  const partsOf = async (query: string): Promise<number[]> =>
    (await access.findRecords(query)).flatMap((record) => partOfRecord.get(record) ?? []);

  /** The shards that may hold a clause with every word, in the collection's order. */
  const findCandidates = async ({ words }: Query, filter: Filter): Promise<number[]> => {
    const wanted = filterDocuments(catalogue.documents, filter);
    let candidates = [...parts.keys()].filter((part) => wanted.has(parts[part]?.[0] ?? -1));
    // One document is read without asking the index.
    if (filter.document) return candidates;
    const queries = [...new Set(words.flatMap((word) => toIndexQueries(fold(word))))];
    for (const found of await Promise.all(queries.map(partsOf))) {
      const answering = new Set(found);
      candidates = candidates.filter((part) => answering.has(part));
    }
    return candidates;
  };

  return {
    async *search(query, filter) {
      const match = createMatcher(query, fold);
      const candidates = await findCandidates(query, filter);
      for (const [index, part] of candidates.entries()) {
        const clauses = load(part);
        const reach = Math.min(ahead.first + index, ahead.most);
        for (const next of candidates.slice(index + 1, index + 1 + reach)) void load(next);
        const found: Match[] = (await clauses)
          .filter((clause) => isInSection(clause, filter))
          .flatMap((clause) => match(clause) ?? []);
        if (found.length > 0) yield found;
      }
    },

    async nearest(query, filter) {
      const wanted = filterDocuments(catalogue.documents, filter);
      const shared = new Map<number, number>();
      for (const found of await Promise.all(toPairQueries(query.words.map(fold)).map(partsOf)))
        for (const part of found)
          if (wanted.has(parts[part]?.[0] ?? -1)) shared.set(part, (shared.get(part) ?? 0) + 1);
      const near = [...shared].sort((a, b) => b[1] - a[1]).slice(0, mostNear);
      const clauses = (await Promise.all(near.map(([part]) => load(part)))).flat();
      return rankNearest(
        clauses.filter((clause) => isInSection(clause, filter)),
        query,
        fold,
      );
    },
  };
}
