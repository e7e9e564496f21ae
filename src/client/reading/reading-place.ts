import { listCitableBlocks } from './citable-blocks.ts';
import { type Extent, readingView } from './reading-edge.ts';

/** What a block must show to be the one a reader is at, in CSS pixels: half a line. */
const shown = 16;
/** Where a block can be that a reader comes for; the title is one, though nobody scrolls to it. */
const places = 'main .text, main .received, main h1[id]';
/** The blocks a reader can be at: of a document, or in the source view. */
const blocks = 'main .text p[id], main .received .mark[id]';

/**
 * The block a reader is at, or undefined where they have not begun to read: the one they came for, while it is in
 * view (at the end of a page it cannot be at the top), else the first that shows.
 * Measured when asked: nothing has to follow the reader's every move.
 */
export function readingPlace(): HTMLElement | undefined {
  const target = document.querySelector<HTMLElement>(':target');
  if (!hasBegun() && !target) return undefined;
  const view = readingView();
  const isShown = ({ start, end }: Extent) => end > shown && start < view.size - shown;
  if (target?.closest(places) && isShown(view.extentOf(target))) return target;
  return hasBegun() ? firstInView() : undefined;
}

/**
 * The first block of which something shows, whatever the reader came for; beyond the text its last.
 * @param selector of the blocks, where they are not those of a text
 */
export function firstInView(selector = blocks): HTMLElement | undefined {
  const view = readingView();
  const all = [...document.querySelectorAll<HTMLElement>(selector)];
  return all.find((block) => view.extentOf(block).end > shown) ?? all.at(-1);
}

/** Whether the reader has moved from where the page, or a text set vertically, begins. */
export function hasBegun(): boolean {
  return window.scrollY > 0 || (document.querySelector('.document > .text')?.scrollLeft ?? 0) < 0;
}

/**
 * The block that a key acts on: the one that has the focus, else the one the reader came for or is at, else the first
 * below the title.
 */
export function currentBlock(focused: Element): HTMLElement | undefined {
  const focus = listCitableBlocks().find(({ element }) => element.contains(focused));
  return focus?.element ?? readingPlace() ?? document.querySelector<HTMLElement>(blocks) ?? undefined;
}

/** What a block is called in a few signs: the number that it shows, or the name of what it is; '' for the title. */
export function labelOf(block: HTMLElement): string {
  const number = block.matches('.mark') ? block : block.querySelector('.n');
  return number?.getAttribute('aria-label') ?? number?.textContent ?? '';
}

/** How much of the text the reader has had before them, from 0 to 1. */
export function shareRead(): number {
  const text = document.querySelector('.document > .text');
  if (!text) return 0;
  const view = readingView();
  const { start, end } = view.extentOf(text.firstElementChild ?? text);
  const last = view.extentOf(text.lastElementChild ?? text).end;
  const length = Math.max(last, end) - start;
  return Math.max(0, Math.min(1, (view.size - start) / length));
}
