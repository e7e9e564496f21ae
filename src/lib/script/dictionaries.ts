import simplified from 'opencc-js/dict/STCharacters';
import simplifiedPhrases from 'opencc-js/dict/STPhrases';
import traditional from 'opencc-js/dict/TSCharacters';
import traditionalPhrases from 'opencc-js/dict/TSPhrases';
import taiwanVariants from 'opencc-js/dict/TWVariants';
import type { Script } from './scripts.ts';

/** OpenCC's dictionaries of one direction, as the audit reads them. */
export interface Dictionary {
  /** What a character becomes by itself. */
  readonly character: (published: string) => string;
  readonly phrases: ReadonlyMap<string, string>;
  /** In characters. */
  readonly longestPhrase: number;
  /** For each published character, all that it may become. */
  readonly targets: ReadonlyMap<string, ReadonlySet<string>>;
}

const variants = new Map(parse(taiwanVariants));
/** A character as Taiwan's standard writes it: OpenCC's `tw`. */
const toTaiwan = (text: string) =>
  Array.from(text, (character) => variants.get(character) ?? character).join('');

/** The dictionaries that lead to each script. */
export const dictionaries: Readonly<Record<Script, Dictionary>> = {
  hant: toDictionary(parse(simplified), parse(simplifiedPhrases), parse(traditional), toTaiwan),
  hans: toDictionary(parse(traditional), parse(traditionalPhrases), parse(simplified), (text) => text),
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
): Dictionary {
  const byCharacter = new Map(characters);
  const targets = new Map<string, Set<string>>();
  const add = (from: string, to: string) => {
    const known = targets.get(from) ?? new Set();
    targets.set(from, known.add(standardise(to)));
  };
  for (const [from, to] of characters) add(from, to);
  // What becomes it the other way is something it may become.
  for (const [to, from] of reverse) add(from, to);
  for (const [from, to] of phrases) {
    const published = Array.from(from);
    const shown = Array.from(to);
    if (published.length !== shown.length) continue;
    for (const [index, character] of published.entries())
      if (targets.has(character)) add(character, shown[index] ?? character);
  }
  return {
    character: (published) => standardise(byCharacter.get(published) ?? published),
    phrases: new Map(phrases.map(([from, to]) => [from, standardise(to)])),
    longestPhrase: Math.max(...phrases.map(([from]) => Array.from(from).length)),
    targets,
  };
}

/** A dictionary's entries; where it lists several targets, the first. */
function parse(dictionary: string): [string, string][] {
  return dictionary.split('|').map((entry) => {
    const at = entry.indexOf(' ');
    return [entry.slice(0, at), entry.slice(at + 1).split(' ')[0] ?? ''];
  });
}
