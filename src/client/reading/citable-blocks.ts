/** A block of the document in the page that can be cited. */
export interface CitableBlock {
  readonly id: string;
  readonly element: HTMLElement;
  /** The element of its text. */
  readonly text: HTMLElement;
}

/** The blocks of the document in the page, in its order. The number of a section is printed, but no block of its own. */
export function listCitableBlocks(): CitableBlock[] {
  return [...document.querySelectorAll<HTMLElement>('.document .t')].flatMap((text) => {
    const element = text.closest<HTMLElement>('[id]');
    return element && element.tagName !== 'H2' ? [{ id: element.id, element, text }] : [];
  });
}
