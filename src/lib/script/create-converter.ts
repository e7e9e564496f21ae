import { Converter } from 'opencc-js';
import type { Language } from '../../schemas/names.ts';
import type { ScriptException } from '../../schemas/script-exceptions.ts';
import { keepSome, once } from '../once.ts';
import { type Script, scriptOf } from './scripts.ts';

/** A text in a script: as published where that is its own, else converted, character for character. */
export type Convert = (text: string, language: Language, script: Script) => string;

/** What the conversion needs of an exception. */
export type Replacement = Pick<ScriptException, 'to' | 'text' | 'becomes'>;

/**
 * Made when they are asked for first: their dictionaries take a tenth of a second. Characters only: `twp` and `tw2sp` would
 * replace vocabulary.
 */
const phraseConverters: Record<Script, () => (text: string) => string> = {
  hans: once(() => Converter({ from: 'tw', to: 'cn' })),
  hant: once(() => Converter({ from: 'cn', to: 'tw' })),
};

/** Compatibility ideographs and private use: OpenCC would replace the former, and nobody can know the latter. */
const untouchable = /[\u2E80-\u2FDF\uE000-\uF8FF\uF900-\uFAFF\u{2F800}-\u{2FA1F}\u{F0000}-\u{10FFFF}]/u;

/**
 * A converter that goes by OpenCC's phrases, and by the editor's exceptions wherever their text stands (of
 * overlapping ones the longer). Give it whole paragraphs: a character's form depends on the words around it.
 * @throws Error (the converter) if a conversion changed the number of characters: offsets would be wrong.
 */
export function createConverter(exceptions: readonly Replacement[]): Convert {
  const byScript = { hans: exceptionsTo(exceptions, 'hans'), hant: exceptionsTo(exceptions, 'hant') };
  return (text, language, script) => (scriptOf(language) === script ? text : convert(text, script));

  function convert(text: string, script: Script): string {
    const places = findExceptions(text, byScript[script]);
    if (places.length === 0) return readPhrases(text, script);
    const shown = convertPhrases(text, script);
    for (const { at, exception } of places)
      for (const [index, character] of Array.from(exception.becomes).entries()) shown[at + index] = character;
    return shown.join('');
  }
}

/** OpenCC's own conversion, as characters; those it must not touch are as published. */
export function convertPhrases(text: string, script: Script): string[] {
  return Array.from(readPhrases(text, script));
}

/** The same as a text. Pages, search, what is taken away and the audit ask for the same ones: each is read once. */
export function readPhrases(text: string, script: Script): string {
  return knownPhrases[script](text);
}
/** Texts and words, of some thousand documents: whoever runs for long, as `npm run dev` does, sees ever new ones. */
const mostKnown = 1_000_000;
const knownPhrases: Record<Script, (text: string) => string> = {
  hans: keepSome(mostKnown, (text) => checkPhrases(text, 'hans').join('')),
  hant: keepSome(mostKnown, (text) => checkPhrases(text, 'hant').join('')),
};

function checkPhrases(text: string, script: Script): string[] {
  const published = Array.from(text);
  const shown = Array.from(phraseConverters[script]()(text));
  if (shown.length !== published.length)
    throw new Error(`Unexpected conversion to ${script} of another length: ${text} → ${shown.join('')}`);
  if (!untouchable.test(text)) return shown;
  return shown.map((character, index) => {
    const before = published[index] ?? character;
    return untouchable.test(before) ? before : character;
  });
}

/** Where exceptions stand in a text, shorter ones first, so that longer ones have the last word. */
export function findExceptions<Exception extends Replacement>(
  text: string,
  exceptions: readonly Exception[],
) {
  // Most stand nowhere in a text, which is quickly seen.
  const there = exceptions.filter((exception) => text.includes(exception.text));
  const published = there.length > 0 ? Array.from(text) : [];
  return there.flatMap((exception) => {
    const wanted = Array.from(exception.text);
    const places: { at: number; length: number; exception: Exception }[] = [];
    for (let at = 0; at + wanted.length <= published.length; at += 1)
      if (wanted.every((character, index) => published[at + index] === character))
        places.push({ at, length: wanted.length, exception });
    return places;
  });
}

/** The exceptions of one direction, shorter texts first. */
export function exceptionsTo<Exception extends Replacement>(
  exceptions: readonly Exception[],
  script: Script,
): Exception[] {
  return exceptions.filter(({ to }) => to === script).sort((a, b) => a.text.length - b.text.length);
}
