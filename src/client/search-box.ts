import { type boxKeys, fillWords, type SearchWords } from '../lib/reader/search-text.ts';
import type { Script } from '../lib/script/scripts.ts';
import type { Match } from '../lib/search/find-hits.ts';
import { parseQuery } from '../lib/search/parse-query.ts';
import { toResults } from '../lib/search/to-results.ts';
import { h } from './dom.ts';
import type { Search } from './search/open-search.ts';
import { createClauseRenderer } from './search/render-clauses.ts';
import { sayNone } from './search/say-none.ts';
import { focusOnSlash, onTyped } from './typing.ts';

/** Results that the box itself shows. */
const most = 8;

/** The search box of every page: a form that leads to the search page, and first results as one types. */
class SearchBox extends HTMLElement {
  /** Counts searches, so that a slow answer does not replace a later one. */
  #turn = 0;
  readonly #words: SearchWords<(typeof boxKeys)[number]> = JSON.parse(this.dataset.words ?? '{}');

  connectedCallback(): void {
    const input = this.querySelector('input') as HTMLInputElement;
    input.addEventListener('focus', () => void this.#open().catch(() => {}), { once: true });
    onTyped(input, () => void this.#search(input.value));
    input.addEventListener('focus', () => input.value && void this.#search(input.value));
    this.addEventListener('keydown', (event) => this.#onKey(event, input));
    this.addEventListener('focusout', ({ relatedTarget }) => {
      // Not where the focus goes nowhere: some browsers give a pressed link none.
      if (relatedTarget instanceof Node && !this.contains(relatedTarget)) this.#close();
    });
    addEventListener('pointerdown', ({ target }) => {
      if (!this.contains(target as Node)) this.#close();
    });
    focusOnSlash(input);
  }

  get #status(): HTMLElement {
    return this.querySelector('[role="status"]') as HTMLElement;
  }
  get #panel(): HTMLElement {
    return this.querySelector('.panel') as HTMLElement;
  }

  /** The engine's code and texts come when a reader first goes to the box. */
  async #open(): Promise<Search> {
    const { openSearch } = await import('./search/open-search.ts');
    return openSearch(this.dataset.root ?? '/', this.dataset.script as Script);
  }

  async #search(typed: string): Promise<void> {
    this.#turn += 1;
    const turn = this.#turn;
    const words = this.#words;
    const query = parseQuery(typed);
    if (query.problem === 'empty') return this.#close();
    if (query.problem)
      return this.#show(words[query.problem === 'marks' ? 'searchMarksOnly' : 'searchExcludedOnly']);
    if (!this.#isReady) this.#show(words.searchLoading);
    try {
      const search = await this.#open();
      this.#isReady = true;
      // An index is asked on the search page only, where it is allowed to run.
      if (search.catalogue.shards) return this.#show(words.searchEnter);
      const matches: Match[] = [];
      for await (const batch of search.engine.search(query, {})) matches.push(...batch);
      if (turn === this.#turn) this.#showMatches(search, typed, matches);
    } catch {
      if (turn === this.#turn) this.#show(words.searchFailed);
    }
  }
  #isReady = false;

  #showMatches(search: Search, typed: string, matches: readonly Match[]): void {
    const words = this.#words;
    const { catalogue, addresses } = search;
    const { list } = toResults(matches, catalogue.documents);
    const searchPage = (label: string) =>
      h('a', { href: `${addresses.search(catalogue.script)}?${new URLSearchParams({ q: typed })}` }, label);
    if (list.length === 0) {
      this.#show(sayNone(parseQuery(typed), words), [
        h('p', { class: 'more' }, searchPage(words.searchNoneMore)),
      ]);
      return;
    }
    const renderer = createClauseRenderer(search, typed, words);
    const here = matches.filter((match) => renderer.documentOf(match).slug === this.dataset.slug);
    const inDocument = here
      .slice(0, 1)
      .map((match) =>
        h('a', { href: renderer.addressOf(match) }, fillWords(words.searchHere, { clauses: here.length })),
      );
    const hits = list.reduce((sum, { match }) => sum + match.hits.length, 0);
    this.#show(fillWords(words.searchCount, { clauses: list.length, hits }), [
      h('ol', { role: 'list' }, ...list.slice(0, most).map((result) => renderer.item(result, true))),
      h(
        'p',
        { class: 'more' },
        ...inDocument,
        searchPage(fillWords(words.searchAllResults, { clauses: list.length })),
      ),
    ]);
  }

  /** Say how it stands, to eyes and to a screen reader, whose region must not come and go; show what there is. */
  #show(status: string, content: readonly Node[] = []): void {
    this.#status.textContent = status;
    this.#panel.replaceChildren(h('p', { class: 'count', 'aria-hidden': 'true' }, status), ...content);
    this.#panel.hidden = false;
  }

  #close(): void {
    this.#turn += 1;
    this.#panel.hidden = true;
    this.#status.textContent = '';
  }

  /** Arrows walk through the results; Escape leaves them. */
  #onKey(event: KeyboardEvent, input: HTMLInputElement): void {
    if (this.#panel.hidden || event.isComposing) return;
    const links = [...this.#panel.querySelectorAll('a')].filter((link) => !link.closest('.witness'));
    const at = links.indexOf(document.activeElement as HTMLAnchorElement);
    if (event.key === 'ArrowDown') links[at + 1]?.focus();
    else if (event.key === 'ArrowUp' && at >= 0) (links[at - 1] ?? input).focus();
    else if (event.key === 'Escape') {
      input.focus();
      this.#close();
    } else return;
    event.preventDefault();
  }
}

customElements.define('search-box', SearchBox);
