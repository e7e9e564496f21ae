import { toCodes } from '../text/codes.ts';
import { listAllPairs } from './rank-nearest.ts';

/** Letters of a character's word: 26 ** 3. */
const length = 3;

/**
 * A folded text as an index of words sees it: each pair of neighbouring characters a word of six letters, in a row.
 * Words of letters pass the indexer and its browser half unchanged, whatever the language of the page; Chinese
 * words would be cut by two segmenters that do not agree. Two characters may share a word: what the index finds are
 * candidates, which are read.
 */
export function toPairWords(text: string): string[] {
  const words: string[] = [];
  let before = '';
  for (const code of toCodes(text)) {
    const letters = toLetters(code);
    if (before !== '') words.push(before + letters);
    before = letters;
  }
  return words;
}

/** The words of a text's single characters but some (by their code points), each once. */
export function toCharacterWords(text: string, but: ReadonlySet<number> = new Set()): string[] {
  const codes = new Set<number>();
  for (const code of toCodes(text)) if (!but.has(code)) codes.add(code);
  return [...new Set(Array.from(codes, toLetters))];
}

/**
 * How rare a pair of folded characters is, or a word of one: the more, the fewer records have it; 0 for what is not worth
 * asking for: a pair whose file of the index is larger than what it says is worth, a character that the index does not have.
 */
export type Rarity = (pair: string) => number;

/** Pairs in a row that are asked at first, and more with each step: each may be in another file of the index, of some 30 kB. */
const asked = { first: 3, more: 2 };

/**
 * What to ask the index for folded words, all of which a record must answer, step by step: at first the rarest
 * stretch of each word, then longer ones around it, then others, until all of it was asked. A stretch in a row says
 * much more than its pairs: a shard of some thousand characters has many pairs by chance.
 */
export function toIndexQueries(words: readonly string[], rarity: Rarity): string[][] {
  const first = Math.max(1, Math.ceil(asked.first / words.length));
  const plans = words.map((word) => listStretches(word, rarity, first).map(toQuery));
  const longest = Math.max(0, ...plans.map((plan) => plan.length));
  return Array.from({ length: longest }, (_, step) => plans.flatMap((plan) => plan[step] ?? []));
}

/** Pairs that are asked for the nearest clauses, each by itself. */
const mostNear = asked.first + 1;

/** What to ask the index for pairs of folded words, each by itself: the ones asked first, whose files are here, and more. */
export function toPairQueries(words: readonly string[], rarity: Rarity): string[] {
  const pairs = words.flatMap((word) => listStretches(word, rarity, asked.first)).flatMap(listPairs);
  return [...new Set(pairs.map(toQuery))].slice(0, mostNear);
}

/** Across a mark stands what is seldom together elsewhere: the end of a phrase and the beginning of another. */
const mark = /\p{P}/u;
const markRarity = 6;

/**
 * The stretches of a word in the order in which they are asked; the last is all of it, heavy pairs too. None where the word
 * is a character that the index does not have.
 */
function listStretches(word: string, rarity: Rarity, first: number): string[] {
  const characters = Array.from(word);
  const pairs = listPairs(word);
  const isJoint = (place: number) =>
    place > 0 && place < characters.length - 1 && mark.test(characters[place] ?? '');
  if (characters.length === 1 && rarity(word) === 0) return [];
  const rarities = pairs.map((pair, place) => {
    const rare = rarity(pair);
    return rare > 0 && (isJoint(place) || isJoint(place + 1)) ? rare + markRarity : rare;
  });
  const windows = rarities
    .map((_, from) => ({ from, to: Math.min(from + first, pairs.length) }))
    .map((window) => ({ ...window, rare: rarities.slice(window.from, window.to) }))
    .filter(({ rare }) => !rare.includes(0))
    .map(({ from, to, rare }) => ({ from, to, score: rare.reduce((sum, each) => sum + each, 0) }))
    .sort((a, b) => b.score - a.score);

  const stretches: string[] = [];
  const isAsked = pairs.map(() => false);
  const ask = (from: number, to: number) => {
    isAsked.fill(true, from, to);
    stretches.push(characters.slice(from, to + 1).join(''));
  };
  for (let { from, to } of windows) {
    if (isAsked.slice(from, to).includes(true)) continue;
    ask(from, to);
    for (;;) {
      const free = (place: number) => (isAsked[place] === false ? (rarities[place] ?? 0) : 0);
      let more = 0;
      for (; more < asked.more && free(to) + free(from - 1) > 0; more += 1)
        if (free(to) >= free(from - 1)) to += 1;
        else from -= 1;
      if (more === 0) break;
      ask(from, to);
    }
  }
  return stretches.at(-1) === word ? stretches : [...stretches, word];
}

/** What to ask for all of a folded text in a row, or for its one character. */
function toQuery(text: string): string {
  const pairs = toPairWords(text);
  return `"${(pairs.length > 0 ? pairs : toCharacterWords(text)).join(' ')}"`;
}

/** The pairs of a text in its order; a single character is one. */
function listPairs(text: string): string[] {
  const pairs = listAllPairs(text);
  return pairs.length > 0 ? pairs : Array.from(text);
}

function toLetters(code: number): string {
  const letters = known[code] ?? writeLetters(code);
  if (code < known.length) known[code] = letters;
  return letters;
}
/** By code point, of those of one unit: texts have the same few thousand again and again. */
const known = new Array<string | undefined>(0x10000);

function writeLetters(code: number): string {
  let rest = code;
  let letters = '';
  for (let index = 0; index < length; index += 1) {
    letters = String.fromCharCode(97 + (rest % 26)) + letters;
    rest = Math.floor(rest / 26);
  }
  return letters;
}
