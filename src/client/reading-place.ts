import { addressId } from './address-id.ts';

/** What a block must show below the header to be the one a reader is at, in CSS pixels: half a line. */
const shown = 16;
/** The blocks a reader can be at: of a document, or in the source view. */
const blocks = 'main .text p[id], main .received .mark[id]';

/**
 * The block a reader is at, or undefined where they have not begun to scroll: the one they came for, while it is in
 * view (at the end of a page it cannot be at the top), else the first that shows below the header.
 * Measured when asked: nothing has to follow the reader's every move.
 */
export function readingPlace(): HTMLElement | undefined {
  if (window.scrollY === 0 && !location.hash) return undefined;
  const header = document.querySelector('.site-header')?.getBoundingClientRect().bottom ?? 0;
  const isBelow = (block: Element) => block.getBoundingClientRect().bottom > header + shown;

  const target = document.getElementById(addressId());
  const isText = target?.closest('main .text, main .received');
  if (target && isText && isBelow(target) && target.getBoundingClientRect().top < innerHeight - shown)
    return target;
  if (window.scrollY === 0) return undefined;
  return [...document.querySelectorAll<HTMLElement>(blocks)].find(isBelow);
}

/**
 * The block that a key acts on: the one that has the focus, else the one the reader came for or is at, else the first.
 */
export function currentBlock(focused: Element): HTMLElement | undefined {
  return (
    focused.closest<HTMLElement>('.text p[id]') ??
    readingPlace() ??
    document.querySelector<HTMLElement>(blocks) ??
    undefined
  );
}
