import type { Language } from '../../schemas/names.ts';
import type { ScriptException } from '../../schemas/script-exceptions.ts';
import { convertPhrases, exceptionsTo, findExceptions, readPhrases } from './create-converter.ts';
import { dictionaries, type Ending } from './dictionaries.ts';
import { otherScript, type Script, scriptOf } from './scripts.ts';

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
  const published = Array.from(text);
  const converted = convertPhrases(text, to);
  const words = convertWords(text, to);
  const readings: readonly (readonly [Reading, readonly (string | undefined)[]])[] = [
    ['word by word', words],
    ['backward matching', convertBackward(published, to)],
    ['only target', published.map((character) => dictionaries[to].onlyTarget(character))],
  ];
  const contextOf = (at: number, length = 1) =>
    published.slice(Math.max(0, at - reach), at + length + reach).join('');
  const decided = new Map<number, ScriptException>();
  const overrulings: Overruling[] = [];
  for (const { at, length, exception } of findExceptions(text, exceptionsTo(exceptions, to))) {
    for (let index = at; index < at + length; index += 1) decided.set(index, exception);
    const isAgainst = Array.from(exception.becomes).some(
      (character, index) => words[at + index] !== character,
    );
    if (isAgainst) overrulings.push({ exception, context: contextOf(at, length) });
  }

  const disagreements = findDifferences(
    converted,
    readings.map(([, characters]) => characters),
  ).map(
    (at): Disagreement => ({
      to,
      published: published[at] ?? '',
      converted: converted[at] ?? '',
      others: readings.flatMap(([reading, characters]) => {
        const character = characters[at];
        return character === undefined || character === converted[at] ? [] : [{ reading, character }];
      }),
      context: contextOf(at),
      at,
      decision: decided.get(at),
    }),
  );
  return { disagreements, overrulings };
}

/** The places where any of some readings is another one than the first; a reading may leave places out. */
function findDifferences(
  first: readonly string[],
  others: readonly (readonly (string | undefined)[])[],
): number[] {
  const places = new Set<number>();
  // One reading after the other: this goes through every character of a collection.
  const codes = first.map((character) => character.codePointAt(0));
  for (const other of others)
    for (let at = 0; at < codes.length; at += 1) {
      const code = other[at]?.codePointAt(0);
      if (code !== undefined && code !== codes[at]) places.add(at);
    }
  return [...places].sort((a, b) => a - b);
}

/** Each word by itself, as `Intl.Segmenter` finds words. */
function convertWords(text: string, to: Script): string[] {
  let shown = '';
  for (const { segment } of segmenter.segment(text)) shown += readPhrases(segment, to);
  return Array.from(shown);
}
const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

/** OpenCC's own phrases, but matched from the end of the text, the longest first. */
function convertBackward(published: readonly string[], to: Script): string[] {
  const { character, endings, key } = dictionaries[to];
  const codes = published.map((one) => key(one).codePointAt(0) ?? 0);
  const shown = published.map(character);
  for (let end = published.length; end > 0; ) {
    let phrase: readonly string[] = [];
    let ending: Ending | undefined = endings;
    for (let at = end - 1; at >= 0; at -= 1) {
      ending = ending.before?.get(codes[at] ?? 0);
      if (!ending) break;
      if (ending.becomes) phrase = ending.becomes;
    }
    for (const [index, one] of phrase.entries()) shown[end - phrase.length + index] = one;
    end -= Math.max(1, phrase.length);
  }
  return shown;
}
