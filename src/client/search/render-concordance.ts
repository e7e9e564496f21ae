import type { SearchWords } from '../../lib/reader/search-keys.ts';
import { textLanguage } from '../../lib/script/scripts.ts';
import type { ConcordanceLine } from '../../lib/search/to-concordance.ts';
import type { Language } from '../../schemas/names.ts';
import { h } from '../dom.ts';
import type { Search } from './open-search.ts';
import type { ClauseRenderer } from './render-clauses.ts';

/** Hits one under the other, each in its context. */
export function renderConcordance(
  { catalogue }: Search,
  renderer: ClauseRenderer,
  lines: readonly ConcordanceLine[],
  words: SearchWords,
): HTMLElement {
  const head = [words.searchBefore, words.searchKey, words.searchAfter, words.searchPlace];
  const table = h(
    'table',
    { class: 'concordance' },
    h('thead', {}, h('tr', {}, ...head.map((name) => h('th', { scope: 'col' }, name)))),
    h(
      'tbody',
      {},
      ...lines.map(({ match, before, key, after }) => {
        const { lang, title, kindName, dateText } = renderer.documentOf(match);
        return h(
          'tr',
          { lang: textLanguage(lang as Language, catalogue.script) },
          // Isolated, so that the end of what precedes is seen and its marks stay at their place.
          h('td', {}, h('bdi', {}, before)),
          h('td', {}, h('mark', {}, key)),
          h('td', {}, after),
          h(
            'td',
            {},
            h('a', { href: renderer.addressOf(match), title }, renderer.placeOf(match)),
            // Titles of documents that belong together begin alike: kind and date tell them apart.
            h('small', {}, ` ${kindName} ${dateText}`),
          ),
        );
      }),
    ),
  );
  // As wide as the longest hit: a full-width character is one em.
  const longest = Math.max(...lines.map(({ key }) => Array.from(key).length));
  table.style.setProperty('--key', `${Math.max(longest, 4) + 0.75}em`);
  return table;
}
