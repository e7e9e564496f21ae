import { readingPlace } from './reading-place.ts';
import { storeSetting } from './settings.ts';
import { onShortcut } from './shortcuts.ts';

/** The links to the other script, which take the reader to the paragraph they are at. */
class ToggleScript extends HTMLElement {
  connectedCallback(): void {
    const link = this.querySelector('a');
    if (!link) return;
    const keepPlace = () => {
      link.hash = readingPlace()?.id ?? '';
      link.search = location.search;
    };
    // Before any way of following a link: pointer, keyboard, context menu.
    for (const event of ['pointerdown', 'focus', 'mouseenter', 'click'])
      link.addEventListener(event, keepPlace);
    link.addEventListener('click', () => storeSetting('script', link.dataset.script));
    onShortcut('t', () => link.click());
  }
}

customElements.define('toggle-script', ToggleScript);
