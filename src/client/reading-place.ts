/** What a paragraph must show below the header to be the one a reader is at, in CSS pixels: half a line. */
const shown = 16;

/**
 * The paragraph at the top of the window, or undefined where the reader has not begun to scroll.
 * Measured when asked: nothing has to follow the reader's every move.
 */
export function readingPlace(): HTMLElement | undefined {
  if (window.scrollY === 0) return undefined;
  const header = document.querySelector('.site-header')?.getBoundingClientRect().bottom ?? 0;
  return [...document.querySelectorAll<HTMLElement>('main .text p[id]')].find(
    (block) => block.getBoundingClientRect().bottom > header + shown,
  );
}
