import { fillWords } from '../lib/reader/search-text.ts';
import { takeUpdate } from './offline/saved-site.ts';
import { PageElement } from './page-element.ts';

/** Sites under several paths of one host have an edition each. */
const remembered = (file: string) => `duben.newest-edition ${file}`;

/**
 * Says when the page is not of the newest edition: a page kept for reading offline, or by a cache. Asked once a
 * session; where nobody answers, nothing is said.
 */
class EditionNotice extends PageElement {
  protected async wire(): Promise<void> {
    const { edition = '', file = '', words = '' } = this.dataset;
    const newest = await readNewest(file);
    if (!newest || newest <= edition) return;
    // First shown, then said: what is hidden when it changes is not read out.
    this.hidden = false;
    this.querySelector('span')?.replaceChildren(fillWords(words, { edition, newest }));
    this.querySelector('button')?.addEventListener('click', () => void takeUpdate());
  }
}

async function readNewest(file: string): Promise<string | undefined> {
  try {
    const known = sessionStorage.getItem(remembered(file));
    if (known) return known;
  } catch {}
  try {
    const response = await fetch(file, { cache: 'no-store' });
    const { newest } = await response.json();
    if (typeof newest !== 'string') return undefined;
    try {
      sessionStorage.setItem(remembered(file), newest);
    } catch {}
    return newest;
  } catch {
    return undefined;
  }
}

customElements.define('edition-notice', EditionNotice);
