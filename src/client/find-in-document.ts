import type { ElementWords } from '../lib/reader/element-words.ts';
import { fillWords } from '../lib/reader/search-text.ts';
import type { Script } from '../lib/script/scripts.ts';
import type { Stretch } from '../lib/search/find-hits.ts';
import { parseQuery, type Query } from '../lib/search/parse-query.ts';
import { addressId } from './address-id.ts';
import { h } from './dom.ts';
import { PageElement } from './page-element.ts';
import { rangeOf } from './text-ranges.ts';
import { textIsWhole } from './toggle/whole-text.ts';
import { onTyped } from './typing.ts';
import { wordsOf } from './words-of.ts';

/** A hit in the page. */
interface Hit extends Stretch {
  /** The block's text element. */
  readonly text: HTMLElement;
}

/**
 * Finding in the document being read: what is asked stands in the address (`?q=北极#s3-20`), its hits are marked in
 * the text and in a strip along the margin, and a bar steps through them.
 */
class FindInDocument extends PageElement {
  #hits: readonly Hit[] = [];
  #current = -1;
  #turn = 0;
  #words: ElementWords | undefined;
  #addressTimer: ReturnType<typeof setTimeout> | undefined;
  /** What is looked for. */
  #asked = '';

  protected wire(stay: AbortSignal): void {
    onTyped(this.#input, () => this.#ask());
    this.#find('form').addEventListener('submit', (event) => {
      event.preventDefault();
      this.#step(1);
    });
    this.#find('[data-do="next"]').addEventListener('click', () => this.#step(1));
    this.#find('[data-do="previous"]').addEventListener('click', () => this.#step(-1));
    this.#find('[data-do="close"]').addEventListener('click', () => this.#close());
    this.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter' || !event.shiftKey || event.isComposing || event.target !== this.#input)
        return;
      event.preventDefault();
      this.#step(-1);
    });
    // From anywhere in the page, unless something else takes it.
    const onEscape = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.isComposing && !event.defaultPrevented && !this.hidden)
        this.#close();
    };
    addEventListener('keydown', onEscape, { signal: stay });
    document.addEventListener('textchange', () => this.#mark(), { signal: stay });
    // Whatever changes the height of the page moves its hits.
    const size = new ResizeObserver(() => this.#hits.length > 0 && this.#drawStrip());
    size.observe(document.body);
    stay.addEventListener('abort', () => size.disconnect());
    // A link to a paragraph changes the place only: what is being typed goes on.
    const onPopState = () => {
      if (this.#addressTimer) this.#writeAddress();
      else if (askedInAddress() !== this.#asked) this.#takeAddress();
    };
    addEventListener('popstate', onPopState, { signal: stay });
    // Opened by its button before it was ready: what has been typed since is asked.
    if (this.hidden) this.#takeAddress();
    else this.#ask();
  }

  #find(selector: string): HTMLElement {
    return this.querySelector(selector) as HTMLElement;
  }
  get #input(): HTMLInputElement {
    return this.querySelector('input') as HTMLInputElement;
  }

  /** Mark what the address asks for; the first hit is in the paragraph the reader came for. */
  #takeAddress(): void {
    const asked = askedInAddress();
    this.#input.value = asked;
    this.hidden = asked === '';
    const id = addressId();
    void this.#search(asked, id);
    // A reader who followed a hit by keys goes on from there.
    if (asked !== '' && document.activeElement === document.body)
      document.getElementById(id)?.querySelector<HTMLElement>('.n')?.focus({ preventScroll: true });
  }

  #ask(): void {
    clearTimeout(this.#addressTimer);
    this.#addressTimer = setTimeout(() => this.#writeAddress(), 300);
    void this.#search(this.#input.value);
  }

  #writeAddress(): void {
    clearTimeout(this.#addressTimer);
    this.#addressTimer = undefined;
    const address = new URL(location.href);
    if (this.#asked === '') address.searchParams.delete('q');
    else address.searchParams.set('q', this.#asked);
    history.replaceState(history.state, '', address);
  }

  /** @param id of the paragraph a reader came for; '' where they came for none, undefined while they type */
  async #search(asked: string, id?: string): Promise<void> {
    this.#asked = asked;
    this.#turn += 1;
    const turn = this.#turn;
    const query = parseQuery(asked);
    let hits: Hit[] = [];
    let said = '';
    try {
      if (query.problem !== 'empty') {
        const words = wordsOf(this);
        if (!query.problem) hits = await this.#findHits(query);
        this.#words = await words;
        const { findNone, searchMarksOnly, searchExcludedOnly } = this.#words;
        said = { none: findNone, marks: searchMarksOnly, excluded: searchExcludedOnly }[
          query.problem ?? 'none'
        ];
      }
    } catch {
      hits = [];
      said = this.dataset.failed ?? '';
    }
    if (turn !== this.#turn) return;
    this.#hits = hits;
    const wanted = hits.findIndex(({ text }) => text.closest('[id]')?.id === id);
    this.#current = wanted >= 0 ? wanted : hits.length > 0 ? 0 : -1;
    this.#mark();
    this.#drawStrip();
    this.#say(said);
    // A reader who came for a paragraph is there already.
    if (!id) this.#show();
  }

  /** Mark by ranges, not elements: the text stays as it is. */
  #mark(): void {
    const ranges = this.#hits.map((hit) => rangeOf(hit.text, hit));
    const current = ranges[this.#current];
    // A browser without them shows where the hits are by the bar and the strip alone.
    if (!('highlights' in CSS)) return;
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
    this.#markTick();
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

  async #findHits(query: Query): Promise<Hit[]> {
    const [{ openSearch }] = await Promise.all([import('./search/open-search.ts'), textIsWhole()]);
    const { root = '/', script, slug = '' } = this.dataset;
    const { engine } = await openSearch(root, script as Script);
    const hits: Hit[] = [];
    for await (const batch of engine.search(query, { document: slug })) hits.push(...batch.flatMap(toHits));
    return hits;
  }

  /** How it stands, short for eyes and in words for a screen reader; `otherwise` where nothing was found. */
  #say(otherwise: string): void {
    const counts = { current: this.#current + 1, hits: this.#hits.length };
    const isFound = counts.hits > 0;
    this.#find('[role="status"]').textContent = isFound
      ? fillWords(this.#words?.findCount ?? '', counts)
      : otherwise;
    this.#find('.count').textContent = isFound ? `${counts.current}/${counts.hits}` : otherwise;
    for (const button of this.querySelectorAll<HTMLButtonElement>('[data-do="next"], [data-do="previous"]'))
      button.disabled = this.#hits.length === 0;
  }

  /** A tick for each hit, where it stands in the whole page. For the pointer: the bar's buttons do the same for keys. */
  #drawStrip(): void {
    const height = document.documentElement.scrollHeight;
    const ticks = this.#hits.map((hit, index) => {
      const top = rangeOf(hit.text, hit)?.getBoundingClientRect().top ?? 0;
      const tick = h('button', { type: 'button', tabindex: '-1' });
      tick.style.setProperty('--at', String((top + scrollY) / height));
      // The focus stays where it is.
      tick.addEventListener('pointerdown', (event) => event.preventDefault());
      tick.addEventListener('click', () => this.#step(index - this.#current));
      return tick;
    });
    this.#find('.strip').replaceChildren(...ticks);
    this.#markTick();
  }

  #markTick(): void {
    for (const [index, tick] of [...this.#find('.strip').children].entries())
      tick.classList.toggle('current', index === this.#current);
  }

  #close(): void {
    this.#input.value = '';
    this.hidden = true;
    void this.#search('');
    this.#writeAddress();
    // Of its buttons the one that the screen has room for.
    const openers = [...document.querySelectorAll<HTMLElement>('[data-do="find"]')];
    openers.find((opener) => opener.offsetParent !== null)?.focus({ preventScroll: true });
  }
}

function askedInAddress(): string {
  return new URLSearchParams(location.search).get('q') ?? '';
}

function toHits({ clause, hits }: { clause: { id: string }; hits: readonly Stretch[] }): Hit[] {
  const text = document.querySelector<HTMLElement>(`#${CSS.escape(clause.id)} .t`);
  return text ? hits.map((hit) => ({ ...hit, text })) : [];
}

customElements.define('find-in-document', FindInDocument);
