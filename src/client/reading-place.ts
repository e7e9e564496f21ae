/** The blocks of text a reader can be at: those with a number. */
const blocks = 'main .text p[id], main .text h2[id], main .text section[id]';

/**
 * The id of the block at the top of the window, or undefined where the reader has not begun to read.
 * Measured when asked, so that nothing runs while the reader scrolls.
 */
export function readingPlace(selector = blocks): string | undefined {
  let place: string | undefined;
  for (const block of document.querySelectorAll<HTMLElement>(selector)) {
    if (block.getBoundingClientRect().top > window.innerHeight / 4) break;
    place = block.id;
  }
  return place;
}
