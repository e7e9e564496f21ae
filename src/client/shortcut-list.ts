import { PageElement } from './page-element.ts';
import { onShortcut } from './shortcuts.ts';

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
    const { openShortcutDialog } = await import('./shortcut-dialog.ts');
    openShortcutDialog(JSON.parse(this.dataset.words ?? '{}'));
  }
}

customElements.define('shortcut-list', ShortcutList);
