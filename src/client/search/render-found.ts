import type { SearchWords } from '../../lib/reader/search-keys.ts';
import { fillWords } from '../../lib/reader/search-text.ts';
import { countHits } from '../../lib/search/count-results.ts';
import type { Query } from '../../lib/search/parse-query.ts';
import { type Search as SearchState, writeSearch } from '../../lib/search/search-address.ts';
import { toConcordance } from '../../lib/search/to-concordance.ts';
import type { Result, Results } from '../../lib/search/to-results.ts';
import { h } from '../dom.ts';
import type { Search } from './open-search.ts';
import { createClauseRenderer } from './render-clauses.ts';
import { renderConcordance } from './render-concordance.ts';
import { renderCounts } from './render-counts.ts';
import { renderList } from './render-list.ts';
import { sayNone } from './say-none.ts';

/** What the search page says and shows. */
export interface Found {
  readonly status: string;
  readonly content: readonly Node[];
}

/**
 * What was found, in the view that is asked for.
 * @param results in the order that is asked for
 * @param witnesses how many clauses stand under others
 * @param shown how many are shown at most
 * @param isComplete whether everything was read; if not, the counts are what there is at least
 */
export function renderFound(
  search: Search,
  state: SearchState,
  words: SearchWords,
  { list: results, witnesses }: Results,
  shown: number,
  isComplete: boolean,
): Found {
  const counts = { clauses: results.length, hits: countHits(results) };
  const counted = fillWords(isComplete ? words.searchCount : words.searchCountSoFar, counts);
  const said = state.view === 'list' ? words.searchWitnesses : words.searchWitnessesApart;
  const apart = witnesses > 0 ? `。${fillWords(said, { clauses: witnesses })}` : '';

  const { content, rest } = renderView(search, state, words, results, shown);
  const more = h('button', { type: 'button', class: 'more' }, fillWords(words.searchMore, { rest }));
  const csv = h('p', {}, h('button', { type: 'button', class: 'csv' }, words.searchCsv));
  return {
    status: counted + apart,
    content: [...content, ...(rest > 0 ? [more] : []), ...(isComplete ? [csv] : [])],
  };
}

function renderView(
  search: Search,
  state: SearchState,
  words: SearchWords,
  results: readonly Result[],
  shown: number,
): { content: Node[]; rest: number } {
  const renderer = createClauseRenderer(search, state.q, words);
  if (state.view === 'counts') return { content: renderCounts(search, results, state, words), rest: 0 };
  if (state.view === 'concordance') {
    const lines = toConcordance(results, state.sorting, document.documentElement.lang);
    const content = [renderConcordance(search, renderer, lines.slice(0, shown), words)];
    return { content, rest: lines.length - shown };
  }
  return {
    content: renderList(search, renderer, results.slice(0, shown), results, state.order, words),
    rest: results.length - shown,
  };
}

/** That nothing was found, the way out of a filter, and the nearest clauses, labelled as such. */
export function renderNearest(
  search: Search,
  state: SearchState,
  query: Query,
  words: SearchWords,
  { list }: Results,
): Found {
  const { document: slug, kind, year, section, ...unfiltered } = state;
  const isFiltered = Boolean(slug || kind || year || section);
  const everywhere = h('a', { href: writeSearch(unfiltered) }, words.searchEverywhere);
  const renderer = createClauseRenderer(search, state.q, words);
  const items = list.map((result) => renderer.item(result, true));
  return {
    status: (isFiltered ? words.searchInFilter : '') + sayNone(query, words),
    content: [
      ...(isFiltered ? [h('p', {}, everywhere)] : []),
      ...(items.length > 0
        ? [h('h2', {}, words.searchNear), h('ol', { class: 'results', role: 'list' }, ...items)]
        : []),
    ],
  };
}
