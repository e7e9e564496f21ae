import type { ElementWords } from '../lib/reader/element-words.ts';
import { fetchJson } from './fetch-json.ts';

/** By address: in a page whose script is changed in its place there are those of both. */
const read = new Map<string, Promise<ElementWords>>();

/**
 * What an element says in the page's script: its `data-said` names the file, which is read once, when there is first
 * something to say. After a failure the next call tries again. @throws Error
 */
export function wordsOf({ dataset: { said = '' } }: HTMLElement): Promise<ElementWords> {
  const words = read.get(said) ?? fetchJson<ElementWords>(said);
  read.set(said, words);
  words.catch(() => read.delete(said));
  return words;
}
