/** What a query asks: clauses that contain every word and none of the excluded ones. Words are as typed. */
export interface Query {
  readonly words: readonly string[];
  readonly excluded: readonly string[];
  /** Why nothing can be looked for. */
  readonly problem?: 'empty' | 'marks' | 'excluded';
}

/**
 * Read a query as typed, before any folding: `——以` excludes nothing, and “” are characters to look for.
 * Words are set apart by white space; `"` … `"` keeps it literal (to the end where it is not closed); `-` before a
 * word excludes it. Nothing else is special.
 * `parseQuery('双方 "G 20" -北约') // => { words: ['双方', 'G 20'], excluded: ['北约'] }`
 */
export function parseQuery(typed: string): Query {
  const words = new Set<string>();
  const excluded = new Set<string>();
  // A word: a minus sign or none, then runs of quoted and unquoted characters.
  for (const [, minus, body = ''] of typed.matchAll(/(-(?=[^\s]))?((?:"[^"]*(?:"|$)|[^\s"])+)/gu)) {
    const word = body.replaceAll('"', '');
    if (word.trim() !== '') (minus ? excluded : words).add(word);
  }
  const query = { words: [...words], excluded: [...excluded] };
  if (query.words.length === 0)
    return { ...query, problem: query.excluded.length > 0 ? 'excluded' : 'empty' };
  return query.words.some((word) => /[\p{L}\p{N}]/u.test(word)) ? query : { ...query, problem: 'marks' };
}
