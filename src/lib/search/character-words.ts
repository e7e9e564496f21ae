/** Letters of a code point's word: 26 ** 5 is more than there are code points. */
const length = 5;

/**
 * A text as an index of words has to see it: each character, lower case, as a word of five letters, white space
 * left out. Words of letters pass an indexer and its browser half unchanged, whatever the language of the page;
 * Chinese text would be cut into words by two different segmenters that do not agree, and marks be dropped.
 */
export function toCharacterWords(text: string): string {
  return Array.from(text.toLowerCase())
    .filter((character) => !/\s/.test(character))
    .map(toWord)
    .join(' ');
}

/** What to ask such an index for one word of a query: its characters in a row. */
export function toExactQuery(word: string): string {
  return `"${toCharacterWords(word)}"`;
}

/** Stands between texts of one record, so that no query reaches across: it is no character's word. */
export const separator = 'zzzzzz';

function toWord(character: string): string {
  let rest = character.codePointAt(0) ?? 0;
  let word = '';
  for (let index = 0; index < length; index += 1) {
    word = String.fromCharCode(97 + (rest % 26)) + word;
    rest = Math.floor(rest / 26);
  }
  return word;
}
