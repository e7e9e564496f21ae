import type { Match, Stretch } from './find-hits.ts';
import type { Result } from './to-results.ts';

/** A hit with the text around it: keyword in context. */
export interface ConcordanceLine {
  readonly match: Match;
  readonly hit: Stretch;
  readonly before: string;
  readonly key: string;
  readonly after: string;
}

export const sortings = ['document', 'after', 'before'] as const;
export type Sorting = (typeof sortings)[number];

/** Characters of context on each side. */
const width = 24;

/** Every hit of results with its context, in their order, or sorted by what follows, or by what precedes, read backwards. */
export function toConcordance(results: readonly Result[], sorting: Sorting, lang: string): ConcordanceLine[] {
  const lines = results.flatMap(({ match }) => {
    const characters = Array.from(match.clause.text);
    const part = (from: number, to: number) => characters.slice(Math.max(0, from), to).join('');
    return match.hits.map((hit) => ({
      match,
      hit,
      before: part(hit.from - width, hit.from),
      key: part(hit.from, hit.to),
      after: part(hit.to, hit.to + width),
    }));
  });
  if (sorting === 'document') return lines;
  const { compare } = new Intl.Collator(lang);
  const backwards = (text: string) => Array.from(text).reverse().join('');
  const keyOf = ({ before, after }: ConcordanceLine) => (sorting === 'after' ? after : backwards(before));
  return lines
    .map((line) => ({ line, key: keyOf(line) }))
    .sort((a, b) => compare(a.key, b.key))
    .map(({ line }) => line);
}
