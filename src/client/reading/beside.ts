/**
 * What stands beside the text of a page, its blocks' small links, is drawn where the page leaves it to its script: in a
 * large collection it would be a third of every page.
 */
export async function completeText(page: Document): Promise<void> {
  const text = page.querySelector<HTMLElement>('.document > .text[data-beside]');
  if (text) (await import('./draw-beside.ts')).drawBeside(text);
}

void completeText(document);
