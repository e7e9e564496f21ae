import type { ElementWords } from '../lib/reader/element-words.ts';
import { fetchJson } from './fetch-json.ts';

/** By address: in a page whose script is changed in its place there are those of both. */
const read = new Map<string, Promise<ElementWords>>();

/**
 * What an element says in the page's script: its own `data-said`, or that of the page, names the file, which is read
 * once, when there is first something to say. After a failure the next call tries again. @throws Error
 */
export function wordsOf(element: HTMLElement): Promise<ElementWords> {
  const { said = '' } = element.closest<HTMLElement>('[data-said]')?.dataset ?? {};
  const words = read.get(said) ?? fetchJson<ElementWords>(said);
  read.set(said, words);
  words.catch(() => read.delete(said));
  return words;
}
