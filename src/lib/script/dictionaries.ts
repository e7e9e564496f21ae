import simplified from 'opencc-js/dict/STCharacters';
import simplifiedPhrases from 'opencc-js/dict/STPhrases';
import traditional from 'opencc-js/dict/TSCharacters';
import traditionalPhrases from 'opencc-js/dict/TSPhrases';
import taiwanVariants from 'opencc-js/dict/TWVariants';
import { parseDictionary } from './parse-dictionary.ts';
import type { Script } from './scripts.ts';

/** OpenCC's dictionaries of one direction, as the audit reads them. */
export interface Dictionary {
  /** What a character becomes by itself. */
  readonly character: (published: string) => string;
  readonly phrases: ReadonlyMap<string, string>;
  /** How many characters the phrases have that end with a pair (`toPair`), the longest first; those of one are none. */
  readonly lengthsByEnd: ReadonlyMap<number, readonly number[]>;
  /** What a character may become, by itself or in some phrase. */
  readonly targets: ReadonlyMap<string, ReadonlySet<string>>;
  /** What a character becomes where the tables of characters, both ways, know one target only. */
  readonly onlyTarget: (published: string) => string | undefined;
  /** A published character as the phrases write it. */
  readonly key: (published: string) => string;
}

const variants = new Map(parse(taiwanVariants));
/** A character as Taiwan's standard writes it: OpenCC's `tw`. */
const toTaiwan = (text: string) =>
  Array.from(text, (character) => variants.get(character) ?? character).join('');

const fromTaiwan = new Map([...variants].map(([standard, taiwan]) => [taiwan, standard]));

/** The dictionaries that lead to each script. */
export const dictionaries: Readonly<Record<Script, Dictionary>> = {
  hant: toDictionary(
    parse(simplified),
    parse(simplifiedPhrases),
    parse(traditional),
    toTaiwan,
    (character) => character,
  ),
  hans: toDictionary(
    parse(traditional),
    parse(traditionalPhrases),
    parse(simplified),
    (text) => text,
    (character) => fromTaiwan.get(character) ?? character,
  ),
};

/** Characters that one-to-many decisions are made for: they may become one of several. */
export function isOneToMany(character: string, to: Script): boolean {
  return (dictionaries[to].targets.get(character)?.size ?? 0) > 1;
}

function toDictionary(
  characters: readonly (readonly [string, string])[],
  phrases: readonly (readonly [string, string])[],
  reverse: readonly (readonly [string, string])[],
  standardise: (text: string) => string,
  key: (published: string) => string,
): Dictionary {
  const byCharacter = new Map(characters);
  const character = remember((published) => standardise(byCharacter.get(key(published)) ?? key(published)));

  // Phrases are what a choice is made by; the tables' reverse would add mere variants of one character.
  const targets = new Map<string, Set<string>>();
  for (const [from, to] of phrases) {
    const shown = Array.from(standardise(to));
    for (const [index, published] of Array.from(from).entries()) {
      const known = targets.get(published) ?? new Set([character(published)]);
      targets.set(published, known.add(shown[index] ?? published));
    }
  }
  const single = new Map<string, Set<string>>();
  for (const [from, to] of [...characters, ...reverse.map(([to, from]) => [from, to] as const)])
    single.set(from, (single.get(from) ?? new Set([character(from)])).add(standardise(to)));

  return {
    character,
    phrases: new Map(phrases.map(([from, to]) => [from, standardise(to)])),
    lengthsByEnd: toLengthsByEnd(phrases.map(([from]) => from)),
    targets,
    onlyTarget: remember((published) => {
      const found = single.get(published);
      return found?.size === 1 ? [...found][0] : undefined;
    }),
    key,
  };
}

/** A function of a character that is asked for the same ones again and again. */
function remember<Value>(find: (character: string) => Value): (character: string) => Value {
  const known = new Map<string, Value>();
  return (character) => {
    const value = known.get(character);
    if (value !== undefined || known.has(character)) return value as Value;
    const found = find(character);
    known.set(character, found);
    return found;
  };
}

/** Two characters (code points) as one number. */
export function toPair(first: number, second: number): number {
  return first * 0x110000 + second;
}

function toLengthsByEnd(phrases: readonly string[]): Map<number, number[]> {
  const lengths = new Map<number, Set<number>>();
  for (const phrase of phrases.map((text) => Array.from(text, (character) => character.codePointAt(0)))) {
    const [first, second] = phrase.slice(-2);
    if (first === undefined || second === undefined) continue;
    const end = toPair(first, second);
    lengths.set(end, (lengths.get(end) ?? new Set()).add(phrase.length));
  }
  return new Map([...lengths].map(([end, found]) => [end, [...found].sort((a, b) => b - a)]));
}

/** A dictionary's entries; where it lists several targets, the first. */
function parse(dictionary: string): [string, string][] {
  return parseDictionary(dictionary).map(([from, [to = '']]) => [from, to]);
}
