import type { SearchDocument } from './clause.ts';
import { noYear, yearOf } from './filter.ts';
import type { Match } from './find-hits.ts';
import type { Result } from './to-results.ts';

export interface Count {
  readonly clauses: number;
  /** Places in them. */
  readonly hits: number;
  /** Clauses that stand under others, counted by themselves. */
  readonly witnesses: number;
}

/** How many places results have, those of witnesses not counted. */
export function countHits(results: readonly Result[]): number {
  return results.reduce((sum, { match }) => sum + match.hits.length, 0);
}

/** How many clauses and places of each document, in the collection's order. */
export function countByDocument(results: readonly Result[]): Map<number, Count> {
  return count(
    results,
    ({ clause }) => clause.document,
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
    ({ clause }) => yearOf(documents[clause.document] ?? { date: null }),
    (a, b) => rank(a).localeCompare(rank(b)),
  );
}

function count<Key>(
  results: readonly Result[],
  keyOf: (match: Match) => Key,
  compare: (a: Key, b: Key) => number,
): Map<Key, Count> {
  const counts = new Map<Key, Count>();
  const add = (key: Key, more: Count) => {
    const { clauses, hits, witnesses } = counts.get(key) ?? { clauses: 0, hits: 0, witnesses: 0 };
    counts.set(key, {
      clauses: clauses + more.clauses,
      hits: hits + more.hits,
      witnesses: witnesses + more.witnesses,
    });
  };
  for (const { match, witnesses } of results) {
    add(keyOf(match), { clauses: 1, hits: match.hits.length, witnesses: 0 });
    for (const witness of witnesses) add(keyOf(witness), { clauses: 0, hits: 0, witnesses: 1 });
  }
  return new Map([...counts].sort(([a], [b]) => compare(a, b)));
}
