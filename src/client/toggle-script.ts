import { addressId } from './address-id.ts';
import { readingPlace } from './reading-place.ts';
import { storeSetting } from './settings.ts';
import { onShortcut } from './shortcuts.ts';

/** The links to the other script, which take the reader to the paragraph they are at. */
class ToggleScript extends HTMLElement {
  connectedCallback(): void {
    const link = this.querySelector('a');
    if (!link) return;
    const keepPlace = () => {
      // What the address names beside the text is kept: a place on the page of citations. The skip link’s is none.
      const target = document.getElementById(addressId());
      const isLeft = target?.closest('main .text, main .received') || target?.matches('main');
      link.hash = readingPlace()?.id ?? (isLeft ? '' : location.hash);
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
