import { PageElement } from './page-element.ts';
import { onShortcut } from './shortcuts.ts';
import { wordsOf } from './words-of.ts';

/** The way to the list of single keys that do something here. */
class ShortcutList extends PageElement {
  protected wire(stay: AbortSignal): void {
    const button = this.querySelector('button');
    if (!button) return;
    button.addEventListener('click', () => void this.#open());
    button.hidden = false;
    onShortcut('?', () => void this.#open(), stay);
  }

  async #open(): Promise<void> {
    const [{ openShortcutDialog }, words] = await Promise.all([
      import('./shortcut-dialog.ts'),
      wordsOf(this),
    ]);
    openShortcutDialog(words);
  }
}

customElements.define('shortcut-list', ShortcutList);
