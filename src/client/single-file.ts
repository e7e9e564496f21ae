import { addressesUnder } from '../lib/reader/addresses.ts';
import type { SearchWords } from '../lib/reader/search-keys.ts';
import { fillWords } from '../lib/reader/search-text.ts';
import { type Script, scripts } from '../lib/script/scripts.ts';
import { countHits } from '../lib/search/count-results.ts';
import type { Match } from '../lib/search/find-hits.ts';
import { parseQuery } from '../lib/search/parse-query.ts';
import { toResults } from '../lib/search/to-results.ts';
import { addressId } from './address-id.ts';
import { h } from './dom.ts';
import { scriptOfBrowser } from './script-of-browser.ts';
import { openSearch, type Search } from './search/open-search.ts';
import { createClauseRenderer } from './search/render-clauses.ts';
import { renderList } from './search/render-list.ts';
import { sayNone } from './search/say-none.ts';
import { readSetting, storeSetting } from './settings.ts';
import { onTyped } from './typing.ts';

/** The whole collection in one file: its scripts are shown one at a time, and its clauses are searched where they are. */

/** Results that are shown at first, and added each time more are asked for. */
const pageSize = 20;

class SingleFileSearch extends HTMLElement {
  #shown = pageSize;
  readonly #words: SearchWords = JSON.parse(this.dataset.words ?? '{}');

  connectedCallback(): void {
    this.hidden = false;
    const input = this.querySelector('input') as HTMLInputElement;
    const search = () => {
      this.#shown = pageSize;
      void this.#search(input.value);
    };
    onTyped(input, search);
    this.addEventListener('submit', (event) => {
      event.preventDefault();
      search();
    });
    this.addEventListener('click', ({ target }) => {
      if (!(target instanceof Element) || !target.closest('button.more')) return;
      this.#shown += pageSize;
      void this.#search(input.value);
    });
  }

  async #search(typed: string): Promise<void> {
    const words = this.#words;
    const query = parseQuery(typed);
    if (query.problem === 'empty') return this.#show('', []);
    if (query.problem)
      return this.#show(query.problem === 'marks' ? words.searchMarksOnly : words.searchExcludedOnly, []);
    const search = await openHere(this.dataset.script as Script);
    const { documents } = search.catalogue;
    const matches: Match[] = [];
    for await (const batch of search.engine.search(query, {})) matches.push(...batch);
    const { list } = toResults(matches, documents);
    const renderer = createClauseRenderer(search, typed, words);
    if (list.length === 0) {
      const near = toResults(await search.engine.nearest(query, {}), documents).list;
      const items = near.map((result) => renderer.item(result, true));
      return this.#show(
        sayNone(query, words),
        items.length > 0
          ? [h('p', {}, words.searchNear), h('ol', { class: 'results', role: 'list' }, ...items)]
          : [],
      );
    }
    const rest = list.length - this.#shown;
    const more = h('button', { type: 'button', class: 'more' }, fillWords(words.searchMore, { rest }));
    return this.#show(fillWords(words.searchCount, { clauses: list.length, hits: countHits(list) }), [
      ...renderList(search, renderer, list.slice(0, this.#shown), list, 'document', words),
      ...(rest > 0 ? [more] : []),
    ]);
  }

  #show(status: string, content: readonly Node[]): void {
    this.querySelector('[role="status"]')?.replaceChildren(status);
    this.querySelector('.found')?.replaceChildren(...content);
  }
}

/** Results lead to places in this file. */
async function openHere(script: Script): Promise<Search> {
  const search = await openSearch('./', script);
  const hit = (of: Script, slug: string, id: string) => `#${of}.${slug}.${id}`;
  return { ...search, addresses: { ...addressesUnder('./'), hit } };
}

/** Show the script that the address names, or that was chosen before; the other is put away. */
function showScript(): void {
  const named = scripts.find((script) => addressId().split('.')[0] === script);
  const usual = readSetting('script') ?? scriptOfBrowser(navigator.languages);
  const shown = named ?? scripts.find((script) => script === usual) ?? scripts[0];
  for (const script of scripts) {
    const view = document.getElementById(script);
    if (view) view.hidden = script !== shown;
  }
  document.documentElement.lang = document.getElementById(shown)?.lang ?? '';
  for (const link of document.querySelectorAll<HTMLAnchorElement>('header a[data-script]')) {
    if (link.dataset.script === shown) link.setAttribute('aria-current', 'true');
    else link.removeAttribute('aria-current');
  }
  if (named) document.getElementById(addressId())?.scrollIntoView();
}

/** Where the reader is, in another script: at what they came for while it is in view, else at the first block in view. */
function placeIn(script: string): string {
  const isInView = (block: Element) => {
    const { top, bottom } = block.getBoundingClientRect();
    return bottom > headerHeight && top < innerHeight;
  };
  const target = document.getElementById(addressId());
  const blocks = document.querySelectorAll('.collection-view:not([hidden]) article :is(h1, h2, p)[id]');
  const block = target && isInView(target) ? target : window.scrollY > 0 && [...blocks].find(isInView);
  return block ? `#${script}${block.id.slice(block.id.indexOf('.'))}` : `#${script}`;
}
/** Pixels that the header covers. */
const headerHeight = 60;

for (const link of document.querySelectorAll<HTMLAnchorElement>('header a[data-script]'))
  link.addEventListener('click', () => {
    const { script = '' } = link.dataset;
    storeSetting('script', script);
    link.href = placeIn(script);
  });
addEventListener('hashchange', showScript);
customElements.define('clause-search', SingleFileSearch);
showScript();
