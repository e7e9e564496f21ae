/** Where a block stands, in CSS pixels along the way the text is read: downwards, or, set vertically, leftwards. */
export interface Extent {
  /** From the edge at which a reader reads to where the block begins; negative where it has begun before. */
  readonly start: number;
  readonly end: number;
}

/** What a reader sees of the text at once. */
export interface ReadingView {
  /** Pixels from the edge to the other end. */
  readonly size: number;
  extentOf(element: Element): Extent;
  /** Read on by so many pixels. */
  move(by: number): void;
}

/** How the reader sees the page now: under the header, or in the frame in which a text is set vertically. */
export function readingView(): ReadingView {
  const frame = document.querySelector<HTMLElement>(':root[data-flow="vertical"] .document > .text');
  if (frame) {
    const { right, width } = frame.getBoundingClientRect();
    return {
      size: width,
      extentOf: (element) => {
        // What stands above the frame is before all of it.
        const rect = element.getBoundingClientRect();
        return { start: right - rect.right, end: right - rect.left };
      },
      move: (by) => {
        frame.scrollIntoView({ block: 'nearest', behavior: 'instant' });
        frame.scrollBy({ left: -by, behavior: 'instant' });
      },
    };
  }
  const header = document.querySelector('.site-header')?.getBoundingClientRect().bottom ?? 0;
  return {
    size: innerHeight - header,
    extentOf: (element) => {
      const { top, bottom } = element.getBoundingClientRect();
      return { start: top - header, end: bottom - header };
    },
    move: (by) => scrollBy({ top: by, behavior: 'instant' }),
  };
}
