import { once } from '../once.ts';
import type { Catalogue, Clause, ClauseRecord } from './clause.ts';
import { readCommonWords } from './common-words.ts';
import type { SearchEngine } from './engine.ts';
import { filterDocuments, isInSection } from './filter.ts';
import { createMatcher, type Match } from './find-hits.ts';
import { createFold } from './fold.ts';
import { toIndexQueries, toPairQueries } from './index-words.ts';
import { rankNearest } from './rank-nearest.ts';
import { createClauseReader } from './read-clauses.ts';

/** Where the index tier reads from. Both throw where it cannot be read. */
export interface IndexAccess {
  /** The records of the index that answer a query of `toIndexQueries`. */
  findRecords(query: string): Promise<readonly string[]>;
  loadShard(part: number): Promise<readonly ClauseRecord[]>;
}

/** Shards that are fetched ahead of the one being read: few as long as nothing is found, since none may be needed. */
const ahead = { before: 1, after: 8 };
/** Shards without a match after which the index is asked once more. */
const patience = 2;
/** Shards whose clauses are kept. */
const mostKept = 256;
/** Shards that are read for the nearest clauses. */
const mostNear = 5;

/** Search in a collection too large to ship: an index names the shards that may match, and they are read. */
export function createIndexTier(
  catalogue: Catalogue,
  access: IndexAccess,
  fold = createFold(catalogue.fold),
): SearchEngine {
  const readClauses = createClauseReader(catalogue, fold);
  const parts = catalogue.shards?.parts ?? [];
  const rarity = readCommonWords(catalogue.shards?.common ?? { pairs: '', heavy: 0, characters: '' });
  // Names are short: two parts may share one. What is read in vain does no harm.
  const partsOfRecord = Map.groupBy([...parts.keys()], (part) => parts[part]?.[1] ?? '');
  const kept = new Map<number, Promise<() => Clause[]>>();

  /**
   * A shard's clauses, which are folded when they are read first: what is fetched ahead must not delay what is shown.
   * The ones longest unused are let go, and a failed one is tried again.
   */
  const load = (part: number): Promise<() => Clause[]> => {
    const clauses =
      kept.get(part) ?? access.loadShard(part).then((records) => once(() => readClauses(records)));
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
    (await access.findRecords(query)).flatMap((record) => partsOfRecord.get(record) ?? []);

  /** Those of some shards that answer every query. */
  const narrow = async (candidates: readonly number[], queries: readonly string[]): Promise<number[]> => {
    const answers = await Promise.all([...new Set(queries)].map(partsOf));
    const sets = answers.map((answer) => new Set(answer));
    return candidates.filter((part) => sets.every((set) => set.has(part)));
  };

  return {
    async *search(query, filter) {
      const match = createMatcher(query, fold);
      const wanted = filterDocuments(catalogue.documents, filter);
      let candidates = [...parts.keys()].filter((part) => wanted.has(parts[part]?.[0] ?? -1));
      // One document is read without asking the index.
      const [first = [], ...steps] = filter.document ? [] : toIndexQueries(query.words.map(fold), rarity);
      candidates = await narrow(candidates, first);

      let isFound = false;
      for (let index = 0; index < candidates.length; index += 1) {
        // Many that may have it, and none that has. A few are read sooner than the index is.
        if (!isFound && index > 0 && index % patience === 0 && candidates.length - index > patience)
          candidates = [
            ...candidates.slice(0, index),
            ...(await narrow(candidates.slice(index), steps.shift() ?? [])),
          ];
        const most = isFound ? ahead.after : ahead.before;
        const [part, ...next] = candidates.slice(index, index + 1 + most);
        if (part === undefined) return;
        const clauses = load(part);
        for (const other of next) void load(other);
        const found: Match[] = (await clauses)()
          .filter((clause) => isInSection(clause, filter))
          .flatMap((clause) => match(clause) ?? []);
        isFound ||= found.length > 0;
        // An empty batch, too: whoever has asked something else meanwhile can stop it.
        yield found;
      }
    },

    async nearest(query, filter) {
      const wanted = filterDocuments(catalogue.documents, filter);
      const shared = new Map<number, number>();
      for (const found of await Promise.all(toPairQueries(query.words.map(fold), rarity).map(partsOf)))
        for (const part of found)
          if (wanted.has(parts[part]?.[0] ?? -1)) shared.set(part, (shared.get(part) ?? 0) + 1);
      const near = [...shared].sort((a, b) => b[1] - a[1]).slice(0, mostNear);
      const clauses = (await Promise.all(near.map(([part]) => load(part)))).flatMap((read) => read());
      return rankNearest(
        clauses.filter((clause) => isInSection(clause, filter)),
        query,
        fold,
      );
    },
  };
}
