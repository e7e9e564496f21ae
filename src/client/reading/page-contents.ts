import { PageElement } from '../page-element.ts';
import { onReading } from './on-reading.ts';

/** The table of contents: marks where the reader is, and closes after a choice where it covers the text. */
class PageContents extends PageElement {
  protected wire(stay: AbortSignal): void {
    const nav = this.querySelector('nav') as HTMLElement;
    let links: readonly HTMLAnchorElement[] = [];
    let shown: HTMLAnchorElement | undefined;
    onReading((place) => {
      // In a large collection they are drawn.
      if (links.length === 0) links = [...this.querySelectorAll<HTMLAnchorElement>('a[href^="#"]')];
      const current = place && links.findLast((link) => isAtOrAfter(place, link.hash));
      if (current === shown) return;
      shown?.removeAttribute('aria-current');
      current?.setAttribute('aria-current', 'true');
      shown = current;
      if (!current) return;
      // Within the contents only: the page is not to move.
      const { top, bottom } = current.getBoundingClientRect();
      const frame = nav.getBoundingClientRect();
      if (top < frame.top || bottom > frame.bottom) nav.scrollTop += top - frame.top - frame.height / 3;
    }, stay);
    this.addEventListener('click', ({ target }) => {
      if (target instanceof Element && target.closest('a') && nav.matches(':popover-open')) nav.hidePopover();
    });
  }
}

/** Whether an element is, stands in, or comes after the target of a fragment. */
function isAtOrAfter(element: HTMLElement, hash: string): boolean {
  const target = document.getElementById(hash.slice(1));
  if (!target) return false;
  return (
    target.contains(element) ||
    Boolean(target.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING)
  );
}

customElements.define('page-contents', PageContents);
