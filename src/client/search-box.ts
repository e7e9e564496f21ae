import type { Script } from '../lib/script/scripts.ts';
import { h } from './dom.ts';
import { PageElement } from './page-element.ts';
import { focusOnSlash, onTyped } from './typing.ts';
import { wordsOf } from './words-of.ts';

/** The search box of every page: a form that leads to the search page, and first results as one types. */
class SearchBox extends PageElement {
  /** Counts searches, so that a slow answer does not replace a later one. */
  #turn = 0;

  protected wire(stay: AbortSignal): void {
    const input = this.querySelector('input') as HTMLInputElement;
    input.addEventListener('focus', () => void this.#open().catch(() => {}), { once: true });
    onTyped(input, () => void this.#search(input.value));
    input.addEventListener('focus', () => input.value && void this.#search(input.value));
    this.addEventListener('keydown', (event) => this.#onKey(event, input));
    this.addEventListener('focusout', ({ relatedTarget }) => {
      // Not where the focus goes nowhere: some browsers give a pressed link none.
      if (relatedTarget instanceof Node && !this.contains(relatedTarget)) this.#close();
    });
    const onPress = ({ target }: Event) => this.contains(target as Node) || this.#close();
    addEventListener('pointerdown', onPress, { signal: stay });
    focusOnSlash(input, stay);
  }

  get #status(): HTMLElement {
    return this.querySelector('[role="status"]') as HTMLElement;
  }
  get #panel(): HTMLElement {
    return this.querySelector('.panel') as HTMLElement;
  }

  /** The code and texts of search come when a reader first goes to the box. */
  async #open() {
    const answers = await import('./search/answer-box.ts');
    const { root = '/', script } = this.dataset;
    await answers.openSearch(root, script as Script);
    return answers;
  }

  async #search(typed: string): Promise<void> {
    this.#turn += 1;
    const turn = this.#turn;
    if (typed.trim() === '') return this.#close();
    if (!this.#isReady) this.#show(this.dataset.loading ?? '');
    try {
      const [{ answerBox }, words] = await Promise.all([this.#open(), wordsOf(this)]);
      this.#isReady = true;
      const { root = '/', script, slug } = this.dataset;
      const found = await answerBox(root, script as Script, typed, slug, words);
      if (turn !== this.#turn) return;
      if (found) this.#show(found.status, found.content);
      else this.#close();
    } catch {
      if (turn === this.#turn) this.#show(this.dataset.failed ?? '');
    }
  }
  #isReady = false;

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
