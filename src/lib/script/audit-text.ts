import type { Language } from '../../schemas/names.ts';
import type { ScriptException } from '../../schemas/script-exceptions.ts';
import { keepSome } from '../once.ts';
import { type Codes, fromCodes, toCodes } from '../text/codes.ts';
import { exceptionsTo, findExceptions } from './create-converter.ts';
import { dictionaries } from './dictionaries.ts';
import { createPhraseTable, type PhraseTable } from './phrase-table.ts';
import { readPhrases } from './read-phrases.ts';
import { otherScript, type Script, scriptOf, scripts } from './scripts.ts';

/** The independent readings that OpenCC's phrase conversion is compared with. */
export type Reading = 'word by word' | 'backward matching' | 'only target';

/** A character on which the readings disagree. */
export interface Disagreement {
  readonly to: Script;
  readonly published: string;
  /** What OpenCC's phrases make of it. */
  readonly converted: string;
  readonly others: readonly { readonly reading: Reading; readonly character: string }[];
  /** The words around it, as published. */
  readonly context: string;
  /** In code points of the text. */
  readonly at: number;
  /** The exception that decides it, or undefined where none does. */
  readonly decision: ScriptException | undefined;
}

/** A place where an exception stands against the reading word by word: it may have caught other words than it means. */
export interface Overruling {
  readonly exception: ScriptException;
  readonly context: string;
}

export interface Audit {
  readonly disagreements: readonly Disagreement[];
  readonly overrulings: readonly Overruling[];
}

/** Characters of context on either side. */
const reach = 5;

/**
 * Compare the conversion of a text with independent ones. Round trips reveal nothing: 关系 → 關系 → 关系.
 * Reading word by word reveals most, reading backward some more.
 */
export function auditText(text: string, language: Language, exceptions: readonly ScriptException[]): Audit {
  const to = otherScript(scriptOf(language));
  const published = toCodes(text);
  const converted = readPhrases(published, to);
  const words = readWords(text, published, to);
  const readings: readonly (readonly [Reading, Codes])[] = [
    ['word by word', words],
    ['backward matching', readBackward(published, to)],
    ['only target', published.map(dictionaries[to]().onlyTarget)],
  ];
  const contextOf = (at: number, length = 1) =>
    fromCodes(published.subarray(Math.max(0, at - reach), at + length + reach));
  const decided = new Map<number, ScriptException>();
  const overrulings: Overruling[] = [];
  for (const { at, length, exception } of findExceptions(text, published, exceptionsTo(exceptions, to))) {
    for (let index = at; index < at + length; index += 1) decided.set(index, exception);
    const isAgainst = toCodes(exception.becomes).some((code, index) => words[at + index] !== code);
    if (isAgainst) overrulings.push({ exception, context: contextOf(at, length) });
  }

  const disagreements = findDifferences(
    converted,
    readings.map(([, codes]) => codes),
  ).map(
    (at): Disagreement => ({
      to,
      published: characterOf(published, at),
      converted: characterOf(converted, at),
      others: readings.flatMap(([reading, codes]) =>
        isOther(codes[at], converted[at]) ? [{ reading, character: characterOf(codes, at) }] : [],
      ),
      context: contextOf(at),
      at,
      decision: decided.get(at),
    }),
  );
  return { disagreements, overrulings };
}

/** The places where any of some readings is another one than the first. */
function findDifferences(first: Codes, others: readonly Codes[]): number[] {
  const places = new Set<number>();
  // One reading after the other: this goes through every character of a collection.
  for (const other of others)
    for (let at = 0; at < first.length; at += 1) if (isOther(other[at], first[at])) places.add(at);
  return [...places].sort((a, b) => a - b);
}

/** A reading may leave a place out. */
function isOther(code: number | undefined, first: number | undefined): boolean {
  return code !== first && code !== 0;
}

function characterOf(codes: Codes, at: number): string {
  return fromCodes(codes.subarray(at, at + 1));
}

/** Each word by itself, as `Intl.Segmenter` finds words. */
function readWords(text: string, published: Codes, to: Script): Codes {
  const ends: number[] = [];
  let end = 0;
  // Its words are counted in units, of which a few characters have two.
  const lengthOf = published.length === text.length ? countUnits : countCharacters;
  for (const { segment } of segmenter.segment(text)) {
    end += lengthOf(segment);
    ends.push(end);
  }
  return readPhrases(published, to, ends);
}
const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });
const countUnits = (text: string) => text.length;
const countCharacters = (text: string) => toCodes(text).length;

/** OpenCC's own phrases, but matched from the end of the text, the longest first. */
function readBackward(published: Codes, to: Script): Codes {
  const { character, key } = dictionaries[to]();
  const phrases = backwardPhrases(to);
  const shown = published.map(character).reverse();
  const keys = published.map(key).reverse();
  for (let at = 0; at < keys.length; ) {
    const phrase = phrases.find(keys, at, keys.length);
    if (phrase < 0) at += 1;
    else {
      phrases.write(phrase, shown, at);
      at += phrases.lengthOf(phrase);
    }
  }
  return shown.reverse();
}
const backwardPhrases = keepSome(scripts.length, (to: Script): PhraseTable => {
  const reverse = (text: string) => Array.from(text).reverse().join('');
  return createPhraseTable(
    dictionaries[to]().phrases.map(([from, becomes]) => [reverse(from), reverse(becomes)]),
  );
});
