import { addressId } from './address-id.ts';
import { listCitableBlocks } from './citable-blocks.ts';

/** What a block must show below the header to be the one a reader is at, in CSS pixels: half a line. */
const shown = 16;
/** Where a block can be that a reader comes for; the title is one, though nobody scrolls to it. */
const places = 'main .text, main .received, main h1[id]';
/** The blocks a reader can be at: of a document, or in the source view. */
const blocks = 'main .text p[id], main .received .mark[id]';

/**
 * The block a reader is at, or undefined where they have not begun to scroll: the one they came for, while it is in
 * view (at the end of a page it cannot be at the top), else the first that shows below the header.
 * Measured when asked: nothing has to follow the reader's every move.
 */
export function readingPlace(): HTMLElement | undefined {
  if (window.scrollY === 0 && !location.hash) return undefined;
  const target = document.getElementById(addressId());
  if (target?.closest(places) && isInView(target)) return target;
  if (window.scrollY === 0) return undefined;
  return [...document.querySelectorAll<HTMLElement>(blocks)].find(isBelow);
}

function isBelow(block: Element): boolean {
  const header = document.querySelector('.site-header')?.getBoundingClientRect().bottom ?? 0;
  return block.getBoundingClientRect().bottom > header + shown;
}

const isInView = (block: Element) =>
  isBelow(block) && block.getBoundingClientRect().top < innerHeight - shown;

/**
 * The block that a key acts on: the one that has the focus, else the one the reader came for or is at, else the first
 * below the title.
 */
export function currentBlock(focused: Element): HTMLElement | undefined {
  const focus = listCitableBlocks().find(({ element }) => element.contains(focused));
  return focus?.element ?? readingPlace() ?? document.querySelector<HTMLElement>(blocks) ?? undefined;
}
