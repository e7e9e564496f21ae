import type { SearchWords } from '../../lib/reader/search-keys.ts';
import { fillWords } from '../../lib/reader/search-text.ts';
import { textLanguage } from '../../lib/script/scripts.ts';
import type { SearchDocument } from '../../lib/search/clause.ts';
import { countByDocument } from '../../lib/search/count-results.ts';
import type { Order, Result } from '../../lib/search/to-results.ts';
import type { Language } from '../../schemas/names.ts';
import { h } from '../dom.ts';
import type { Search } from './open-search.ts';
import type { ClauseRenderer } from './render-clauses.ts';

/**
 * Results as lists of clauses: one a document, under its name and counts, or, by relevance, one.
 * @param shown of all results, in order
 */
export function renderList(
  { catalogue }: Search,
  renderer: ClauseRenderer,
  shown: readonly Result[],
  all: readonly Result[],
  order: Order,
  words: SearchWords,
): HTMLElement[] {
  if (order === 'relevance')
    return [
      h('ol', { class: 'results', role: 'list' }, ...shown.map((result) => renderer.item(result, true))),
    ];
  const counts = countByDocument(all);
  const groups = new Map<number, Result[]>();
  for (const result of shown) {
    const { document } = result.match.clause;
    groups.set(document, [...(groups.get(document) ?? []), result]);
  }
  return [...groups].map(([document, results]) => {
    const { title, lang, dateText, kindName, isConverted } = catalogue.documents[document] as SearchDocument;
    const facts = [
      fillWords(words.searchCount, { ...counts.get(document) }),
      kindName,
      dateText,
      isConverted ? words.converted : words.published,
    ];
    return h(
      'section',
      { class: 'group' },
      h('h2', { lang: textLanguage(lang as Language, catalogue.script) }, title),
      h('p', { class: 'facts-line' }, facts.join(' · ')),
      h('ol', { class: 'results', role: 'list' }, ...results.map((result) => renderer.item(result, false))),
    );
  });
}
