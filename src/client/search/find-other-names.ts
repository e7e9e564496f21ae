import { findAliases } from '../../lib/search/find-aliases.ts';
import { parseQuery } from '../../lib/search/parse-query.ts';
import { type Search as SearchState, writeSearch } from '../../lib/search/search-address.ts';
import { toResults } from '../../lib/search/to-results.ts';
import type { Search } from './open-search.ts';

/** Another name for what was asked. */
export interface OtherName {
  readonly alias: string;
  /** The query of the address of a search for it. */
  readonly address: string;
  /** How many clauses it finds; undefined where that is not known at once. */
  readonly clauses: number | undefined;
}

/** Other names for what was asked that find something, as far as that is known at once. */
export async function findOtherNames(search: Search, state: SearchState): Promise<OtherName[]> {
  const { catalogue, fold } = search;
  const names: OtherName[] = [];
  for (const { alias, query, isWhole } of findAliases(parseQuery(state.q), catalogue.aliases, fold)) {
    // What cannot be counted at once is offered only where it is surely a name.
    if (catalogue.shards && !isWhole) continue;
    const other = { ...state, q: query };
    const clauses = catalogue.shards ? undefined : await countClauses(search, other);
    if (clauses !== 0) names.push({ alias, address: writeSearch(other), clauses });
  }
  return names;
}

async function countClauses({ catalogue, engine }: Search, state: SearchState): Promise<number> {
  let clauses = 0;
  for await (const batch of engine.search(parseQuery(state.q), state))
    clauses += toResults(batch, catalogue.documents).list.length;
  return clauses;
}
