import type { boxKeys, SearchWords } from '../../lib/reader/search-keys.ts';
import { fillWords } from '../../lib/reader/search-text.ts';
import type { Script } from '../../lib/script/scripts.ts';
import { countHits } from '../../lib/search/count-results.ts';
import type { Match } from '../../lib/search/find-hits.ts';
import { parseQuery } from '../../lib/search/parse-query.ts';
import { toResults } from '../../lib/search/to-results.ts';
import { h } from '../dom.ts';
import { openSearch } from './open-search.ts';
import { createClauseRenderer } from './render-clauses.ts';
import type { Found } from './render-found.ts';
import { sayNone } from './say-none.ts';

export { openSearch };

/** Results that the box itself shows. */
const most = 8;

/**
 * What the box shows for what is typed, or nothing where nothing is asked.
 * @param slug the document of the page
 * @throws Error where something cannot be read
 */
export async function answerBox(
  root: string,
  script: Script,
  typed: string,
  slug: string | undefined,
  words: SearchWords<(typeof boxKeys)[number]>,
): Promise<Found | undefined> {
  const query = parseQuery(typed);
  if (query.problem === 'empty') return undefined;
  if (query.problem)
    return {
      status: words[query.problem === 'marks' ? 'searchMarksOnly' : 'searchExcludedOnly'],
      content: [],
    };

  const search = await openSearch(root, script);
  const { catalogue, addresses, engine } = search;
  // An index is asked on the search page only, where it is allowed to run.
  if (catalogue.shards) return { status: words.searchEnter, content: [] };
  const matches: Match[] = [];
  for await (const batch of engine.search(query, {})) matches.push(...batch);
  const { list } = toResults(matches, catalogue.documents);
  const searchPage = (label: string) =>
    h('a', { href: `${addresses.search(script)}?${new URLSearchParams({ q: typed })}` }, label);
  if (list.length === 0)
    return {
      status: sayNone(query, words),
      content: [h('p', { class: 'more' }, searchPage(words.searchNoneMore))],
    };

  const renderer = createClauseRenderer(search, typed, words);
  const here = matches.filter((match) => renderer.documentOf(match).slug === slug);
  const inDocument = here
    .slice(0, 1)
    .map((match) =>
      h('a', { href: renderer.addressOf(match) }, fillWords(words.searchHere, { clauses: here.length })),
    );
  const all = searchPage(fillWords(words.searchAllResults, { clauses: list.length }));
  return {
    status: fillWords(words.searchCount, { clauses: list.length, hits: countHits(list) }),
    content: [
      h('ol', { role: 'list' }, ...list.slice(0, most).map((result) => renderer.item(result, true))),
      h('p', { class: 'more' }, ...inDocument, all),
    ],
  };
}
