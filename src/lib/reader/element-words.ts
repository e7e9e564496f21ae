import type { Script } from '../script/scripts.ts';
import { shortcutKeys, toolKeys } from './cite-keys.ts';
import { sayIn } from './interface-text.ts';
import { lookKeys } from './look-text.ts';
import { offlineKeys } from './offline-text.ts';
import { barKeys, documentNoteKeys } from './reading-keys.ts';
import { boxKeys, findKeys } from './search-keys.ts';

/** What the elements say that stand on many pages: each word once, in a file that a browser keeps. */
const elementKeys = [
  ...barKeys,
  ...boxKeys,
  ...documentNoteKeys,
  ...findKeys,
  ...lookKeys,
  ...offlineKeys,
  ...shortcutKeys,
  ...toolKeys,
] as const;

export type ElementWords = Readonly<Record<(typeof elementKeys)[number], string>>;

/**
 * The words of `/<script>/words.….json`, by their keys in the interface's texts. What stands on one page only, or cannot
 * wait, has its words in the page (`data-words`).
 */
export function toElementWords(script: Script): ElementWords {
  const say = sayIn(script);
  const words = [...new Set(elementKeys)].sort().map((key) => [key, say(key)]);
  return Object.fromEntries(words);
}
