import type { noneKeys, SearchWords } from '../../lib/reader/search-keys.ts';
import { fillWords } from '../../lib/reader/search-text.ts';
import type { Query } from '../../lib/search/parse-query.ts';

/** Of a word that was asked, characters that are repeated to the reader. */
const most = 30;

/** That no clause has what was asked, in the words of the query: `没有一段同时含有“北极”、“航道”。` */
export function sayNone(
  { words: asked, excluded }: Query,
  words: SearchWords<(typeof noneKeys)[number]>,
): string {
  const quote = (list: readonly string[]) =>
    list.map((word) => fillWords(words.searchQuoted, { word: shorten(word) })).join('、');
  const key =
    excluded.length > 0 ? 'searchNoneWithout' : asked.length > 1 ? 'searchNoneTogether' : 'searchNone';
  return fillWords(words[key], { query: quote(asked), excluded: quote(excluded) });
}

function shorten(word: string): string {
  const characters = Array.from(word);
  return characters.length > most ? `${characters.slice(0, most).join('')}……` : word;
}
