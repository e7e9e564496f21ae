import type { SearchDocument } from './clause.ts';
import { noYear, yearOf } from './filter.ts';
import type { Result } from './to-results.ts';

export interface Count {
  readonly clauses: number;
  /** Places in them. */
  readonly hits: number;
}

/** How many clauses and places of each document, in the collection's order. */
export function countByDocument(results: readonly Result[]): Map<number, Count> {
  return count(
    results,
    ({ match }) => match.clause.document,
    (a, b) => a - b,
  );
}

/** The same by year, the earliest first; documents without one at the end. */
export function countByYear(
  results: readonly Result[],
  documents: readonly SearchDocument[],
): Map<string, Count> {
  const rank = (year: string) => (year === noYear ? '9999' : year);
  return count(
    results,
    ({ match }) => yearOf(documents[match.clause.document] ?? { date: null }),
    (a, b) => rank(a).localeCompare(rank(b)),
  );
}

function count<Key>(
  results: readonly Result[],
  keyOf: (result: Result) => Key,
  compare: (a: Key, b: Key) => number,
): Map<Key, Count> {
  const counts = new Map<Key, Count>();
  for (const result of results) {
    const key = keyOf(result);
    const { clauses, hits } = counts.get(key) ?? { clauses: 0, hits: 0 };
    counts.set(key, { clauses: clauses + 1, hits: hits + result.match.hits.length });
  }
  return new Map([...counts].sort(([a], [b]) => compare(a, b)));
}
