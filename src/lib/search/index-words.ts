import { listPairs } from './rank-nearest.ts';

/** Letters of a character's word: 26 ** 3. */
const length = 3;

/**
 * A folded text as an index of words sees it: each pair of neighbouring characters a word of six letters, in a row.
 * Words of letters pass the indexer and its browser half unchanged, whatever the language of the page; Chinese
 * words would be cut by two segmenters that do not agree. Two characters may share a word: what the index finds are
 * candidates, which are read.
 */
export function toPairWords(text: string): string[] {
  const characters = Array.from(text, toLetters);
  return characters.slice(1).map((letters, index) => `${characters[index]}${letters}`);
}

/** The words of a text's single characters, each once. */
export function toCharacterWords(text: string): string[] {
  return [...new Set(Array.from(text, toLetters))];
}

/** Pairs that are asked for a word at first: each may be in another file of the index. */
const mostAsked = 3;

/**
 * What to ask the index first for a folded word, all of which a record must answer: its pairs in a row, or its one
 * character. Of a long word the beginning and the end are asked: few records have both and not all of it.
 */
export function toIndexQueries(word: string): string[] {
  const pairs = toPairWords(word);
  return pairs.length <= mostAsked
    ? [toWholeQuery(word)]
    : [pairs.slice(0, mostAsked - 1), pairs.slice(-1)].map(toPhrase);
}

/** What to ask for all of a folded word. */
export function toWholeQuery(word: string): string {
  const pairs = toPairWords(word);
  return toPhrase(pairs.length > 0 ? pairs : toCharacterWords(word));
}

function toPhrase(words: readonly string[]): string {
  return `"${words.join(' ')}"`;
}

/** Pairs that are asked one by one, spread over the words. */
const mostSpread = 6;

/** What to ask for pairs of folded words, each by itself: some of them where there are many. */
export function toPairQueries(words: readonly string[]): string[] {
  const pairs = listPairs(words);
  const step = Math.max(1, pairs.length / mostSpread);
  const count = Math.min(pairs.length, mostSpread);
  return Array.from({ length: count }, (_, index) => pairs[Math.floor(index * step)] ?? '').map(toWholeQuery);
}

function toLetters(character: string): string {
  let rest = character.codePointAt(0) ?? 0;
  let letters = '';
  for (let index = 0; index < length; index += 1) {
    letters = String.fromCharCode(97 + (rest % 26)) + letters;
    rest = Math.floor(rest / 26);
  }
  return letters;
}
