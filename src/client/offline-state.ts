import type { OfflineWords } from '../lib/reader/offline-text.ts';
import { fillWords } from '../lib/reader/search-text.ts';
import { describeReason, describeSaved } from './offline/describe-saved.ts';
import { type SavedSite, takeUpdate, watchSavedSite } from './offline/saved-site.ts';
import { PageElement } from './page-element.ts';

/** The line at the foot that says how it stands with the copy on this device, and the notice of an update above. */
class OfflineStateLine extends PageElement {
  readonly #words: OfflineWords = JSON.parse(this.dataset.words ?? '{}');

  protected wire(stay: AbortSignal): void {
    watchSavedSite(this.dataset.root ?? '/', (site) => this.#show(site), stay);
  }

  #show(site: SavedSite): void {
    this.dataset.state = site.state.kind;
    const line = this.querySelector('span');
    if (line) line.textContent = describeSaved(site, this.#words);
    const notice = document.querySelector<HTMLElement>('.update-notice');
    if (site.update) this.#notify(site.update);
    else if (notice) notice.hidden = true;
  }

  #notify(update: NonNullable<SavedSite['update']>): void {
    const notice = document.querySelector<HTMLElement>('.update-notice');
    const [said, button] = [notice?.querySelector('span'), notice?.querySelector('button')];
    if (!notice || !said || !button) return;
    const words = this.#words;
    // First shown, then said: what is hidden when it changes is not read out.
    notice.hidden = false;
    // It says the same of the edition.
    document.querySelector('edition-notice')?.setAttribute('hidden', '');
    button.hidden = typeof update === 'object';
    button.textContent = update === 'taken' ? words.updateReload : words.updateTake;
    button.onclick = () => void (update === 'taken' ? location.reload() : takeUpdate());
    said.textContent =
      typeof update === 'object'
        ? fillWords(words.updateFailed, { why: describeReason(update, words) })
        : update === 'taken'
          ? words.updateTaken
          : words.updateReady;
  }
}

customElements.define('offline-state', OfflineStateLine);
