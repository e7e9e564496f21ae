import { addressId } from '../address-id.ts';
import { handOver, takeOver } from '../handover.ts';
import { isPlainClick } from '../is-plain-click.ts';
import { PageElement } from '../page-element.ts';
import { type Anchor, goToAnchor, readAnchor } from '../reading/anchor.ts';
import { readingPlace } from '../reading/reading-place.ts';
import { storeSetting } from '../settings.ts';
import { onShortcut } from '../shortcuts.ts';
import { fetchTwin, showTwin } from './twin-page.ts';

/**
 * The links to the other script, which take the reader to the line they are at. A document’s page has its twin at hand,
 * and shows it in its place; elsewhere, and where it is not at hand, the link is followed.
 */
class ToggleScript extends PageElement {
  protected wire(stay: AbortSignal): void {
    const link = this.querySelector('a');
    if (!link) return;
    const keepPlace = () => {
      // What the address names beside the text is kept: a place on the page of citations. The skip link’s is none.
      const target = document.getElementById(addressId());
      const isLeft = target?.closest('main .text, main .received') || target?.matches('main');
      link.hash = pending?.id ?? readingPlace()?.id ?? (isLeft ? '' : location.hash);
      link.search = location.search;
    };
    // Before any way of following a link: pointer, keyboard, context menu.
    for (const event of ['pointerdown', 'focus', 'mouseenter', 'click'])
      link.addEventListener(event, keepPlace);

    let twin: Document | undefined;
    void fetchTwin(link, stay).then((found) => {
      twin = found;
    });
    link.addEventListener('click', (event) => {
      storeSetting('script', link.dataset.script);
      if (!isPlainClick(event)) return;
      if (twin && showTwin(twin, link)) event.preventDefault();
      else keepAnchor(link);
    });
    onShortcut('t', () => link.click(), stay);
    this.#arrive(link);
  }

  /** After the link was followed: the same line, and the focus where it was. */
  #arrive(link: HTMLElement): void {
    const arrival = takeAnchor();
    if (!arrival) return;
    const { anchor } = arrival;
    pending = anchor;
    if (anchor) goToAnchor(anchor);
    const reader = watchReader();
    // The browser itself goes to the address’s place once the page is there, and takes the focus along.
    const settle = () => {
      pending = undefined;
      if (reader.hasGoneOn()) return;
      if (anchor) goToAnchor(anchor);
      link.focus({ preventScroll: true });
    };
    const settleLast = () => {
      settle();
      reader.leave();
    };
    // The lines of a source may be drawn only after that.
    const drawnLate = document.querySelector('received-text');
    drawnLate?.addEventListener('drawn', settleLast, { once: true });
    const settleFirst = drawnLate ? settle : settleLast;
    if (document.readyState === 'complete') settleFirst();
    else addEventListener('load', () => requestAnimationFrame(settleFirst), { once: true });
  }
}

/**
 * Watch whether a reader goes on while a page still comes: to the search, to the next paragraph. The focus that they have
 * put somewhere is given back if the browser takes it to the place that the address names.
 */
function watchReader() {
  const stay = new AbortController();
  const options = { capture: true, passive: true, signal: stay.signal };
  let hasGoneOn = false;
  const goOn = () => {
    hasGoneOn = true;
  };
  for (const event of ['keydown', 'pointerdown', 'wheel', 'touchmove'])
    addEventListener(event, goOn, options);
  let focused: HTMLElement | undefined;
  const onFocus = ({ target }: FocusEvent) => {
    if (!hasGoneOn || !(target instanceof HTMLElement)) return;
    if (!target.closest(':target')) focused = target;
    else focused?.focus({ preventScroll: true });
  };
  addEventListener('focusin', onFocus, options);
  return { hasGoneOn: () => hasGoneOn, leave: () => stay.abort() };
}

interface Arrival {
  readonly path: string;
  readonly anchor?: Anchor | undefined;
}
const arrivalName = 'toggled';
/** The line a reader is being brought to: who goes on to the other script before they are there goes to it, too. */
let pending: Anchor | undefined;

function keepAnchor({ pathname }: HTMLAnchorElement): void {
  handOver(arrivalName, { path: pathname, anchor: pending ?? readAnchor() } satisfies Arrival);
}

function takeAnchor(): Arrival | undefined {
  const arrival = takeOver<Arrival>(arrivalName);
  return arrival?.path === location.pathname ? arrival : undefined;
}

customElements.define('toggle-script', ToggleScript);
