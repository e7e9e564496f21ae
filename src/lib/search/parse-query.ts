/** What a query asks: clauses that contain every word and none of the excluded ones. Words are as typed. */
export interface Query {
  readonly words: readonly string[];
  readonly excluded: readonly string[];
  /** Why nothing can be looked for. */
  readonly problem?: QueryProblem;
}

/** Nothing is asked; only punctuation is; only something to exclude is. */
export type QueryProblem = 'empty' | 'marks' | 'excluded';

/**
 * Read a query as typed, before any folding: `——以` excludes nothing, and “” are characters to look for.
 * Words are set apart by white space; `"` … `"` keeps it literal (to the end where it is not closed); `-` before a
 * word excludes it. Nothing else is special. A minus by itself is one whose word is still to be typed, and characters
 * that nobody sees (they come along with copied text) are not asked for.
 * `parseQuery('双方 "G 20" -北约') // => { words: ['双方', 'G 20'], excluded: ['北约'] }`
 */
export function parseQuery(typed: string): Query {
  const words = new Set<string>();
  const excluded = new Set<string>();
  const visible = typed.replace(/\p{Default_Ignorable_Code_Point}/gu, '');
  // A word: minus signs or none, then runs of quoted and unquoted characters.
  for (const [, minus = '', body = ''] of visible.matchAll(/(-*)((?:"[^"]*(?:"|$)|[^\s"-][^\s"]*)*)/gu)) {
    const [isExcluded, literal] = [minus !== '', minus.slice(1)];
    const word = body.replaceAll('"', '');
    if (word.trim() !== '') (isExcluded ? excluded : words).add(literal + word);
  }
  const query = { words: [...words], excluded: [...excluded] };
  if (query.words.length === 0)
    return { ...query, problem: query.excluded.length > 0 ? 'excluded' : 'empty' };
  return query.words.every((word) => onlyMarks.test(word)) ? { ...query, problem: 'marks' } : query;
}

/** Punctuation; per cent is Unicode's punctuation, and a reader's sign. */
const onlyMarks = /^(?:(?![%‰])[\p{P}\s])*$/u;

/** A query that is read as this one. A word with a quotation mark in it cannot be written. */
export function writeQuery({ words, excluded }: Query): string {
  const write = (word: string) => (/\s|^-/u.test(word) ? `"${word}"` : word);
  return [...words.map(write), ...excluded.map((word) => `-${write(word)}`)].join(' ');
}
