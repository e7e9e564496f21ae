import type { Clause } from './clause.ts';
import { toIndexedWords } from './index-words.ts';

/** What the index sees of a shard: the words of its folded clauses, in a row. */
export function toIndexContent(clauses: readonly Clause[]): string {
  return clauses
    .flatMap((clause) => clause.forms)
    .flatMap(toIndexedWords)
    .join(' ');
}
