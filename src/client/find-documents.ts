import type { FinderWords } from '../lib/reader/finder-text.ts';
import { fillWords } from '../lib/reader/search-text.ts';
import {
  createDocumentFinder,
  type DocumentList,
  type ListedDocument,
} from '../lib/search/find-documents.ts';
import { h } from './dom.ts';
import { fetchJson } from './fetch-json.ts';
import { onTyped } from './typing.ts';

/** Documents that are listed at a time. */
const most = 20;

/**
 * Choosing documents among many: those that are found by what is typed can be ticked, and those that were chosen before
 * stand below. They are controls of the form around, whose `change` events and values are as of any other. Pages that have
 * it load it by themselves: others need not.
 */
export class FindDocuments extends HTMLElement {
  readonly #words: FinderWords = JSON.parse(this.dataset.words ?? '{}');
  #opened: Promise<ReturnType<typeof createDocumentFinder>> | undefined;
  /** Counts what was typed, so that a late answer replaces no newer one. */
  #turn = 0;
  /** What is said of a document beside its date. */
  describe: (slug: string) => string = () => '';

  connectedCallback(): void {
    const input = this.#input;
    input.addEventListener('focus', () => void this.#open().catch(() => {}));
    onTyped(input, () => void this.#find());
    // What is typed here is no choice yet.
    input.addEventListener('change', (event) => event.stopPropagation());
    input.addEventListener('keydown', (event) => {
      if (event.isComposing || (event.key !== 'Enter' && event.key !== 'ArrowDown')) return;
      event.preventDefault();
      this.#found.querySelector('input')?.focus();
    });
  }

  get #input(): HTMLInputElement {
    return this.querySelector('input[type="search"]') as HTMLInputElement;
  }
  get #found(): HTMLElement {
    return this.querySelector('.documents-found') as HTMLElement;
  }
  get #chosen(): HTMLElement {
    return this.querySelector('.documents-chosen') as HTMLElement;
  }

  /** Have these chosen, as far as the collection has them. What was typed is forgotten. */
  async choose(slugs: readonly string[]): Promise<void> {
    this.#turn += 1;
    this.#input.value = '';
    this.#say('');
    this.#list([], slugs);
    if (slugs.every((slug) => slug === '')) return;
    const list = await this.#open().catch(() => undefined);
    // What is chosen meanwhile stays so.
    if (list) this.#list([], this.#read());
  }

  /** What is chosen. */
  #read(): string[] {
    return [...this.querySelectorAll<HTMLInputElement>('li input:checked')].map(({ value }) => value);
  }

  async #find(): Promise<void> {
    this.#turn += 1;
    const turn = this.#turn;
    const typed = this.#input.value.trim();
    const words = this.#words;
    if (!this.#names && typed !== '') this.#say(words.finderLoading);
    try {
      const find = await this.#open();
      if (turn !== this.#turn) return;
      const found = find(typed);
      this.#list(found.slice(0, most), this.#read());
      const said = found.length > most ? words.finderMost : words.finderFound;
      if (typed === '') this.#say('');
      else
        this.#say(
          fillWords(found.length > 0 ? said : words.finderNone, { documents: found.length, most, typed }),
        );
    } catch {
      if (turn === this.#turn) this.#say(words.finderFailed);
    }
  }

  #say(words: string): void {
    const said = this.querySelector('[role="status"]') as HTMLElement;
    if (said.textContent !== words) said.textContent = words;
  }

  /** The list comes when a reader first needs it. After a failure the next time tries again. */
  #open(): Promise<ReturnType<typeof createDocumentFinder>> {
    this.#opened ??= this.#load().catch((error) => {
      this.#opened = undefined;
      throw error;
    });
    return this.#opened;
  }

  async #load() {
    const [{ createFold }, { fold, documents }] = await Promise.all([
      import('./search/open-search.ts'),
      fetchJson<DocumentList>(this.dataset.file ?? ''),
    ]);
    this.#names = new Map(documents.map((document) => [document[0], document]));
    return createDocumentFinder(documents, createFold(fold));
  }
  #names: ReadonlyMap<string, ListedDocument> | undefined;

  /** Show what is found, and below what is chosen besides: each document once. */
  #list(found: readonly ListedDocument[], chosen: readonly string[]): void {
    const shown = new Set(found.map(([slug]) => slug));
    const others = chosen.filter((slug) => slug !== '' && !shown.has(slug));
    const known = others.flatMap((slug): ListedDocument[] => {
      // Before the list is here, a document is called as its address.
      if (!this.#names) return [[slug, slug, '']];
      const document = this.#names.get(slug);
      return document ? [document] : [];
    });
    const isChosen = new Set(chosen);
    const render = ([slug, title, day]: ListedDocument) => {
      const { type = '', name = '' } = this.dataset;
      const input = h('input', { type, name, value: slug, checked: isChosen.has(slug) });
      const said = [day, this.describe(slug)].filter((words) => words !== '').join(' · ');
      return h('li', {}, h('label', {}, input, h('span', {}, title, ' ', h('small', {}, said))));
    };
    this.#found.replaceChildren(...found.map(render));
    // Where one is chosen, there is a first that stands for none.
    const none = this.#chosen.querySelector('.all');
    this.#chosen.replaceChildren(...(none ? [none] : []), ...known.map(render));
    const isNone = !found.some(([slug]) => isChosen.has(slug)) && known.length === 0;
    const all = none?.querySelector('input');
    if (all && isNone) all.checked = true;
    this.#chosen.hidden = !none && known.length === 0;
  }
}

customElements.define('find-documents', FindDocuments);
