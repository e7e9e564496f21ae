import { fillWords, type SearchWords } from '../lib/reader/search-text.ts';
import type { Script } from '../lib/script/scripts.ts';
import { findAliases } from '../lib/search/find-aliases.ts';
import type { Match } from '../lib/search/find-hits.ts';
import { parseQuery, type Query } from '../lib/search/parse-query.ts';
import { readSearch, type Search as SearchState, writeSearch } from '../lib/search/search-address.ts';
import { toConcordance } from '../lib/search/to-concordance.ts';
import { toCsv } from '../lib/search/to-csv.ts';
import { toCsvRows } from '../lib/search/to-csv-rows.ts';
import { orderResults, type Result, toResults } from '../lib/search/to-results.ts';
import { h } from './dom.ts';
import { openSearch, type Search } from './search/open-search.ts';
import { createClauseRenderer } from './search/render-clauses.ts';
import { renderConcordance } from './search/render-concordance.ts';
import { renderCounts } from './search/render-counts.ts';
import { renderList } from './search/render-list.ts';

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
  #results: readonly Result[] = [];
  readonly #words: SearchWords = JSON.parse(this.dataset.words ?? '{}');

  connectedCallback(): void {
    const form = this.#form;
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.#change('push');
    });
    form.addEventListener('change', (event) => {
      if (event.target !== this.#input) this.#change('push');
    });
    // While an input method composes, what stands in the box is not yet what is asked.
    this.#input.addEventListener('input', (event) => {
      if (!(event as InputEvent).isComposing) this.#change('later');
    });
    this.#input.addEventListener('compositionend', () => this.#change('later'));
    addEventListener('popstate', () => this.#takeAddress());
    addEventListener('keydown', (event) => {
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey) return;
      if ((event.target as Element).closest('input, select, textarea')) return;
      event.preventDefault();
      this.#input.focus();
      this.#input.select();
    });
    this.addEventListener('click', ({ target }) => {
      if (!(target instanceof Element)) return;
      // Whoever leaves finds on the way back what was typed last.
      if (target.closest('a')) this.#writeAddress('replace');
      if (target.closest('.more')) this.#showMore();
      if (target.closest('.csv')) this.#downloadCsv();
    });
    this.#find<HTMLFieldSetElement>('.choices').disabled = false;
    // The first key finds everything loaded.
    void this.#open().catch(() => {});
    this.#takeAddress();
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
  get #state(): SearchState {
    const given = new URLSearchParams(
      [...new FormData(this.#form)].map(([name, value]) => [name, String(value)]),
    );
    return readSearch(given.toString());
  }

  /** Every clause that a query finds, as `slug#id`; what the page shows a part of. @throws Error */
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

  /** Put what the address says into the form, and search. */
  #takeAddress(): void {
    const state = readSearch(location.search);
    for (const control of this.#form.elements) {
      if (control instanceof HTMLInputElement && control.type === 'radio')
        control.checked = control.value === (state as unknown as Record<string, string>)[control.name];
      else if (control instanceof HTMLInputElement) control.value = state.q;
      else if (control instanceof HTMLSelectElement) control.value = chosenIn(state, control.name);
    }
    this.#shown = Number(history.state?.shown) || pageSize;
    void this.#search(state, location.search !== '');
  }

  /** Search for what the form says now, and let the address say so too. */
  #change(address: 'push' | 'later'): void {
    const state = this.#state;
    this.#shown = pageSize;
    if (address === 'later') {
      clearTimeout(this.#addressTimer);
      this.#addressTimer = setTimeout(() => this.#writeAddress('replace'), addressAfter);
    } else this.#writeAddress('push');
    void this.#search(state, address === 'push');
  }

  /** Let the address say what the form says: as a place to come back to, or in place of what it said. */
  #writeAddress(how: 'push' | 'replace'): void {
    clearTimeout(this.#addressTimer);
    const query = writeSearch(this.#state);
    if (query === location.search) return;
    if (how === 'push') history.pushState(null, '', query || location.pathname);
    else history.replaceState(null, '', query || location.pathname);
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
      this.#show(said[query.problem]);
      return;
    }
    if (!this.#isReady) this.#show(words.searchLoading);
    try {
      const search = await this.#open();
      this.#isReady = true;
      const matches: Match[] = [];
      // The first ones are drawn at once.
      let drawn = 0;
      for await (const batch of search.engine.search(query, state)) {
        if (isLate()) return;
        matches.push(...batch);
        if (!search.catalogue.shards || performance.now() - drawn < drawEvery) continue;
        this.#showResults(search, state, query, matches, false);
        drawn = performance.now();
      }
      if (isLate()) return;
      if (matches.length > 0) this.#showResults(search, state, query, matches, true);
      else this.#showNearest(search, state, await search.engine.nearest(query, state));
      if (!isLate()) await this.#showAliases(search, state, isLate);
    } catch (error) {
      console.warn(error);
      if (!isLate()) this.#show(words.searchFailed);
    }
  }
  #isReady = false;

  #showResults(
    search: Search,
    state: SearchState,
    query: Query,
    matches: readonly Match[],
    isComplete: boolean,
  ): void {
    const words = this.#words;
    const { list, witnesses } = toResults(matches, search.catalogue.documents);
    const results = orderResults(list, state.order, query.words);
    this.#results = results;
    const counts = {
      clauses: results.length,
      hits: results.reduce((sum, { match }) => sum + match.hits.length, 0),
    };
    const status = fillWords(isComplete ? words.searchCount : words.searchCountSoFar, counts);
    const apart = witnesses > 0 ? fillWords(words.searchWitnesses, { clauses: witnesses }) : '';

    const renderer = createClauseRenderer(search, state.q, words);
    let content: Node[];
    let rest = 0;
    if (state.view === 'counts') content = renderCounts(search, results, state, words);
    else if (state.view === 'concordance') {
      const lines = toConcordance(results, state.sorting, document.documentElement.lang);
      rest = lines.length - this.#shown;
      content = [renderConcordance(search, renderer, lines.slice(0, this.#shown), words)];
    } else {
      rest = results.length - this.#shown;
      content = renderList(search, renderer, results.slice(0, this.#shown), results, state.order, words);
    }
    const more =
      rest > 0 ? [h('button', { type: 'button', class: 'more' }, fillWords(words.searchMore, { rest }))] : [];
    const csv = isComplete
      ? [h('p', {}, h('button', { type: 'button', class: 'csv quiet' }, words.searchCsv))]
      : [];
    this.#show(`${status}${apart && `。${apart}`}`, [...content, ...more, ...csv]);
  }

  #showNearest(search: Search, state: SearchState, near: readonly Match[]): void {
    const words = this.#words;
    const isFiltered = Boolean(state.document || state.kind || state.year || state.section);
    const said = fillWords(isFiltered ? words.searchNoneFiltered : words.searchNone, {
      query: state.q.trim(),
    });
    const everywhere = h(
      'a',
      { href: writeSearch({ ...readSearch(''), q: state.q }) },
      words.searchEverywhere,
    );
    const renderer = createClauseRenderer(search, state.q, words);
    const { list } = toResults(near, search.catalogue.documents);
    this.#show(said, [
      ...(isFiltered ? [h('p', {}, everywhere)] : []),
      ...(list.length > 0
        ? [
            h('h2', {}, words.searchNear),
            h('ol', { class: 'results near' }, ...list.map((result) => renderer.item(result, true))),
          ]
        : []),
    ]);
  }

  /** Offer other names for what was asked, with how many clauses have them where that is known at once. */
  async #showAliases(search: Search, state: SearchState, isLate: () => boolean): Promise<void> {
    const { catalogue, engine, fold } = search;
    const links: HTMLElement[] = [];
    for (const { alias, query } of findAliases(state.q, catalogue.aliases, fold)) {
      let label: string = alias;
      if (!catalogue.shards) {
        let clauses = 0;
        for await (const batch of engine.search(parseQuery(query), state))
          clauses += toResults(batch, catalogue.documents).list.length;
        if (clauses === 0) continue;
        label = fillWords(this.#words.searchAliasCount, { alias, clauses });
      }
      links.push(h('a', { href: writeSearch({ ...state, q: query }) }, label));
    }
    if (isLate()) return;
    const separated = links.flatMap((link, index) => (index > 0 ? ['、', link] : [link]));
    this.#find('.aliases').replaceChildren(
      ...(links.length > 0 ? [this.#words.searchAlias, ...separated] : []),
    );
  }

  #show(status: string, content: readonly Node[] = []): void {
    const said = this.#find('.status');
    if (said.textContent !== status) said.textContent = status;
    if (content.length === 0) this.#find('.aliases').replaceChildren();
    this.#find('.found').replaceChildren(...content);
  }

  /** Show more of what was found; a reader who comes back finds as many. */
  #showMore(): void {
    this.#shown += pageSize;
    history.replaceState({ shown: this.#shown }, '');
    const before = this.#find('.found').querySelectorAll('.results li, tbody tr').length;
    void this.#search(this.#state, false).then(() => {
      // The reader goes on at the first one that was not there before.
      const next = this.#find('.found').querySelectorAll('.results li, tbody tr')[before];
      next?.querySelector('a')?.focus({ preventScroll: true });
    });
  }

  async #downloadCsv(): Promise<void> {
    const { catalogue, addresses } = await this.#open();
    const { q } = this.#state;
    const site = this.dataset.site || location.origin;
    const addressOf = (slug: string, id: string) =>
      new URL(addresses.document(catalogue.script, slug, id), site).href;
    const csv = toCsv(toCsvRows(q, this.#results, catalogue.documents, addressOf));
    const href = URL.createObjectURL(new Blob([csv], { type: 'text/csv' }));
    h('a', {
      href,
      download: `${q
        .trim()
        .replaceAll(/[\\/:*?"<>|\s]+/g, ' ')
        .trim()}.csv`,
    }).click();
    setTimeout(() => URL.revokeObjectURL(href), 10_000);
  }
}

/** What a choice of the form shows for a search. */
function chosenIn(state: SearchState, name: string): string {
  return new URLSearchParams(writeSearch(state)).get(name) ?? '';
}

customElements.define('clause-search', ClauseSearch);
