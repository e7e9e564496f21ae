/**
 * A text set vertically goes on leftwards: a wheel that turns down, and the keys that lead on by a screen, read on there.
 * At its ends they move the page, as elsewhere. Listened to only while it is so: the page moves faster where nobody may
 * prevent it.
 */
const frame = document.querySelector<HTMLElement>('.document > .text');
let listening: AbortController | undefined;

/** @returns whether there was anything left to read on to */
function readOn(text: HTMLElement, by: number): boolean {
  const before = text.scrollLeft;
  text.scrollBy({ left: -by, behavior: 'instant' });
  return text.scrollLeft !== before;
}

function follow(): void {
  const isVertical = document.documentElement.dataset.flow === 'vertical';
  if (!frame || isVertical === Boolean(listening)) return;
  listening?.abort();
  listening = isVertical ? new AbortController() : undefined;
  if (!listening) {
    frame.removeAttribute('tabindex');
    return;
  }
  frame.tabIndex = 0;
  const { signal } = listening;
  const onWheel = (event: WheelEvent) => {
    const isDown = Math.abs(event.deltaY) > Math.abs(event.deltaX) && !event.ctrlKey;
    const pixels = event.deltaMode === WheelEvent.DOM_DELTA_PIXEL ? 1 : 40;
    if (isDown && readOn(frame, event.deltaY * pixels)) event.preventDefault();
  };
  const onKey = (event: KeyboardEvent) => {
    const { key, shiftKey, target } = event;
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    // On a button the space bar presses it.
    const isSpace = key === ' ' && !(target instanceof Element && target.closest('button'));
    const pages = key === 'PageUp' || (isSpace && shiftKey) ? -1 : key === 'PageDown' || isSpace ? 1 : 0;
    if (pages !== 0 && readOn(frame, pages * frame.clientWidth * 0.9)) event.preventDefault();
  };
  frame.addEventListener('wheel', onWheel, { passive: false, signal });
  frame.addEventListener('keydown', onKey, { signal });
}

new MutationObserver(follow).observe(document.documentElement, { attributeFilter: ['data-flow'] });
follow();
