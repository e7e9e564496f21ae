import type { toolKeys } from '../lib/reader/cite-keys.ts';
import type { SearchWords } from '../lib/reader/search-keys.ts';
import { addressId } from './address-id.ts';
import { listCitableBlocks } from './citable-blocks.ts';
import { currentBlock } from './reading-place.ts';
import { onShortcut } from './shortcuts.ts';

export type ToolWords = SearchWords<(typeof toolKeys)[number]>;
type Act = (citing: import('./cite/citing.ts').Citing) => unknown;

/**
 * Citing in a document: each block’s link `引` opens the tools for it, a selection has a button of its own, and keys do
 * both. What does the work comes when it is first needed. Without it the link leads to the document’s page of citations.
 */
class CiteTools extends HTMLElement {
  connectedCallback(): void {
    document.addEventListener('click', (event) => {
      const link = event.target instanceof Element ? event.target.closest('a.c, a[data-cite]') : null;
      const id = link instanceof HTMLElement ? (link.dataset.cite ?? link.closest('[id]')?.id) : undefined;
      if (!id || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
      event.preventDefault();
      void this.#do((citing) => citing.open({ from: { id }, to: { id } }));
    });
    onShortcut('y', (target) => void this.#do((citing) => citing.copyLink(citing.chosen(target))));
    onShortcut('c', (target) => void this.#do((citing) => citing.open(citing.chosen(target))));
    onShortcut('j', (target) => this.#walk(target, 1));
    onShortcut('k', (target) => this.#walk(target, -1));
    this.#wireSelection();

    const show = (isNew: boolean) => {
      const isMarked = new URLSearchParams(location.search).has('mark');
      const id = addressId();
      // A place that is not in the page is said to be missing.
      if (
        isMarked ||
        (id !== '' && !document.getElementById(id)) ||
        document.querySelector('.retired :target')
      )
        void this.#use((citing) => citing.showMark(isNew));
    };
    show(true);
    addEventListener('hashchange', () => show(true));
    document.addEventListener('textchange', () => show(false));
  }

  /** What a reader asks for, one thing at a time: a key pressed twice opens one dialog. */
  async #do(act: Act): Promise<void> {
    if (this.#isDoing) return;
    this.#isDoing = true;
    await this.#use(act);
    this.#isDoing = false;
  }
  #isDoing = false;

  async #use(act: Act): Promise<void> {
    const words: ToolWords = JSON.parse(this.dataset.words ?? '{}');
    try {
      const [{ createCiting }] = await Promise.all([import('./cite/citing.ts'), publishedIsKnown()]);
      await act(createCiting(words, { ...this.dataset }, (said) => this.#say(said)));
    } catch {
      this.#say(words.citeFailed);
    }
  }

  #walk(target: Element, by: number): void {
    const all = listCitableBlocks().map(({ element }) => element);
    const here = currentBlock(target);
    // The first step leads to the block that the reader is at.
    const isThere = target.closest('[id]') === here || location.hash === `#${here?.id}`;
    const at = (here ? all.indexOf(here) : -1) + (isThere ? by : 0);
    const next = all[Math.max(0, Math.min(all.length - 1, at))];
    if (!next) return;
    location.replace(`#${next.id}`);
    next.querySelector<HTMLElement>('.n')?.focus({ preventScroll: true });
  }

  /** A button beside what is selected of the text; below it, where a touch screen’s own tools are not. */
  #wireSelection(): void {
    const button = this.querySelector<HTMLButtonElement>('.of-selection');
    if (!button) return;
    const place = () => {
      const selection = getSelection();
      const range = selection?.rangeCount ? selection.getRangeAt(0) : undefined;
      const isOfText =
        range &&
        range.toString().trim() !== '' &&
        listCitableBlocks().some(({ text }) => range.intersectsNode(text));
      button.hidden = !isOfText;
      if (!range || !isOfText) return;
      const { bottom, right } = range.getBoundingClientRect();
      const { width, height } = button.getBoundingClientRect();
      const within = (at: number, size: number, all: number) => Math.max(8, Math.min(at, all - size - 8));
      button.style.setProperty('inset-block-start', `${within(bottom + 12, height, innerHeight)}px`);
      button.style.setProperty('inset-inline-start', `${within(right - width, width, innerWidth)}px`);
    };
    let waiting: ReturnType<typeof setTimeout> | undefined;
    const schedule = () => {
      clearTimeout(waiting);
      waiting = setTimeout(place, 200);
    };
    document.addEventListener('selectionchange', schedule);
    addEventListener('scroll', () => button.hidden || schedule(), { passive: true });
    // A press would take the selection away.
    button.addEventListener('pointerdown', (event) => event.preventDefault());
    button.addEventListener('click', () => void this.#do((citing) => citing.open(citing.selected())));
  }

  #say(words: string): void {
    const status = this.querySelector('[role="status"]') as HTMLElement;
    // Said again at every step of a reader who walks on, it would be read out again.
    if (status.textContent === words) return;
    status.textContent = words;
    clearTimeout(this.#fading);
    if (words !== '') this.#fading = setTimeout(() => status.replaceChildren(), 8000);
  }
  #fading: ReturnType<typeof setTimeout> | undefined;
}

/** A converted view’s published text is known when its own tools are there. @throws Error where they do not come */
async function publishedIsKnown(): Promise<void> {
  const name = 'converted-text';
  if (!document.querySelector(name)) return;
  await Promise.race([
    customElements.whenDefined(name),
    new Promise((_, reject) => setTimeout(() => reject(new Error(`${name} is not there.`)), 10_000)),
  ]);
}

customElements.define('cite-tools', CiteTools);
