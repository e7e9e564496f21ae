import type { Filter } from './filter.ts';
import type { Match } from './find-hits.ts';
import type { Query } from './parse-query.ts';

/** What is behind every search of the site. There are two: `createExactTier` and `createIndexTier`. */
export interface SearchEngine {
  /**
   * All clauses that match, in the collection's order, in batches as they are found; complete when it ends.
   * @throws Error where something it needs cannot be read.
   */
  search(query: Query, filter: Filter): AsyncIterable<readonly Match[]>;
  /**
   * Where nothing matches: the clauses that share most pairs of neighbouring characters with the query. The index tier
   * looks for them where its index has most of some of the pairs: others may be as near.
   */
  nearest(query: Query, filter: Filter): Promise<readonly Match[]>;
}
