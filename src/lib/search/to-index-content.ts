import type { Clause } from './clause.ts';
import { toCharacterWords, toPairWords } from './index-words.ts';

/** Stands between texts: no pair's word. */
const separator = 'z';

/**
 * What the index sees of a shard: the pairs of its folded clauses in a row, then its characters, each once.
 * @param common characters (code points) that it need not have by themselves
 */
export function toIndexContent(clauses: readonly Clause[], common: ReadonlySet<number>): string {
  const forms = clauses.flatMap((clause) => clause.forms);
  return [
    ...forms.flatMap((form) => [...toPairWords(form), separator]),
    ...toCharacterWords(forms.join(''), common),
  ].join(' ');
}
