import type { SearchWords } from '../../lib/reader/search-keys.ts';
import { fillWords } from '../../lib/reader/search-text.ts';
import { type Count, countByDocument, countByYear } from '../../lib/search/count-results.ts';
import { noYear } from '../../lib/search/filter.ts';
import { type Search as SearchState, writeSearch } from '../../lib/search/search-address.ts';
import type { Result } from '../../lib/search/to-results.ts';
import { h } from '../dom.ts';
import type { Search } from './open-search.ts';

/** How results spread over documents and years: two tables, whose bars are the chart. */
export function renderCounts(
  { catalogue }: Search,
  results: readonly Result[],
  state: SearchState,
  words: SearchWords,
): HTMLElement[] {
  const to = (filter: Partial<SearchState>) => writeSearch({ ...state, ...filter, view: 'list' });
  const byDocument = [...countByDocument(results)].map(([document, count]) => {
    const { title = '', slug = '' } = catalogue.documents[document] ?? {};
    return { name: title, address: to({ document: slug }), count };
  });
  const byYear = [...countByYear(results, catalogue.documents)].map(([year, count]) => ({
    name: year === noYear ? words.searchNoYear : fillWords(words.searchYearName, { year }),
    address: to({ year }),
    count,
  }));
  return [table(words.searchByDocument, byDocument, words), table(words.searchByYear, byYear, words)];
}

function table(
  caption: string,
  rows: readonly { readonly name: string; readonly address: string; readonly count: Count }[],
  words: SearchWords,
): HTMLElement {
  const most = Math.max(...rows.map(({ count }) => count.hits));
  const hasWitnesses = rows.some(({ count }) => count.witnesses > 0);
  const head = [
    ...[caption, words.searchClauses, words.searchHits],
    ...(hasWitnesses ? [words.searchSame] : []),
  ];
  return h(
    'table',
    { class: 'counts' },
    h('caption', { class: 'unseen' }, caption),
    h(
      'thead',
      {},
      h('tr', {}, ...head.map((name) => h('th', { scope: 'col' }, name)), h('td', { class: 'chart' })),
    ),
    h(
      'tbody',
      {},
      ...rows.map(({ name, address, count }) => {
        const bar = h('span', { class: 'bar' });
        bar.style.setProperty('inline-size', `${(count.hits / most) * 100}%`);
        return h(
          'tr',
          {},
          h('th', { scope: 'row' }, h('a', { href: address }, name)),
          h('td', {}, String(count.clauses)),
          h('td', {}, String(count.hits)),
          ...(hasWitnesses ? [h('td', {}, String(count.witnesses))] : []),
          h('td', { class: 'chart', 'aria-hidden': 'true' }, bar),
        );
      }),
    ),
  );
}
