import { fillWords, type findKeys, type SearchWords } from '../lib/reader/search-text.ts';
import type { Script } from '../lib/script/scripts.ts';
import type { Stretch } from '../lib/search/find-hits.ts';
import { parseQuery } from '../lib/search/parse-query.ts';
import { h } from './dom.ts';
import { rangeOf } from './text-ranges.ts';

/** A hit in the page. */
interface Hit extends Stretch {
  /** The block's text element. */
  readonly text: HTMLElement;
}

/**
 * Finding in the document being read: what is asked stands in the address (`?q=北极#s3-20`), its hits are marked in
 * the text and in a strip along the margin, and a bar steps through them.
 */
class FindInDocument extends HTMLElement {
  #hits: readonly Hit[] = [];
  #current = -1;
  #turn = 0;
  readonly #words: SearchWords<(typeof findKeys)[number]> = JSON.parse(this.dataset.words ?? '{}');
  #addressTimer: ReturnType<typeof setTimeout> | undefined;

  connectedCallback(): void {
    const open = document.querySelector<HTMLButtonElement>('[data-do="find"]');
    open?.addEventListener('click', () => {
      this.hidden = false;
      this.#input.focus();
    });
    if (open) open.disabled = !('highlights' in CSS);
    if (!('highlights' in CSS)) return;

    this.#input.addEventListener('input', (event) => {
      if (!(event as InputEvent).isComposing) this.#ask();
    });
    this.#input.addEventListener('compositionend', () => this.#ask());
    this.#find('form').addEventListener('submit', (event) => {
      event.preventDefault();
      this.#step(1);
    });
    this.#find('[data-do="next"]').addEventListener('click', () => this.#step(1));
    this.#find('[data-do="previous"]').addEventListener('click', () => this.#step(-1));
    this.#find('[data-do="close"]').addEventListener('click', () => this.#close());
    this.addEventListener('keydown', (event) => {
      if (event.isComposing) return;
      if (event.key === 'Escape') this.#close();
      if (event.key === 'Enter' && event.shiftKey && event.target === this.#input) {
        event.preventDefault();
        this.#step(-1);
      }
    });
    document.addEventListener('textchange', () => this.#mark());
    addEventListener('resize', () => this.#drawStrip());
    addEventListener('popstate', () => this.#takeAddress());
    this.#takeAddress();
  }

  #find(selector: string): HTMLElement {
    return this.querySelector(selector) as HTMLElement;
  }
  get #input(): HTMLInputElement {
    return this.querySelector('input') as HTMLInputElement;
  }

  /** Mark what the address asks for; the first hit is in the paragraph the reader came for. */
  #takeAddress(): void {
    const asked = new URLSearchParams(location.search).get('q') ?? '';
    this.#input.value = asked;
    this.hidden = asked === '';
    void this.#search(asked, decodeURIComponent(location.hash.slice(1)));
  }

  #ask(): void {
    const asked = this.#input.value;
    clearTimeout(this.#addressTimer);
    this.#addressTimer = setTimeout(() => this.#writeAddress(asked), 300);
    void this.#search(asked);
  }

  #writeAddress(asked: string): void {
    const query = asked === '' ? '' : `?${new URLSearchParams({ q: asked })}`;
    history.replaceState(history.state, '', `${location.pathname}${query}${location.hash}`);
  }

  async #search(asked: string, id?: string): Promise<void> {
    this.#turn += 1;
    const turn = this.#turn;
    const query = parseQuery(asked);
    let hits: Hit[] = [];
    let said = '';
    if (!query.problem)
      try {
        const { openSearch } = await import('./search/open-search.ts');
        const { root = '/', script, slug = '' } = this.dataset;
        const { engine } = await openSearch(root, script as Script);
        for await (const batch of engine.search(query, { document: slug }))
          hits.push(...batch.flatMap(toHits));
      } catch {
        hits = [];
        said = this.#words.searchFailed;
      }
    if (turn !== this.#turn) return;
    this.#hits = hits;
    const wanted = hits.findIndex(({ text }) => text.closest('[id]')?.id === id);
    this.#current = wanted >= 0 ? wanted : hits.length > 0 ? 0 : -1;
    this.#mark();
    this.#drawStrip();
    this.#say(said || (query.problem ? '' : this.#words.findNone));
    // A reader who came for a paragraph is there already, unless its hit is farther down.
    if (this.#current >= 0 && document.activeElement === this.#input) this.#show();
  }

  /** Mark by ranges, not elements: the text stays as it is. */
  #mark(): void {
    const ranges = this.#hits.map((hit) => rangeOf(hit.text, hit));
    const current = ranges[this.#current];
    CSS.highlights.set(
      'hits',
      new Highlight(...(ranges.filter((range) => range !== undefined && range !== current) as Range[])),
    );
    CSS.highlights.set('hit', current ? new Highlight(current) : new Highlight());
  }

  #step(by: number): void {
    if (this.#hits.length === 0) return;
    this.#current = (this.#current + by + this.#hits.length) % this.#hits.length;
    this.#mark();
    this.#drawStrip();
    this.#say('');
    this.#show();
  }

  /** Bring the current hit to where it can be read: neither under the header nor under the bar. */
  #show(): void {
    const hit = this.#hits[this.#current];
    const range = hit && rangeOf(hit.text, hit);
    if (!range) return;
    const { top, bottom } = range.getBoundingClientRect();
    const header = document.querySelector('.site-header')?.getBoundingClientRect().bottom ?? 0;
    const bar = this.#find('form').getBoundingClientRect().top;
    if (top < header + 16 || bottom > bar - 16) scrollBy({ top: top - (header + bar) / 2 });
  }

  /** How it stands, short for eyes and in words for a screen reader; `otherwise` where nothing was found. */
  #say(otherwise: string): void {
    const counts = { current: this.#current + 1, hits: this.#hits.length };
    const isFound = counts.hits > 0;
    this.#find('[role="status"]').textContent = isFound
      ? fillWords(this.#words.findCount, counts)
      : otherwise;
    this.#find('.count').textContent = isFound ? `${counts.current}/${counts.hits}` : otherwise;
    for (const button of this.querySelectorAll<HTMLButtonElement>('[data-do="next"], [data-do="previous"]'))
      button.disabled = this.#hits.length === 0;
  }

  /** A tick for each hit, where it stands in the whole page. For the pointer: the bar's buttons do the same for keys. */
  #drawStrip(): void {
    const height = document.documentElement.scrollHeight;
    const ticks = this.#hits.flatMap((hit, index) => {
      const range = rangeOf(hit.text, hit);
      if (!range) return [];
      const tick = h('button', {
        type: 'button',
        tabindex: '-1',
        class: index === this.#current ? 'current' : undefined,
      });
      tick.style.setProperty(
        'inset-block-start',
        `${((range.getBoundingClientRect().top + scrollY) / height) * 100}%`,
      );
      tick.addEventListener('click', () => this.#step(index - this.#current));
      return [tick];
    });
    this.#find('.strip').replaceChildren(...ticks);
  }

  #close(): void {
    clearTimeout(this.#addressTimer);
    this.#input.value = '';
    this.hidden = true;
    this.#writeAddress('');
    void this.#search('');
    document.querySelector<HTMLElement>('[data-do="find"]')?.focus({ preventScroll: true });
  }
}

function toHits({ clause, hits }: { clause: { id: string }; hits: readonly Stretch[] }): Hit[] {
  const text = document.querySelector<HTMLElement>(`#${CSS.escape(clause.id)} .t`);
  return text ? hits.map((hit) => ({ ...hit, text })) : [];
}

customElements.define('find-in-document', FindInDocument);
