import { fillWords } from '../../lib/reader/search-text.ts';
import { handOver, takeOver } from '../handover.ts';
import { isPlainClick } from '../is-plain-click.ts';
import { PageElement } from '../page-element.ts';
import { goToAnchor, readAnchor } from './anchor.ts';
import { readPlaces } from './last-places.ts';
import { labelOf, readingPlace } from './reading-place.ts';

/** A place that a link led away from. */
interface Departure {
  readonly href: string;
  readonly label: string;
  /** The path that the link leads to. */
  readonly to: string;
}
const departureName = 'from';

/**
 * Leads back to where a reader was: before a link they followed, on this page or from another; where they come without
 * a place, to the one they last read. It comes when there is such a place, and goes when it is not wanted.
 */
class WayBack extends PageElement {
  protected wire(stay: AbortSignal): void {
    this.querySelector('button')?.addEventListener('click', () => {
      this.hidden = true;
    });
    document.addEventListener('click', (event) => this.#onClick(event), { signal: stay });
    this.#offer();
  }

  #say(key: 'backTo' | 'continueAt' | 'continueIn', place: string): string {
    return fillWords(this.dataset[key] ?? '', { place });
  }

  #show(words: string, href: string, follow?: () => void): void {
    const link = this.querySelector('a') as HTMLAnchorElement;
    link.textContent = words;
    link.href = href;
    link.onclick = (event) => {
      if (!isPlainClick(event)) return;
      this.hidden = true;
      if (!follow) return;
      event.preventDefault();
      follow();
    };
    this.hidden = false;
  }

  /** What the reader may want when they come to the page. */
  #offer(): void {
    const from = takeDeparture();
    this.#departure = from;
    const entries = history.length;
    if (from) {
      // By the history as long as it leads there, with all as it was.
      const back = () => (history.length === entries ? history.back() : location.assign(from.href));
      this.#show(this.#say('backTo', from.label), from.href, back);
      return;
    }
    const { slug } = this.dataset;
    if (slug) {
      const [, last] = readPlaces().find(([of]) => of === slug) ?? [];
      if (!last || location.hash || location.search || !document.getElementById(last.id)) return;
      const { label } = last;
      this.#show(this.#say('continueAt', label), `#${last.id}`, () => {
        history.pushState(null, '', `#${last.id}`);
        goToAnchor(last);
        document.getElementById(last.id)?.querySelector<HTMLElement>('.n')?.focus({ preventScroll: true });
      });
      return;
    }
    // On the page of all documents: the one that was read last.
    for (const [of, { id, label }] of readPlaces()) {
      const link = document.querySelector<HTMLAnchorElement>(`a[data-slug="${CSS.escape(of)}"]`);
      if (!link) continue;
      const place = `${link.dataset.name ?? link.textContent} ${label}`;
      this.#show(this.#say('continueIn', place), `${link.href}#${id}`);
      return;
    }
  }

  /** The place that is offered, where it is on another page. */
  #departure: Departure | undefined;

  #onClick(event: MouseEvent): void {
    const { target, defaultPrevented } = event;
    // It is offered in the other script as well.
    const toggle = target instanceof Element ? target.closest<HTMLAnchorElement>('toggle-script a') : null;
    if (toggle && this.#departure && !this.hidden && !defaultPrevented)
      keepDeparture({ ...this.#departure, to: toggle.pathname });
    const link = target instanceof Element ? target.closest<HTMLAnchorElement>('main a[href]') : null;
    if (!link || this.contains(link) || defaultPrevented || !isPlainClick(event)) return;
    const place = readingPlace();
    if (!place || link.origin !== location.origin || link.matches('.n, [download]')) return;
    const { name = '' } = this.dataset;
    // At its title a reader is at the document.
    const label = labelOf(place) || name;
    if (link.pathname === location.pathname) {
      if (link.hash === `#${place.id}` || !link.hash) return;
      const { href } = location;
      const anchor = readAnchor();
      const entries = history.length;
      this.#show(this.#say('backTo', label), href, () => {
        // The entry before this one, unless the reader has gone on from there; then to the line, not only the block.
        const goBack = () => anchor && requestAnimationFrame(() => goToAnchor(anchor));
        const isBefore = history.length <= entries + 1;
        if (isBefore) addEventListener('popstate', goBack, { once: true });
        if (isBefore) history.back();
        else goBack();
      });
    } else {
      const isNamed = name === '' || name === label;
      const from = isNamed ? label : `${name} ${label}`;
      keepDeparture({ href: location.href, label: from, to: link.pathname });
    }
  }
}

function keepDeparture(departure: Departure): void {
  handOver(departureName, departure);
}

/** Where the link that led here was, if the reader has just followed it. */
function takeDeparture(): Departure | undefined {
  const departure = takeOver<Departure>(departureName);
  const [entry] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  return departure?.to === location.pathname && entry?.type === 'navigate' ? departure : undefined;
}

customElements.define('way-back', WayBack);
