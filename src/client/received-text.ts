import type { Element, ElementContent } from 'hast';
import { addressesUnder } from '../lib/reader/addresses.ts';
import { dataAddressesUnder } from '../lib/reader/data-addresses.ts';
import { toRowElement } from '../lib/reader/source-row-element.ts';
import { readRowsData, textsByAddress } from '../lib/reader/source-rows.ts';
import type { Script } from '../lib/script/scripts.ts';
import type { DocumentData, SourceRowsData } from '../schemas/data.ts';
import { fetchJson } from './fetch-json.ts';
import { PageElement } from './page-element.ts';
import { wordsOf } from './words-of.ts';

/**
 * A source as received, in a large collection: drawn of what was left out, and of the documents' data, which has what
 * was kept. Without it there is the file to take away.
 */
class ReceivedText extends PageElement {
  protected async wire(stay: AbortSignal): Promise<void> {
    const status = this.querySelector('[role="status"]') as HTMLElement;
    // On the way back the browser would look for a place that is not there yet.
    const { scrolled }: { scrolled?: number } = history.state ?? {};
    history.scrollRestoration = 'manual';
    const leave = () => history.replaceState({ ...history.state, scrolled: window.scrollY }, '');
    addEventListener('pagehide', leave, { signal: stay });
    try {
      this.querySelector('ol')?.replaceChildren(...(await this.#readRows()));
      status.remove();
      // What the address names is there only now; who has been there goes on where they were.
      if (location.hash) location.replace(location.hash);
      if (scrolled !== undefined) window.scrollTo({ top: scrolled, behavior: 'instant' });
      this.dispatchEvent(new Event('drawn'));
    } catch {
      status.textContent = this.dataset.failed ?? '';
    }
  }

  async #readRows(): Promise<Node[]> {
    const { root = '/', file = '', leftOut = '' } = this.dataset;
    const script = this.dataset.script as Script;
    const [addresses, { documentData }] = [addressesUnder(root), dataAddressesUnder(root)];
    const [data, words] = await Promise.all([fetchJson<SourceRowsData>(file), wordsOf(this)]);
    const slugs = Object.keys(data.titles[script]);
    const documents = await Promise.all(slugs.map((slug) => fetchJson<DocumentData>(documentData(slug))));
    if (documents.some(({ edition }) => edition !== data.edition))
      throw new Error(`${file}: Unexpected data of another edition.`);
    const texts = textsByAddress(documents);
    const addressOf = (slug: string, id: string) => addresses.document(script, slug, id);
    const rows = readRowsData(data, script, words, texts);
    return rows.map((row, place) =>
      toDom(toRowElement(row, rows[place - 1]?.line ?? 0, { script, leftOut, addressOf })),
    );
  }
}

function toDom(node: ElementContent): Node {
  if (node.type === 'text') return document.createTextNode(node.value);
  const { tagName, properties, children } = node as Element;
  const element = document.createElement(tagName);
  for (const [name, value] of Object.entries(properties))
    element.setAttribute(name === 'className' ? 'class' : name, String(value));
  element.append(...children.map(toDom));
  return element;
}

customElements.define('received-text', ReceivedText);
