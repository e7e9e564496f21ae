import simplified from 'opencc-js/dict/STCharacters';
import simplifiedPhrases from 'opencc-js/dict/STPhrases';
import traditional from 'opencc-js/dict/TSCharacters';
import traditionalPhrases from 'opencc-js/dict/TSPhrases';
import taiwanVariants from 'opencc-js/dict/TWVariants';
import { once } from '../once.ts';
import { codePoints } from '../text/codes.ts';
import { parsePairs } from './parse-dictionary.ts';
import type { Script } from './scripts.ts';

/** OpenCC's dictionaries of one direction, as the audit reads them; characters are numbers. */
export interface Dictionary {
  /** What a character becomes by itself. */
  readonly character: (published: number) => number;
  /** The phrases, as this script's standard writes what they become; those of one character are none. */
  readonly phrases: readonly (readonly [from: string, to: string])[];
  /** What a character may become, by itself or in some phrase. */
  readonly targets: ReadonlyMap<number, ReadonlySet<number>>;
  /** What a character becomes where the tables of characters, both ways, know one target only; else 0. */
  readonly onlyTarget: (published: number) => number;
  /** A published character as the phrases write it. */
  readonly key: (published: number) => number;
}

const variants = once(() => new Map(parsePairs(taiwanVariants).map(toNumbers)));
/** A character as Taiwan's standard writes it: OpenCC's `tw`. */
const toTaiwan = (code: number) => variants().get(code) ?? code;
const fromTaiwan = once(() => new Map([...variants()].map(([standard, taiwan]) => [taiwan, standard])));

/** The dictionaries that lead to each script. */
export const dictionaries: Readonly<Record<Script, () => Dictionary>> = {
  hant: once(() =>
    toDictionary(
      parsePairs(simplified),
      parsePairs(simplifiedPhrases),
      parsePairs(traditional),
      toTaiwan,
      (character) => character,
    ),
  ),
  hans: once(() =>
    toDictionary(
      parsePairs(traditional),
      parsePairs(traditionalPhrases),
      parsePairs(simplified),
      (character) => character,
      (character) => fromTaiwan().get(character) ?? character,
    ),
  ),
};

/** Characters that one-to-many decisions are made for: they may become one of several. */
export function isOneToMany(character: number, to: Script): boolean {
  return (dictionaries[to]().targets.get(character)?.size ?? 0) > 1;
}

function toDictionary(
  characters: readonly (readonly [string, string])[],
  allPhrases: readonly (readonly [string, string])[],
  reverse: readonly (readonly [string, string])[],
  standardise: (character: number) => number,
  key: (published: number) => number,
): Dictionary {
  const byCharacter = new Map(characters.map(toNumbers));
  const character = remember((published) => standardise(byCharacter.get(key(published)) ?? key(published)));

  // Phrases are what a choice is made by; the tables' reverse would add mere variants of one character.
  const targets = new Map<number, Set<number>>();
  const phrases = allPhrases.map(([from, to]) => [from, standardiseText(to)] as const);
  for (const [from, to] of phrases) {
    const shown = Array.from(to, numberOf);
    for (const [index, published] of Array.from(from, numberOf).entries()) {
      const known = targets.get(published) ?? new Set([character(published)]);
      targets.set(published, known.add(shown[index] ?? published));
    }
  }
  const single = new Map<number, Set<number>>();
  for (const [from, to] of [...characters, ...reverse.map(([to, from]) => [from, to] as const)].map(
    toNumbers,
  ))
    single.set(from, (single.get(from) ?? new Set([character(from)])).add(standardise(to)));

  return {
    character,
    phrases: phrases.filter(([from]) => Array.from(from).length > 1),
    targets,
    onlyTarget: remember((published) => {
      const found = single.get(published);
      return found?.size === 1 ? ([...found][0] as number) : 0;
    }),
    key,
  };

  function standardiseText(text: string): string {
    return String.fromCodePoint(...Array.from(text, (one) => standardise(numberOf(one))));
  }
}

/** A function of a character that is asked for the same ones again and again. */
function remember(find: (character: number) => number): (character: number) => number {
  // One more than what was found: 0 is what has not been asked for.
  const known = new Int32Array(codePoints);
  return (character) => {
    if (known[character] === 0) known[character] = find(character) + 1;
    return (known[character] as number) - 1;
  };
}
function toNumbers([from, to]: readonly [string, string]): [number, number] {
  return [numberOf(from), numberOf(to)];
}

/** @returns 0 for an empty text */
function numberOf(character: string): number {
  return character.codePointAt(0) ?? 0;
}
