/** Visit the characters (code points) of an element's texts, with their place in their node and in the whole. */
export function forEachCharacter(
  element: HTMLElement,
  visit: (node: Text, from: number, to: number, index: number) => void,
): void {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  let index = 0;
  while (walker.nextNode()) {
    const node = walker.currentNode as Text;
    let from = 0;
    for (const character of node.data) {
      visit(node, from, from + character.length, index);
      from += character.length;
      index += 1;
    }
  }
}

/** The range of a stretch of an element's text, in code points; undefined where the text is shorter. */
export function rangeOf(element: HTMLElement, { from, to }: { from: number; to: number }): Range | undefined {
  const range = new Range();
  let isWhole = false;
  forEachCharacter(element, (node, start, end, index) => {
    if (index === from) range.setStart(node, start);
    if (index === to - 1) {
      range.setEnd(node, end);
      isWhole = true;
    }
  });
  return isWhole ? range : undefined;
}
