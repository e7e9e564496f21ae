import { readingPlace } from './reading-place.ts';

/** The table of contents: marks where the reader is, and closes after a choice where it covers the text. */
class PageContents extends HTMLElement {
  connectedCallback(): void {
    const links = [...this.querySelectorAll<HTMLAnchorElement>('a[href^="#"]')];
    const selector = links.map(({ hash }) => `main .text ${hash}`).join();
    if (!selector) return;
    let isWaiting = false;
    const update = () => {
      isWaiting = false;
      const place = readingPlace(selector);
      for (const link of links)
        if (link.hash === `#${place}`) link.setAttribute('aria-current', 'true');
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

customElements.define('page-contents', PageContents);
