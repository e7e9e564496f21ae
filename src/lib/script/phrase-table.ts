import type { Codes } from '../text/codes.ts';

/** Phrases and what each becomes, found where they stand in a text; a single character is a phrase of one. */
export interface PhraseTable {
  /** The number of the longest phrase that begins at a place and ends by another, or -1. */
  find(codes: Codes, at: number, end: number): number;
  lengthOf(phrase: number): number;
  /** Write what a phrase becomes over the characters from a place on. */
  write(phrase: number, codes: Codes, at: number): void;
}

/**
 * A table of phrases; of two that are written alike, the later one.
 * @throws Error where a phrase becomes another number of characters: places in a text would be wrong
 */
export function createPhraseTable(phrases: readonly (readonly [from: string, to: string])[]): PhraseTable {
  const size = phrases.reduce((sum, [from]) => sum + from.length, 0);
  // A tree of beginnings. Its branches stand in one table, each at the first free place from where its beginning and its
  // character lead to; those of the empty beginning, which every character of a text asks for, in a list.
  const bits = Math.max(leastBits, Math.ceil(Math.log2(1.5 * size + 1)));
  const branches = new Int32Array(2 ** bits * fields);
  // Most characters lead nowhere. A bit for each of four times as many places says so of nearly all, in memory that is at hand.
  const filter = new Int32Array(2 ** (bits + 2 - 5));
  const roots = new Int32Array(listed);
  let beginnings = 0;
  const phraseOf = new Int32Array(size + 1).fill(-1);
  const targets = new Int32Array(size);
  const starts = new Int32Array(phrases.length + 1);

  for (const [phrase, [from, to]] of phrases.entries()) {
    let [beginning, length] = [0, 0];
    for (const character of from) {
      beginning = takeBranch(beginning, character.codePointAt(0) as number);
      length += 1;
    }
    phraseOf[beginning] = phrase;
    let end = starts[phrase] as number;
    for (const character of to) {
      targets[end] = character.codePointAt(0) as number;
      end += 1;
      length -= 1;
    }
    starts[phrase + 1] = end;
    if (length !== 0)
      throw new Error(`Unexpected phrase ${from} → ${to}, expected as many characters. Leave it out.`);
  }
  return { find, lengthOf, write };

  function find(codes: Codes, at: number, end: number): number {
    let beginning = branch(0, codes[at] as number);
    let found = -1;
    for (let next = at + 1; beginning !== 0; next += 1) {
      const phrase = phraseOf[beginning] as number;
      if (phrase >= 0) found = phrase;
      if (next >= end) break;
      beginning = branch(beginning, codes[next] as number);
    }
    return found;
  }

  function lengthOf(phrase: number): number {
    return (starts[phrase + 1] as number) - (starts[phrase] as number);
  }

  function write(phrase: number, codes: Codes, at: number): void {
    const start = starts[phrase] as number;
    for (let index = lengthOf(phrase) - 1; index >= 0; index -= 1)
      codes[at + index] = targets[start + index] as number;
  }

  /** The beginning that is one character longer, or 0 where no phrase begins so. */
  function branch(beginning: number, code: number): number {
    if (beginning === 0 && code < listed) return roots[code] as number;
    const hash = hashOf(beginning, code);
    const bit = hash >>> (30 - bits);
    if (((filter[bit >>> 5] as number) & (1 << bit)) === 0) return 0;
    return branches[placeOf(beginning, code, hash) + 2] as number;
  }

  /** The same, but there is one from now on. */
  function takeBranch(beginning: number, code: number): number {
    const known = branch(beginning, code);
    if (known !== 0) return known;
    beginnings += 1;
    if (beginning === 0 && code < listed) roots[code] = beginnings;
    else {
      const hash = hashOf(beginning, code);
      const bit = hash >>> (30 - bits);
      filter[bit >>> 5] = (filter[bit >>> 5] as number) | (1 << bit);
      branches.set([beginning, code, beginnings], placeOf(beginning, code, hash));
    }
    return beginnings;
  }

  /** Where a branch stands, or would stand. */
  function placeOf(beginning: number, code: number, hash: number): number {
    let place = (hash >>> (32 - bits)) * fields;
    while (branches[place + 2] !== 0 && (branches[place] !== beginning || branches[place + 1] !== code))
      place = (place + fields) % branches.length;
    return place;
  }
}
/** Of a branch: a beginning, the next character, the beginning that they make; the fourth is free, so that none lies in two lines of the memory. */
const fields = 4;
/** Of the places of the smallest table: a word of the filter has as many. */
const leastBits = 5;
/** Characters whose branches at the root stand in a list: nearly all that are written. */
const listed = 0x10000;

function hashOf(beginning: number, code: number): number {
  return Math.imul(Math.imul(beginning, 0x85ebca6b) + code, 0x9e3779b1);
}
