import { searchGroup } from '../lib/offline/manifest.ts';
import type { OfflineWords } from '../lib/reader/offline-text.ts';
import type { FindDocuments } from './find-documents.ts';
import { describeSaved } from './offline/describe-saved.ts';
import { removeSite, type SavedSite, saveSite, watchSavedSite } from './offline/saved-site.ts';

/** The page about the copy on this device: saving it, choosing what, removing it. */
class OfflinePage extends HTMLElement {
  readonly #words: OfflineWords = JSON.parse(this.dataset.words ?? '{}');

  connectedCallback(): void {
    const { root = '/', address } = this.dataset;
    // The worker shows this page for those it cannot get.
    this.#find('.missing').hidden = location.pathname === address;
    this.#find('form').addEventListener('submit', (event) => {
      event.preventDefault();
      const isChoice = !this.#find('fieldset').hidden;
      void saveSite(root, isChoice ? this.#chosen : undefined);
    });
    this.#find<HTMLButtonElement>('button.remove').addEventListener('click', () => void removeSite(root));
    this.#find('form').addEventListener('change', () => this.#sum());
    watchSavedSite(root, (site) => this.#show(site));
  }

  #find<Kind extends HTMLElement>(selector: string): Kind {
    return this.querySelector(selector) as Kind;
  }
  /** What is ticked. */
  get #chosen(): string[] {
    return [...this.querySelectorAll<HTMLInputElement>('input:checked')].map(({ value }) => value);
  }
  /** The bytes of what can be chosen. */
  #sizes: Readonly<Record<string, number>> = {};

  #show(site: SavedSite): void {
    const { state, choice } = site;
    this.#find('.state').hidden = false;
    // Not each percent is read out: only what is begun and what has come of it.
    if (state.kind === 'saving') this.#find('.state strong').setAttribute('aria-live', 'off');
    else this.#find('.state strong').removeAttribute('aria-live');
    this.#find('.state strong').textContent = describeSaved(site, this.#words);
    const canSave = state.kind !== 'unsupported';
    this.#find('.controls').hidden = !canSave;
    this.#find('button.save').hidden = state.kind === 'saved' && !choice;
    this.#find('button.remove').hidden = state.kind === 'off' || state.kind === 'none';
    // Shown once with what was chosen before; then the boxes are the reader's.
    const isOffered = this.#isOffered;
    this.#isOffered = choice !== undefined;
    if (!choice) this.#find('fieldset').hidden = true;
    else if (!isOffered)
      void this.#offer(choice).catch(() => {
        this.#isOffered = false;
      });
  }
  #isOffered = false;

  async #offer({ groups, chosen }: NonNullable<SavedSite['choice']>): Promise<void> {
    // Where there are too many documents to list them all, they are found.
    const finder = this.querySelector<FindDocuments>('find-documents');
    if (finder) await import('./find-documents.ts');
    const sizeOf = (name: string) => toMegabytes(groups[name] ?? 0);
    this.#sizes = groups;
    for (const box of this.querySelectorAll<HTMLInputElement>('input[name="group"]')) {
      box.checked = chosen.includes(box.value);
      box.parentElement?.querySelector('small')?.replaceChildren(sizeOf(box.value));
    }
    if (finder) finder.describe = sizeOf;
    const isListed = finder?.choose(chosen.filter((name) => name !== searchGroup));
    this.#find('fieldset').hidden = false;
    this.#sum();
    await isListed;
    this.#sum();
  }

  #sum(): void {
    const served = this.#chosen.reduce((sum, name) => sum + (this.#sizes[name] ?? 0), 0);
    this.#find('output').textContent = toMegabytes(served);
  }
}

const toMegabytes = (bytes: number) => `${(bytes / 1e6).toFixed(2)} MB`;

customElements.define('offline-page', OfflinePage);
