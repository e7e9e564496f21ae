import type { DictGroup } from 'opencc-js';
import type { Codes } from '../text/codes.ts';
import { parsePairs } from './parse-dictionary.ts';
import { createPhraseTable, type PhraseTable } from './phrase-table.ts';

/** What opencc-js converts by, as its `configs` say it. Dictionaries in one group are asked together, the first of them first. */
export interface PhraseRules {
  readonly normalizationChain: readonly DictGroup[];
  readonly segmentation: DictGroup;
  readonly conversionChain: readonly DictGroup[];
}

/** Convert a stretch of a text in its place, as if it stood alone. */
export type ReadPhrases = (codes: Codes, start: number, end: number) => void;

/**
 * A converter by OpenCC's rules: a text is cut where its longest phrases end, one after the other, and each part goes
 * through the conversions by itself. It does what opencc-js does with the same dictionaries (a test compares them), but
 * on numbers, in place, which takes a third of the time.
 */
export function createPhraseReader({
  normalizationChain,
  segmentation,
  conversionChain,
}: PhraseRules): ReadPhrases {
  const normalizations = normalizationChain.map(toTable);
  const phrases = toTable(segmentation);
  const [first = [], ...others] = conversionChain;
  // What phrases become is known where they are found, if the first conversion goes by the same ones before all others;
  // between them stands none of them, so that it needs the others only.
  const isByPhrases = segmentation.every((dictionary, index) => first[index] === dictionary);
  const conversion = toTable(isByPhrases ? first.slice(segmentation.length) : first);
  const conversions = others.map(toTable);
  return (codes, start, end) => {
    for (const table of normalizations) replace(codes, start, end, table);
    let between = start;
    for (let at = start; at < end; ) {
      const phrase = phrases.find(codes, at, end);
      if (phrase < 0) {
        at = passOver(codes, at, end);
        continue;
      }
      readPart(codes, between, at, -1);
      between = at + phrases.lengthOf(phrase);
      readPart(codes, at, between, phrase);
      at = between;
    }
    readPart(codes, between, end, -1);
  };

  /** Convert a part, which is a phrase if it has a number, by itself. */
  function readPart(codes: Codes, start: number, end: number, phrase: number): void {
    if (isByPhrases && phrase >= 0) phrases.write(phrase, codes, start);
    else replace(codes, start, end, conversion);
    for (const table of conversions) replace(codes, start, end, table);
  }
}

/** Write what they become over the phrases of a stretch, from its beginning, the longest first. */
function replace(codes: Codes, start: number, end: number, table: PhraseTable): void {
  for (let at = start; at < end; ) {
    const phrase = table.find(codes, at, end);
    if (phrase < 0) at = passOver(codes, at, end);
    else {
      table.write(phrase, codes, at);
      at += table.lengthOf(phrase);
    }
  }
}

/** The place after a character; what a description of one consists of (⿰氵方) is passed over with it: it is no text. */
function passOver(codes: Codes, at: number, end: number): number {
  let next = at + 1;
  for (let parts = countParts(codes[at] as number); parts > 0; parts -= 1) {
    if (next >= end) return at + 1;
    next = passOver(codes, next, end);
  }
  return next;
}

/** How many parts a sign for the description of characters takes; what is no such sign takes none. */
function countParts(code: number): number {
  if (code < 0x2ff0 || code > 0x2fff) return 0;
  return code === 0x2ff2 || code === 0x2ff3 ? 3 : 2;
}

function toTable(group: DictGroup): PhraseTable {
  // Of entries that are written alike the table takes the last one, a group those of its first dictionary.
  return createPhraseTable(
    group
      .toReversed()
      .flatMap((dictionary) => (typeof dictionary === 'string' ? parsePairs(dictionary) : dictionary)),
  );
}
