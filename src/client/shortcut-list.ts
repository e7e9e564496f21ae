import type { shortcutKeys } from '../lib/reader/cite-keys.ts';
import type { SearchWords } from '../lib/reader/search-keys.ts';
import { h } from './dom.ts';
import { areShortcutsOn, onShortcut, turnShortcuts } from './shortcuts.ts';

/** The list of single keys that do something here, where they are turned off, too. */
class ShortcutList extends HTMLElement {
  readonly #words: SearchWords<(typeof shortcutKeys)[number]> = JSON.parse(this.dataset.words ?? '{}');

  connectedCallback(): void {
    const button = this.querySelector('button');
    if (!button) return;
    button.addEventListener('click', () => this.#open());
    button.hidden = false;
    onShortcut('?', () => this.#open());
  }

  #open(): void {
    const words = this.#words;
    const rows: readonly (readonly [string, string])[] = [
      ['j', words.shortcutNext],
      ['k', words.shortcutPrevious],
      ['y', words.shortcutCopy],
      ['c', words.shortcutCite],
      ['o', words.shortcutPublished],
      ['t', words.shortcutScript],
      ['/', words.shortcutSearch],
      ['?', words.shortcutList],
    ];
    const isOn = h('input', { type: 'checkbox' });
    isOn.checked = areShortcutsOn();
    isOn.addEventListener('change', () => turnShortcuts(isOn.checked));
    const close = h(
      'button',
      { type: 'button', class: 'close', 'aria-label': words.close, title: words.close },
      '×',
    );
    const dialog = h(
      'dialog',
      { class: 'shortcuts', 'aria-labelledby': 'shortcuts-title' },
      h('header', {}, h('h2', { id: 'shortcuts-title' }, words.shortcuts), close),
      h(
        'dl',
        {},
        ...rows.map(([key, what]) => h('div', {}, h('dt', {}, h('kbd', {}, key)), h('dd', {}, what))),
      ),
      h('p', {}, h('label', {}, isOn, ` ${words.shortcutsOn}`)),
      h('p', { class: 'hint' }, words.shortcutsNote),
    );
    close.addEventListener('click', () => dialog.close());
    dialog.addEventListener('click', ({ target }) => target === dialog && dialog.close());
    dialog.addEventListener('close', () => dialog.remove());
    document.body.append(dialog);
    dialog.showModal();
  }
}

customElements.define('shortcut-list', ShortcutList);
