import type { ConvertedText } from './converted-text.ts';
import { type CitableBlock, listCitableBlocks } from './reading/citable-blocks.ts';

/** Whether the page shows another form of the text than the published one. */
export function isConverted(): boolean {
  return document.querySelector('converted-text') !== null;
}

/** The language of the published text, also where the page shows another form of it. */
export function publishedLanguage(): string | undefined {
  return (
    document.querySelector<HTMLElement>('converted-text')?.dataset.lang ?? listCitableBlocks()[0]?.text.lang
  );
}

/** The published text of a block, also where the page shows another form of it. */
export function publishedOf({ text }: CitableBlock): string {
  const converted = document.querySelector<ConvertedText>('converted-text');
  return converted?.publishedOf ? converted.publishedOf(text) : (text.textContent ?? '');
}

/** A converted view’s published text is known when its own tools are there. @throws Error where they do not come */
export async function publishedIsKnown(): Promise<void> {
  const name = 'converted-text';
  if (!document.querySelector(name)) return;
  await Promise.race([
    customElements.whenDefined(name),
    new Promise((_, reject) => setTimeout(() => reject(new Error(`${name} is not there.`)), 10_000)),
  ]);
}
