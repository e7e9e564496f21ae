import { readPublished } from '../lib/script/to-published-map.ts';
import { copyOf } from './copy-selection.ts';
import { PageElement } from './page-element.ts';
import { currentBlock } from './reading/reading-place.ts';
import { readSetting, storeSetting } from './settings.ts';
import { onShortcut } from './shortcuts.ts';
import { forEachCharacter } from './text-ranges.ts';

const copySetting = 'copy';

/**
 * The tools of a converted view: a paragraph's published form by a tap or a key, the characters for which the
 * conversion chose among several, and which text is copied. Without it the page reads as it is, and copying is the
 * browser's own.
 */
export class ConvertedText extends PageElement {
  /** The converted form of the blocks that show their published one. */
  readonly #shown = new WeakMap<HTMLElement, string>();
  /** What is copied: `published`, `shown`, or, until the reader has chosen, nothing. Kept here where storage is refused. */
  #copyChoice = readSetting(copySetting) ?? '';
  #readPublished: ReturnType<typeof readPublished> | undefined;

  protected wire(stay: AbortSignal): void {
    const toggle = (at: Element | undefined) => {
      const block = at?.closest<HTMLElement>('.text p[id]');
      if (block) this.#toggle(block);
    };
    onShortcut('o', (target) => toggle(currentBlock(target)), stay);
    const onClick = ({ target }: Event) =>
      target instanceof Element && target.closest('.o') && toggle(target);
    document.addEventListener('click', onClick, { signal: stay });
    const dress = () => {
      for (const button of document.querySelectorAll<HTMLElement>('.o:not([aria-pressed])')) {
        button.ariaPressed = 'false';
        button.title = this.dataset.show ?? '';
      }
    };
    dress();
    document.addEventListener('textchange', dress, { signal: stay });
    document.addEventListener('copy', (event) => this.#onCopy(event), { signal: stay });

    const mark = this.#find('[data-do="mark"]') as HTMLButtonElement;
    mark.addEventListener('click', () => this.#toggleMarks(mark));
    mark.disabled = !('highlights' in CSS);

    const select = this.#find('[data-do="copy"]') as HTMLSelectElement;
    select.value = this.#copyChoice;
    select.addEventListener('change', () => this.#choose(select.value));
    select.disabled = false;
  }

  #find(selector: string): HTMLElement {
    return this.querySelector(selector) as HTMLElement;
  }

  /** The published text of a block (class `t`), whichever form it shows. */
  publishedOf(text: HTMLElement): string {
    const shown = this.#shown.get(text) ?? text.textContent ?? '';
    this.#readPublished ??= readPublished(this.dataset.pairs ?? '');
    return this.#readPublished(shown, text.dataset.p ?? '');
  }

  /** Show a paragraph's published form, or its converted one again. */
  #toggle(block: HTMLElement): void {
    const text = block.querySelector<HTMLElement>('.t');
    if (!text) return;
    const converted = this.#shown.get(text);
    if (converted === undefined) {
      const published = this.publishedOf(text);
      this.#shown.set(text, text.textContent ?? '');
      setText(text, published);
    } else {
      this.#shown.delete(text);
      setText(text, converted);
    }
    const [lang, other] = [text.lang, text.dataset.lang ?? this.dataset.lang ?? ''];
    text.lang = other;
    text.dataset.lang = lang;
    block.querySelector('.o')?.setAttribute('aria-pressed', String(converted === undefined));
    this.#updateMarks();
    // Ranges over the text that was are gone: whoever marks in it marks anew.
    text.dispatchEvent(new Event('textchange', { bubbles: true }));
  }

  #toggleMarks(button: HTMLElement): void {
    button.setAttribute('aria-pressed', String(button.getAttribute('aria-pressed') !== 'true'));
    this.#updateMarks();
  }

  /** Mark by ranges, not elements: the text stays as it is. */
  #updateMarks(): void {
    if (!('highlights' in CSS)) return;
    CSS.highlights.delete('choices');
    if (this.#find('[data-do="mark"]').getAttribute('aria-pressed') !== 'true') return;
    const choices = new Set(this.dataset.choices);
    const highlight = new Highlight();
    for (const text of document.querySelectorAll<HTMLElement>('.document .t')) {
      const published = Array.from(this.publishedOf(text));
      forEachCharacter(text, (node, from, to, index) => {
        if (!choices.has(published[index] ?? '')) return;
        const range = new Range();
        range.setStart(node, from);
        range.setEnd(node, to);
        highlight.add(range);
      });
    }
    CSS.highlights.set('choices', highlight);
  }

  #choose(choice: string): void {
    this.#copyChoice = choice;
    storeSetting(copySetting, choice);
    (this.#find('[data-do="copy"]') as HTMLSelectElement).value = choice;
  }

  #onCopy(event: ClipboardEvent): void {
    const selection = getSelection();
    if (!selection || selection.rangeCount === 0) return;
    const range = selection.getRangeAt(0);
    const publishedOf =
      this.#copyChoice === 'shown' ? undefined : (text: HTMLElement) => this.publishedOf(text);
    const copy = copyOf(range, publishedOf, this.dataset.lang ?? '');
    if (!copy) return;
    event.preventDefault();
    if (!this.#copyChoice) {
      this.#ask(range);
      return;
    }
    event.clipboardData?.setData('text/plain', copy.plain);
    event.clipboardData?.setData('text/html', copy.html);
  }

  /** Ask once, beside the selection; the choice is kept, and changed where it can be seen. */
  #ask(range: Range): void {
    const ask = this.#find('.ask');
    const { left, bottom } = range.getBoundingClientRect();
    ask.hidden = false;
    const { width, height } = ask.getBoundingClientRect();
    const place = {
      x: Math.max(8, Math.min(left, innerWidth - width - 8)),
      y: Math.max(8, Math.min(bottom + 8, innerHeight - height - 8)),
    };
    ask.style.setProperty('inset', `${place.y}px auto auto ${place.x}px`);

    const asked = new AbortController();
    const before = document.activeElement;
    const close = () => {
      asked.abort();
      ask.hidden = true;
      if (before instanceof HTMLElement) before.focus({ preventScroll: true });
    };
    const { signal } = asked;
    for (const button of ask.querySelectorAll('button'))
      button.addEventListener(
        'click',
        () => {
          close();
          this.#choose(button.value);
          // The same selection again, now with a choice; works where the clipboard's own interface is not allowed.
          const isCopied = document.execCommand('copy');
          this.#say((isCopied ? this.dataset.copied : this.dataset.copyFailed) ?? '');
        },
        { signal },
      );
    addEventListener('scroll', close, { signal, passive: true });
    addEventListener('keydown', ({ key }) => key === 'Escape' && close(), { signal });
    addEventListener('pointerdown', ({ target }) => !ask.contains(target as Node) && close(), { signal });
    ask.querySelector('button')?.focus({ preventScroll: true });
  }

  #say(words: string): void {
    this.#find('[role="status"]').textContent = words;
  }
}

/** Give the text nodes of an element their parts of `text`, which has as many characters as they. */
function setText(element: HTMLElement, text: string): void {
  const characters = Array.from(text);
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode as Text;
    node.data = characters.splice(0, Array.from(node.data).length).join('');
  }
}

customElements.define('converted-text', ConvertedText);
