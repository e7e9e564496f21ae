import { onShortcut } from './shortcuts.ts';

/** The way to the list of single keys that do something here. */
class ShortcutList extends HTMLElement {
  connectedCallback(): void {
    const button = this.querySelector('button');
    if (!button) return;
    button.addEventListener('click', () => void this.#open());
    button.hidden = false;
    onShortcut('?', () => void this.#open());
  }

  async #open(): Promise<void> {
    const { openShortcutDialog } = await import('./shortcut-dialog.ts');
    openShortcutDialog(JSON.parse(this.dataset.words ?? '{}'));
  }
}

customElements.define('shortcut-list', ShortcutList);
