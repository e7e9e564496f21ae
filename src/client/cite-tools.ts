import { describePlace } from '../lib/cite/describe-place.ts';
import { type Mark, toFragment } from '../lib/cite/mark.ts';
import type { toolKeys } from '../lib/reader/cite-keys.ts';
import type { SearchWords } from '../lib/reader/search-keys.ts';
import { fillWords } from '../lib/reader/search-text.ts';
import { listBlocks, markOfSelection } from './cite/blocks.ts';
import { copyText } from './clipboard.ts';
import { showMark } from './marked-words.ts';
import { currentBlock } from './reading-place.ts';
import { onShortcut } from './shortcuts.ts';

export type ToolWords = SearchWords<(typeof toolKeys)[number]>;

/**
 * Citing in a document: each block’s link `引` opens the tools for it, a selection has a button of its own, and keys do
 * both. Without it the link leads to the document’s page of citations.
 */
class CiteTools extends HTMLElement {
  readonly #words: ToolWords = JSON.parse(this.dataset.words ?? '{}');

  connectedCallback(): void {
    document.addEventListener('click', (event) => {
      const link = event.target instanceof Element ? event.target.closest('a.c') : null;
      const block = link?.closest('[id]');
      if (!block || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
      event.preventDefault();
      void this.#open({ from: { id: block.id }, to: { id: block.id } });
    });
    onShortcut('y', (target) => void this.#copyLink(this.#chosen(target)));
    onShortcut('c', (target) => void this.#open(this.#chosen(target)));
    onShortcut('j', (target) => this.#walk(target, 1));
    onShortcut('k', (target) => this.#walk(target, -1));
    this.#wireSelection();

    const show = () => this.#say(showMark(this.#words));
    show();
    addEventListener('popstate', show);
    document.addEventListener('textchange', show);
  }

  /** What a key is about: what is selected, else the block the reader is at. */
  #chosen(target: Element): Mark | undefined {
    const id = currentBlock(target)?.id;
    return markOfSelection() ?? (id ? { from: { id }, to: { id } } : undefined);
  }

  #walk(target: Element, by: number): void {
    const blocks = listBlocks();
    const here = currentBlock(target)?.id;
    // The first step leads to the block that the reader is at.
    const isThere = target.closest('[id]')?.id === here || location.hash === `#${here}`;
    const at = blocks.findIndex(({ id }) => id === here) + (isThere ? by : 0);
    const next = blocks[Math.max(0, Math.min(blocks.length - 1, at))];
    if (!next) return;
    location.replace(`#${next.id}`);
    next.text.closest('[id]')?.querySelector<HTMLElement>('.n')?.focus({ preventScroll: true });
  }

  async #copyLink(mark: Mark | undefined): Promise<void> {
    if (!mark) return;
    const isCopied = await copyText(this.#linkTo(mark));
    const { copiedLink, copyFailed } = this.#words;
    this.#say(
      isCopied ? fillWords(copiedLink, { place: describePlace(mark, 'zh', this.#words) }) : copyFailed,
    );
  }

  /** A link to a mark in this page: by the site’s own address, or, where it does not know it, by the one it has here. */
  #linkTo(mark: Mark): string {
    return `${this.dataset.address ?? `${location.origin}${location.pathname}`}${toFragment(mark)}`;
  }

  async #open(mark: Mark | undefined): Promise<void> {
    if (!mark) return;
    try {
      const { openCiteDialog } = await import('./cite/cite-dialog.ts');
      await openCiteDialog(mark, {
        words: this.#words,
        file: this.dataset.file ?? '',
        page: this.dataset.page ?? '',
        linkTo: (other) => this.#linkTo(other),
      });
    } catch {
      this.#say(this.#words.citeFailed);
    }
  }

  /** A button beside what is selected of the text; below it, where a touch screen’s own tools are not. */
  #wireSelection(): void {
    const button = this.querySelector<HTMLButtonElement>('.of-selection');
    if (!button) return;
    let waiting: ReturnType<typeof setTimeout> | undefined;
    const place = () => {
      const selection = getSelection();
      const mark = markOfSelection();
      button.hidden = !mark?.hash && mark?.from.id === mark?.to.id && !mark;
      if (!mark || !selection) {
        button.hidden = true;
        return;
      }
      const { bottom, right } = selection.getRangeAt(0).getBoundingClientRect();
      button.hidden = false;
      const { width, height } = button.getBoundingClientRect();
      button.style.setProperty(
        'inset-block-start',
        `${Math.max(8, Math.min(bottom + 12, innerHeight - height - 8))}px`,
      );
      button.style.setProperty(
        'inset-inline-start',
        `${Math.max(8, Math.min(right - width, innerWidth - width - 8))}px`,
      );
    };
    const schedule = () => {
      clearTimeout(waiting);
      waiting = setTimeout(place, 250);
    };
    document.addEventListener('selectionchange', schedule);
    addEventListener('scroll', () => !button.hidden && schedule(), { passive: true });
    // A press would take the selection away.
    button.addEventListener('pointerdown', (event) => event.preventDefault());
    button.addEventListener('click', () => void this.#open(markOfSelection()));
  }

  #say(words: string): void {
    const status = this.querySelector('[role="status"]') as HTMLElement;
    status.textContent = words;
    clearTimeout(this.#fading);
    // What is wrong with an address stays; that something was copied is news for a while.
    if (words !== '' && !new URLSearchParams(location.search).has('mark'))
      this.#fading = setTimeout(() => status.replaceChildren(), 4000);
  }
  #fading: ReturnType<typeof setTimeout> | undefined;
}

customElements.define('cite-tools', CiteTools);
