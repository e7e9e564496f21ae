import type { toolKeys } from '../lib/reader/cite-keys.ts';
import type { SearchWords } from '../lib/reader/search-keys.ts';
import { addressId } from './address-id.ts';
import { isPlainClick } from './is-plain-click.ts';
import type { LocalNotes } from './notes/local-notes.ts';
import { PageElement } from './page-element.ts';
import { publishedIsKnown } from './published-text.ts';
import { listCitableBlocks } from './reading/citable-blocks.ts';
import { currentBlock } from './reading/reading-place.ts';
import { onShortcut } from './shortcuts.ts';
import { textIsWhole } from './toggle/whole-text.ts';
import { wordsOf } from './words-of.ts';

export type ToolWords = SearchWords<(typeof toolKeys)[number]>;
type Act = (citing: import('./cite/citing.ts').Citing) => unknown;

/**
 * Citing in a document: each block’s link `引` opens the tools for it, a selection has a button of its own, and keys do
 * both. What does the work comes when it is first needed. Without it the link leads to the document’s page of citations.
 */
export class CiteTools extends PageElement {
  protected wire(stay: AbortSignal): void {
    const onClick = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest('a.c, a[data-cite]') : null;
      const id = link instanceof HTMLElement ? (link.dataset.cite ?? link.closest('[id]')?.id) : undefined;
      if (!id || !isPlainClick(event)) return;
      event.preventDefault();
      void this.#do((citing) => citing.open({ from: { id }, to: { id } }));
    };
    document.addEventListener('click', onClick, { signal: stay });
    onShortcut('y', (target) => void this.#do((citing) => citing.copyLink(citing.chosen(target))), stay);
    onShortcut('c', (target) => void this.#do((citing) => citing.open(citing.chosen(target))), stay);
    onShortcut('j', (target) => this.#walk(target, 1), stay);
    onShortcut('k', (target) => this.#walk(target, -1), stay);
    this.#wireSelection(stay);

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
    addEventListener('hashchange', () => show(true), { signal: stay });
    document.addEventListener('textchange', () => show(false), { signal: stay });
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
    try {
      const [{ createCiting }, words] = await Promise.all([
        import('./cite/citing.ts'),
        wordsOf(this),
        publishedIsKnown(),
        textIsWhole(),
      ]);
      await act(createCiting(words, { ...this.dataset }, (said) => this.say(said)));
    } catch {
      this.say(this.dataset.failed ?? '');
    }
  }

  #walk(target: Element, by: number): void {
    const all = listCitableBlocks().map(({ element }) => element);
    const here = currentBlock(target);
    // The first step leads to the block that the reader is at. While the script is changed its block has the mark alone.
    const isThere = target.closest('[id]') === here || here?.matches(':target, .target') === true;
    const at = (here ? all.indexOf(here) : -1) + (isThere ? by : 0);
    const next = all[Math.max(0, Math.min(all.length - 1, at))];
    if (!next) return;
    location.replace(`#${next.id}`);
    next.querySelector<HTMLElement>('.n')?.focus({ preventScroll: true });
  }

  /** Buttons beside what is selected of the text; below it, where a touch screen’s own tools are not. */
  #wireSelection(stay: AbortSignal): void {
    const tools = this.querySelector<HTMLElement>('.of-selection');
    const [cite, note] = tools?.querySelectorAll('button') ?? [];
    if (!tools || !cite || !note) return;
    const place = () => {
      const selection = getSelection();
      const range = selection?.rangeCount ? selection.getRangeAt(0) : undefined;
      const isOfText =
        range &&
        range.toString().trim() !== '' &&
        listCitableBlocks().some(({ text }) => range.intersectsNode(text));
      tools.hidden = !isOfText;
      if (!range || !isOfText) return;
      const { bottom, right } = range.getBoundingClientRect();
      const { width, height } = tools.getBoundingClientRect();
      const within = (at: number, size: number, all: number) => Math.max(8, Math.min(at, all - size - 8));
      tools.style.setProperty('inset-block-start', `${within(bottom + 12, height, innerHeight)}px`);
      tools.style.setProperty('inset-inline-start', `${within(right - width, width, innerWidth)}px`);
    };
    let waiting: ReturnType<typeof setTimeout> | undefined;
    const schedule = () => {
      clearTimeout(waiting);
      waiting = setTimeout(place, 200);
    };
    document.addEventListener('selectionchange', schedule, { signal: stay });
    addEventListener('scroll', () => tools.hidden || schedule(), { passive: true, signal: stay });
    // A press would take the selection away.
    tools.addEventListener('pointerdown', (event) => event.preventDefault());
    cite.addEventListener('click', () => void this.#do((citing) => citing.open(citing.selected())));
    note.addEventListener('click', () => this.annotate(undefined));
  }

  /** Copy the link to a block. */
  copyLink(id: string): Promise<void> {
    return this.#do((citing) => citing.copyLink({ from: { id }, to: { id } }));
  }

  /** Write a note on what is selected, else on a block. */
  annotate(id: string | undefined): void {
    document.querySelector<LocalNotes>('local-notes')?.annotate(id);
  }

  /** Say something for a while, to eyes and to a screen reader. */
  say(words: string): void {
    const status = this.querySelector('[role="status"]') as HTMLElement;
    // Said again at every step of a reader who walks on, it would be read out again.
    if (status.textContent === words) return;
    status.textContent = words;
    clearTimeout(this.#fading);
    if (words !== '') this.#fading = setTimeout(() => status.replaceChildren(), 8000);
  }
  #fading: ReturnType<typeof setTimeout> | undefined;
}

customElements.define('cite-tools', CiteTools);
