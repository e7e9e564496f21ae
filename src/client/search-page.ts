import type { SearchWords } from '../lib/reader/search-keys.ts';
import { fillWords } from '../lib/reader/search-text.ts';
import type { Script } from '../lib/script/scripts.ts';
import type { Match } from '../lib/search/find-hits.ts';
import { parseQuery } from '../lib/search/parse-query.ts';
import { readSearch, type Search as SearchState, writeSearch } from '../lib/search/search-address.ts';
import { orderResults, type Result, toResults } from '../lib/search/to-results.ts';
import { h } from './dom.ts';
import type { FindDocuments } from './find-documents.ts';
import { downloadCsv } from './search/download-csv.ts';
import { findOtherNames } from './search/find-other-names.ts';
import { openSearch, type Search } from './search/open-search.ts';
import { renderFound, renderNearest } from './search/render-found.ts';
import { focusOnSlash, onTyped } from './typing.ts';

/** Results that are shown at first, and added each time more are asked for. */
const pageSize = 20;
/** While a scan goes on, the page is not drawn more often, in milliseconds. */
const drawEvery = 150;
/** The address follows what is typed when typing rests, in milliseconds: browsers refuse to change it often. */
const addressAfter = 300;

/** The search page: what its form says stands in the address, and what it finds below. */
class ClauseSearch extends HTMLElement {
  /** Counts searches, so that a slow one does not replace a later one. */
  #turn = 0;
  #shown = pageSize;
  #addressTimer: ReturnType<typeof setTimeout> | undefined;
  /** What is shown, and what it answers. */
  #found: { readonly q: string; readonly results: readonly Result[] } = { q: '', results: [] };
  /** Whether an answer comes at once: everything that is searched is here. */
  #isAtOnce = false;
  /** Whether the current entry of the history is the query being typed: it is replaced until it is submitted. */
  #isTyping = false;
  readonly #words: SearchWords = JSON.parse(this.dataset.words ?? '{}');

