import simplified from 'opencc-js/dict/STCharacters';
import simplifiedPhrases from 'opencc-js/dict/STPhrases';
import traditional from 'opencc-js/dict/TSCharacters';
import traditionalPhrases from 'opencc-js/dict/TSPhrases';
import taiwanVariants from 'opencc-js/dict/TWVariants';
import { parseDictionary } from './parse-dictionary.ts';
import type { Script } from './scripts.ts';

/** What phrases end with: what may stand before it, by code points, and what it becomes where it is a phrase itself. */
export interface Ending {
  before?: Map<number, Ending>;
  becomes?: readonly string[];
}

/** OpenCC's dictionaries of one direction, as the audit reads them. */
export interface Dictionary {
  /** What a character becomes by itself. */
  readonly character: (published: string) => string;
  /** The phrases, from their last characters to their first; those of one character are none. */
  readonly endings: Ending;
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
    endings: toEndings(phrases.map(([from, to]) => [from, standardise(to)])),
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
  const known = new Map<number, { readonly value: Value }>();
  return (character) => {
    const code = character.codePointAt(0) ?? 0;
    const found = known.get(code) ?? { value: find(character) };
    if (!known.has(code)) known.set(code, found);
    return found.value;
  };
}

function toEndings(phrases: readonly (readonly [from: string, to: string])[]): Ending {
  const endings: Ending = {};
  for (const [from, to] of phrases) {
    const characters = Array.from(from);
    if (characters.length === 1) continue;
    let ending = endings;
    for (const character of characters.reverse()) {
      const code = character.codePointAt(0) ?? 0;
      ending.before ??= new Map();
      const longer = ending.before.get(code) ?? {};
      ending.before.set(code, longer);
      ending = longer;
    }
    ending.becomes = Array.from(to);
  }
  return endings;
}

/** A dictionary's entries; where it lists several targets, the first. */
function parse(dictionary: string): [string, string][] {
  return parseDictionary(dictionary).map(([from, [to = '']]) => [from, to]);
}
