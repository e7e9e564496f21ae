import type { ElementWords } from '../lib/reader/element-words.ts';
import { fillWords } from '../lib/reader/search-text.ts';
import { describeReason, describeSaved } from './offline/describe-saved.ts';
import { type SavedSite, takeUpdate, watchSavedSite } from './offline/saved-site.ts';
import { PageElement } from './page-element.ts';
import { wordsOf } from './words-of.ts';

/** The line at the foot that says how it stands with the copy on this device, and the notice of an update above. */
class OfflineStateLine extends PageElement {
  protected wire(stay: AbortSignal): void {
    // Without its words the line stays the link it is.
    const show = (site: SavedSite) => void this.#show(site).catch(() => {});
    watchSavedSite(this.dataset.root ?? '/', show, stay);
  }

  async #show(site: SavedSite): Promise<void> {
    this.dataset.state = site.state.kind;
    const words = await wordsOf(this);
    // The page may be in the other script by now.
    if (!this.isConnected) return;
    const line = this.querySelector('span');
    if (line) line.textContent = describeSaved(site, words);
    const notice = document.querySelector<HTMLElement>('.update-notice');
    if (site.update) this.#notify(site.update, words);
    else if (notice) notice.hidden = true;
  }

  #notify(update: NonNullable<SavedSite['update']>, words: ElementWords): void {
    const notice = document.querySelector<HTMLElement>('.update-notice');
    const [said, button] = [notice?.querySelector('span'), notice?.querySelector('button')];
    if (!notice || !said || !button) return;
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