  connectedCallback(): void {
    this.#form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.#change('submitted');
    });
    this.#form.addEventListener('change', (event) => {
      if (event.target !== this.#input) this.#change('chosen');
    });
    onTyped(this.#input, () => this.#change('typing'));
    focusOnSlash(this.#input);
    addEventListener('popstate', () => void this.#takeAddress());
    this.addEventListener('click', ({ target }) => {
      if (!(target instanceof Element)) return;
      const link = target.closest('a');
      if (link) this.#leaveBy(link);
      if (target.closest('button.more')) this.#showMore();
      if (target.closest('button.csv'))
        void this.#open().then((search) =>
          downloadCsv(search, this.#found.q, this.#found.results, this.dataset.site ?? ''),
        );
    });
    this.#find<HTMLFieldSetElement>('.choices').disabled = false;
    // The first key finds everything loaded.
    void this.#open().catch(() => {});
    void this.#takeAddress();
  }

  #find<Kind extends HTMLElement>(selector: string): Kind {
    return this.querySelector(selector) as Kind;
  }
  get #form(): HTMLFormElement {
    return this.#find('form');
  }
  get #input(): HTMLInputElement {
    return this.#find('input[name="q"]');
  }
  /** What the form says: its controls have the names that stand in addresses. */
  get #state(): SearchState {
    const given = [...new FormData(this.#form)].map(([name, value]) => [name, String(value)]);
    return readSearch(new URLSearchParams(given).toString());
  }

  /** Every clause that a query finds, as `slug#id`, for who asks the page by program: tests, benchmarks. @throws Error */
  async findAll(typed: string): Promise<string[]> {
    const { engine, catalogue } = await this.#open();
    const found: string[] = [];
    for await (const batch of engine.search(parseQuery(typed), {}))
      found.push(...batch.map(({ clause }) => `${catalogue.documents[clause.document]?.slug}#${clause.id}`));
    return found;
  }

  #open(): Promise<Search> {
    return openSearch(this.dataset.root ?? '/', this.dataset.script as Script);
  }

  /** Put what the address says into the form, and search for what the form says then. */
  async #takeAddress(): Promise<void> {
    this.#turn += 1;
    const turn = this.#turn;
    const state = readSearch(location.search);
    const written = new URLSearchParams(writeSearch(state));
    for (const control of this.#form.elements) {
      if (control instanceof HTMLInputElement && control.type === 'radio') {
        if (control.name === 'view') control.checked = control.value === state.view;
      } else if (control instanceof HTMLInputElement || control instanceof HTMLSelectElement) {
        control.value = written.get(control.name) ?? '';
        // What the collection does not have is not asked for.
        if (control instanceof HTMLSelectElement && control.selectedIndex < 0) control.value = '';
      }
    }
    // Which document is meant is known once the list of them is here, where there are many.
    const finder = this.querySelector<FindDocuments>('find-documents');
    try {
      if (finder) await import('./find-documents.ts');
      await finder?.choose([state.document ?? '']);
    } catch {
      this.#show(this.#words.searchFailed, []);
      return;
    }
    if (turn !== this.#turn) return;
    const { document, kind, year, section, order, sorting } = this.#state;
    if (document || kind || year || section || order !== 'document' || sorting !== 'document')
      this.#find<HTMLDetailsElement>('details.filters').open = true;
    this.#isTyping = location.search === '';
    const { shown, left }: { shown?: number; left?: string } = history.state ?? {};
    this.#shown = shown ?? pageSize;
    void this.#search(this.#state, location.search !== '').then(() => left && this.#returnTo(left));
  }

  /** Search for what the form says now, and let the address say so too. */
  #change(how: 'typing' | 'submitted' | 'chosen'): void {
    this.#shown = pageSize;
    clearTimeout(this.#addressTimer);
    if (how === 'typing') this.#addressTimer = setTimeout(() => this.#writeAddress(), addressAfter);
    else {
      // A choice is a place of its own; what was typed has one already.
      if (how === 'chosen') this.#isTyping = false;
      this.#writeAddress();
      this.#isTyping = false;
    }
    void this.#search(this.#state, how !== 'typing');
  }

  /** Let the address say what the form says: one place to come back to for each query, not one for each key. */
  #writeAddress(): void {
    clearTimeout(this.#addressTimer);
    const query = writeSearch(this.#state);
    if (query === location.search) return;
    if (this.#isTyping) history.replaceState(null, '', query || location.pathname);
    else history.pushState(null, '', query || location.pathname);
    this.#isTyping = true;
  }

  /** Whoever leaves by a link finds it again on the way back, and what was typed last. */
  #leaveBy(link: HTMLAnchorElement): void {
    this.#writeAddress();
    history.replaceState({ shown: this.#shown, left: link.href }, '');
  }

  /** Bring a reader who comes back to where they left, where the browser itself has not. */
  #returnTo(address: string): void {
    const link = [...this.querySelectorAll('a')].find(({ href }) => href === address);
    if (!link || scrollY > 0) return;
    link.focus({ preventScroll: true });
    link.scrollIntoView({ block: 'center' });
  }

  /** @param isAsked whether a reader has asked, so that asking for nothing deserves an answer */
  async #search(state: SearchState, isAsked: boolean): Promise<void> {
    this.#turn += 1;
    const turn = this.#turn;
    const isLate = () => turn !== this.#turn;
    const words = this.#words;
    const query = parseQuery(state.q);
    if (query.problem) {
      const said = {
        empty: isAsked ? words.searchEmpty : '',
        marks: words.searchMarksOnly,
        excluded: words.searchExcludedOnly,
      };
      this.#show(said[query.problem], []);
      return;
    }
    // What was found before is no answer to this.
    if (!this.#isAtOnce) this.#show(words.searchLoading, []);
    try {
      const search = await this.#open();
      this.#isAtOnce = !search.catalogue.shards;
      const { documents, shards } = search.catalogue;
      const matches: Match[] = [];
      const draw = (isComplete: boolean) => {
        const { list, witnesses } = toResults(matches, documents);
        const results = { list: orderResults(list, state.order, query.words), witnesses };
        this.#found = { q: state.q, results: results.list };
        const { status, content } = renderFound(search, state, words, results, this.#shown, isComplete);
        this.#show(status, content);
      };
      // The first ones are drawn at once.
      let drawn = 0;
      for await (const batch of search.engine.search(query, state)) {
        if (isLate()) return;
        matches.push(...batch);
        if (!shards || matches.length === 0 || performance.now() - drawn < drawEvery) continue;
        draw(false);
        drawn = performance.now();
      }
      if (isLate()) return;
      if (matches.length > 0) draw(true);
      else {
        const near = await search.engine.nearest(query, state);
        if (isLate()) return;
        const { status, content } = renderNearest(search, state, query, words, toResults(near, documents));
        this.#show(status, content);
      }
      const names = await findOtherNames(search, state);
      if (!isLate()) this.#offer(names);
    } catch {
      if (!isLate()) this.#show(words.searchFailed, []);
    }
  }

  #show(status: string, content: readonly Node[]): void {
    const said = this.#find('.status');
    // Said again, it would be read out again.
    if (said.textContent !== status) said.textContent = status;
    if (content.length === 0) this.#offer([]);
    this.#find('.found').replaceChildren(...content);
  }

  /** Offer other names for what was asked. */
  #offer(names: Awaited<ReturnType<typeof findOtherNames>>): void {
    const { searchAlias, searchAliasCount } = this.#words;
    const links = names.flatMap(({ alias, address, clauses }, index) => {
      const label = clauses === undefined ? alias : fillWords(searchAliasCount, { alias, clauses });
      return [index > 0 ? '、' : searchAlias, h('a', { href: address }, label)];
    });
    this.#find('.aliases').replaceChildren(...links);
  }

  /** Show more of what was found; a reader who comes back finds as many. */
  #showMore(): void {
    this.#shown += pageSize;
    history.replaceState({ shown: this.#shown }, '');
    const items = () => this.#find('.found').querySelectorAll('.results li, tbody tr');
    const before = items().length;
    // The reader goes on at the first one that was not there before.
    void this.#search(this.#state, false).then(() =>
      items()[before]?.querySelector('a')?.focus({ preventScroll: true }),
    );
  }
}

customElements.define('clause-search', ClauseSearch);
