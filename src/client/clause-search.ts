import { addressesUnder } from '../lib/reader/addresses.ts';
import type { Script } from '../lib/script/scripts.ts';
import { findWords } from '../lib/search/find-words.ts';
import { splitQuery } from '../lib/search/split-query.ts';
import type { Answer, Hit } from './search/engine.ts';
import { openPagefind } from './search/pagefind-engine.ts';

const pageSize = 20;

/** The search page: a query in the address, its hits below, each a link to its paragraph. */
class ClauseSearch extends HTMLElement {
  #answer: Answer | undefined;
  #words: readonly string[] = [];
  #shown = 0;
  /** Counts searches, so that a slow answer does not replace a later one. */
  #turn = 0;

  connectedCallback(): void {
    const { script = 'hans', index = '', root = '', words = '{}' } = this.dataset;
    const say: Record<string, string> = JSON.parse(words);
    const engine = openPagefind(index);
    const addresses = addressesUnder(root);
    const form = this.#find('form');
    const input = this.#find('input');
    const status = this.#find('.status');
    const list = this.#find('.results');
    const more = this.#find('button.more');

    const showMore = async () => {
      const turn = this.#turn;
      const hits = (await this.#answer?.load(this.#shown, this.#shown + pageSize)) ?? [];
      if (turn !== this.#turn) return;
      this.#shown += hits.length;
      list.append(...hits.map((hit) => toItem(hit, script as Script, this.#words, addresses)));
      more.hidden = this.#shown >= (this.#answer?.count ?? 0);
    };

    const search = async () => {
      const query = new URLSearchParams(location.search).get('q') ?? '';
      this.#turn += 1;
      const turn = this.#turn;
      input.value = query;
      list.replaceChildren();
      more.hidden = true;
      this.#shown = 0;
      this.#words = splitQuery(query);
      if (this.#words.length === 0) {
        status.textContent = location.search ? (say.empty ?? '') : '';
        return;
      }
      status.textContent = say.loading ?? '';
      try {
        const answer = await engine.search(this.#words);
        if (turn !== this.#turn) return;
        this.#answer = answer;
        const asked = document.createElement('b');
        asked.textContent = query.trim();
        status.replaceChildren(answer.count > 0 ? `${answer.count} ${say.count} ` : `${say.none} `, asked);
        await showMore();
      } catch {
        if (turn === this.#turn) status.textContent = say.failed ?? '';
      }
    };

    form.addEventListener('submit', (event) => {
      event.preventDefault();
      history.pushState(null, '', `?${new URLSearchParams({ q: input.value })}`);
      void search();
    });
    more.addEventListener('click', async () => {
      more.disabled = true; // a second click would show the same hits again
      try {
        await showMore();
      } catch {
        status.textContent = say.failed ?? '';
      }
      more.disabled = false;
    });
    addEventListener('popstate', () => void search());
    void search();
  }

  #find<Name extends 'form' | 'input'>(selector: Name): HTMLElementTagNameMap[Name];
  #find(selector: 'button.more'): HTMLButtonElement;
  #find(selector: string): HTMLElement;
  #find(selector: string): HTMLElement {
    return this.querySelector(selector) as HTMLElement;
  }
}

/** A hit as a list item: document and number, then the clause with what was asked marked. */
function toItem(
  { slug, id, number, title, text }: Hit,
  script: Script,
  words: readonly string[],
  addresses: ReturnType<typeof addressesUnder>,
): HTMLLIElement {
  const link = document.createElement('a');
  link.href = addresses.document(script, slug, id);
  const name = document.createElement('b');
  name.textContent = `${title[script]} ${number}`;
  const clause = document.createElement('p');
  const characters = Array.from(text[script]);
  let at = 0;
  for (const { from, to } of findWords([text.hans, text.hant], words)) {
    const mark = document.createElement('mark');
    mark.textContent = characters.slice(from, to).join('');
    clause.append(characters.slice(at, from).join(''), mark);
    at = to;
  }
  clause.append(characters.slice(at).join(''));
  link.append(name, clause);
  const item = document.createElement('li');
  item.append(link);
  return item;
}

customElements.define('clause-search', ClauseSearch);
