import type { Clause } from './clause.ts';
import type { Fold } from './fold.ts';
import type { Query } from './parse-query.ts';

/** A stretch of a text, in code points, end-exclusive. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** A clause that a query finds, and where: in code points of its text, in either script. */
export interface Match {
  readonly clause: Clause;
  readonly hits: readonly Stretch[];
}

/** Tests clauses for a query: every word in one of the clause's forms, no excluded word in any; without a word, none. */
export function createMatcher(query: Query, fold: Fold): (clause: Clause) => Match | undefined {
  const words = query.words.map(fold);
  const excluded = query.excluded.map(fold);
  return (clause) => {
    const contains = (word: string) => clause.forms.some((form) => form.includes(word));
    if (words.length === 0 || !words.every(contains) || excluded.some(contains)) return undefined;
    return { clause, hits: findHits(clause.forms, words) };
  };
}

/** Where words stand in any of a text's forms, all of one length; overlapping finds are one. */
export function findHits(forms: readonly string[], words: readonly string[]): Stretch[] {
  const found = forms.flatMap((form) => words.flatMap((word) => findAll(form, word)));
  const joined: { from: number; to: number }[] = [];
  for (const { from, to } of found.sort((a, b) => a.from - b.from || a.to - b.to)) {
    const last = joined.at(-1);
    if (last && from < last.to) last.to = Math.max(last.to, to);
    else joined.push({ from, to });
  }
  return joined;
}

function findAll(form: string, word: string): Stretch[] {
  const length = countCodePoints(word);
  const found: Stretch[] = [];
  // Places in code points: counted on from the last find, so that a text is counted once.
  let [at, counted, from] = [form.indexOf(word), 0, 0];
  while (at >= 0) {
    from += countCodePoints(form.slice(counted, at));
    counted = at;
    found.push({ from, to: from + length });
    at = form.indexOf(word, at + 1);
  }
  return found;
}

function countCodePoints(text: string): number {
  let count = 0;
  for (const _ of text) count += 1;
  return count;
}
