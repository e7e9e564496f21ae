import type { Clause } from './clause.ts';
import { toCharacterWords, toPairWords } from './index-words.ts';

/** Stands between texts: no pair's word. */
const separator = 'z';

/** What the index sees of a shard: the pairs of its folded clauses in a row, then its characters, each once. */
export function toIndexContent(clauses: readonly Clause[]): string {
  const forms = clauses.flatMap((clause) => clause.forms);
  return [
    ...forms.flatMap((form) => [...toPairWords(form), separator]),
    ...toCharacterWords(forms.join('')),
  ].join(' ');
}
