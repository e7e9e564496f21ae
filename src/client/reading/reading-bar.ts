import { addressId } from '../address-id.ts';
import { PageElement } from '../page-element.ts';
import { wordsOf } from '../words-of.ts';
import { type Anchor, goToAnchor, readAnchor } from './anchor.ts';
import { keepLastPlace, readPlaces } from './last-places.ts';
import { onReading } from './on-reading.ts';
import { labelOf, readingPlace, shareRead } from './reading-place.ts';

/** Where a paragraph’s own links are too small for a finger: the style sheet says the same. */
const byTouch = matchMedia('(max-width: 52rem), (pointer: coarse)');

/**
 * Follows the reader through a document: says where they are and how far, keeps the place in the address and for their
 * return, and, by touch, offers what can be done with a paragraph within the thumb’s reach.
 */
class ReadingBar extends PageElement {
  #chosen: HTMLElement | undefined;

  protected wire(stay: AbortSignal): void {
    this.#goToPlace();
    const arrive = () => {
      this.#arrived = readAnchor();
      this.#hasArrived = true;
    };
    if (document.readyState === 'complete') arrive();
    else addEventListener('load', arrive, { once: true, signal: stay });
    onReading((place) => this.#showPlace(place), stay);
    onReading((place) => this.#notePlace(place), stay, 'settled');
    // Before any link is followed: the way back leads to where the reader was.
    addEventListener('click', () => this.#notePlace(), { capture: true, signal: stay });
    addEventListener('pagehide', () => this.#notePlace(), { signal: stay });
    document.addEventListener('click', (event) => this.#onClick(event), { signal: stay });
    const onEscape = ({ key }: KeyboardEvent) => key === 'Escape' && void this.#choose(undefined);
    addEventListener('keydown', onEscape, { signal: stay });
  }

  #showPlace(place: HTMLElement | undefined): void {
    const share = place ? shareRead() : 0;
    // On the bar alone: as the root’s, it would have every element styled anew.
    this.querySelector<HTMLElement>('.bar')?.style.setProperty('--read', String(share));
    const said = place ? `${labelOf(place)} · ${Math.round(share * 100)}%` : '';
    for (const position of document.querySelectorAll('.position'))
      if (position.textContent !== said) position.textContent = said;
  }

  /** Browsers bring back how far a page was moved, not how far a text in a frame of its own was. */
  #goToPlace(): void {
    const id = addressId();
    const isVertical = document.documentElement.dataset.flow === 'vertical';
    if (
      document.readyState === 'complete' ||
      !isVertical ||
      !document.getElementById(id)?.closest('.document > .text')
    )
      return;
    const [, last] = readPlaces().find(([slug]) => slug === this.dataset.slug) ?? [];
    goToAnchor(last?.id === id ? last : { id, share: 0 });
  }

  /** Where the reader was when they came: kept for their return only once they have read on from there. */
  #arrived: Anchor | undefined;
  #hasArrived = false;

  /** In the address, so that it can be copied at any time, and for the reader’s return. */
  #notePlace(place = readingPlace()): void {
    const anchor = readAnchor();
    const { slug = '' } = this.dataset;
    const { id, share } = this.#arrived ?? {};
    const isElsewhere = anchor && (anchor.id !== id || Math.abs(anchor.share - (share ?? 0)) > 0.01);
    if (this.#hasArrived && place && anchor && isElsewhere)
      keepLastPlace(slug, shareRead() < 1 ? { ...anchor, label: labelOf(place), at: Date.now() } : undefined);
    const address = new URL(location.href);
    // A link to words stays what it is.
    if (address.searchParams.has('mark')) return;
    const isInText = document.getElementById(address.hash.slice(1))?.closest('.document > .text');
    if (place) address.hash = place.id;
    else if (isInText) address.hash = '';
    if (address.href !== location.href) history.replaceState(history.state, '', address);
  }

  /** A paragraph that is touched is chosen, or let go of; not where something is selected or followed. */
  #onClick({ target, detail }: MouseEvent): void {
    if (!(target instanceof Element) || !byTouch.matches || this.contains(target)) return;
    if (target.closest('a:not(.n), button, input, dialog') || getSelection()?.isCollapsed === false) return;
    const block = target.closest<HTMLElement>('.document > .text p[id]') ?? undefined;
    void this.#choose(block === this.#chosen ? undefined : block, detail === 0);
  }

  async #choose(block: HTMLElement | undefined, isByKey = false): Promise<void> {
    this.#chosen?.classList.remove('chosen');
    this.#chosen = block;
    block?.classList.add('chosen');
    const actions = this.querySelector('.actions') as HTMLElement;
    actions.hidden = !block;
    if (!block) return;
    const [{ fillActions }, words] = await Promise.all([import('./fill-actions.ts'), wordsOf(this)]);
    if (this.#chosen !== block) return;
    fillActions(actions, block, words, () => void this.#choose(undefined));
    // By a key: the focus goes to what has come.
    if (isByKey) actions.querySelector('button')?.focus();
  }
}

customElements.define('reading-bar', ReadingBar);
