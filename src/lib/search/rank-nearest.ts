import type { Clause } from './clause.ts';
import { findHits, type Match } from './find-hits.ts';
import type { Fold } from './fold.ts';
import type { Query } from './parse-query.ts';

/** How many are shown. */
const most = 5;
/** Of a query's pairs a clause must have, to be near it at all. */
const leastShare = 1 / 3;

/**
 * The clauses that share most of a query's pairs of neighbouring characters, shorter ones first among equals; none
 * that has what the query excludes.
 */
export function rankNearest(clauses: readonly Clause[], query: Query, fold: Fold): Match[] {
  const pairs = listPairs(query.words.map(fold));
  const excluded = query.excluded.map(fold);
  if (pairs.length === 0) return [];
  return clauses
    .filter(({ forms }) => !excluded.some((word) => forms.some((form) => form.includes(word))))
    .map((clause) => {
      const shared = pairs.filter((pair) => clause.forms.some((form) => form.includes(pair)));
      return { clause, shared };
    })
    .filter(({ shared }) => shared.length > 0 && shared.length >= pairs.length * leastShare)
    .sort((a, b) => b.shared.length - a.shared.length || a.clause.text.length - b.clause.text.length)
    .slice(0, most)
    .map(({ clause, shared }) => ({ clause, hits: findHits(clause.forms, shared) }));
}

/** The pairs of neighbouring characters of words, each once. */
export function listPairs(words: readonly string[]): string[] {
  return [...new Set(words.flatMap(listAllPairs))];
}

/** The pairs of neighbouring characters of a word, in its order. */
export function listAllPairs(word: string): string[] {
  const characters = Array.from(word);
  return characters.slice(1).map((character, index) => `${characters[index]}${character}`);
}
