import { readingView } from './reading-edge.ts';
import { firstInView, hasBegun } from './reading-place.ts';

/** The line a reader is at: a block, and how much of it they have before them. */
export interface Anchor {
  readonly id: string;
  /** Of the block’s extent; negative where it begins further on. */
  readonly share: number;
}

/** The line at the reader’s edge; on a page without a text, of whatever it has addresses for. */
export function readAnchor(): Anchor | undefined {
  // Where the reader has not begun there is nothing to keep.
  const block = hasBegun() ? (firstInView() ?? firstInView('main [id]')) : undefined;
  if (!block) return undefined;
  const { start, end } = readingView().extentOf(block);
  return { id: block.id, share: -start / (end - start) };
}

/** Bring a line back to where it was. */
export function goToAnchor({ id, share }: Anchor): void {
  const block = document.getElementById(id);
  if (!block) return;
  const view = readingView();
  const { start, end } = view.extentOf(block);
  view.move(start + share * (end - start));
}

/** Change how the page looks, and leave the reader at their line. */
export function keepPlace(change: () => void): void {
  const anchor = readAnchor();
  change();
  if (anchor) goToAnchor(anchor);
}
