import { readingPlace } from './reading-place.ts';

/** The table of contents: marks where the reader is, and closes after a choice where it covers the text. */
class PageContents extends HTMLElement {
  connectedCallback(): void {
    const links = [...this.querySelectorAll<HTMLAnchorElement>('a[href^="#"]')];
    let isWaiting = false;
    const update = () => {
      isWaiting = false;
      const place = readingPlace();
      const current = place && links.findLast((link) => isAtOrAfter(place, link.hash));
      for (const link of links)
        if (link === current) link.setAttribute('aria-current', 'true');
        else link.removeAttribute('aria-current');
    };
    const schedule = () => {
      if (isWaiting) return;
      isWaiting = true;
      requestAnimationFrame(update);
    };
    addEventListener('scroll', schedule, { passive: true });
    addEventListener('resize', schedule, { passive: true });
    this.addEventListener('click', ({ target }) => {
      if (target instanceof Element && target.closest('a'))
        this.querySelector('details')?.removeAttribute('open');
    });
    schedule();
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
