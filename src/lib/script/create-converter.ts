import type { Language } from '../../schemas/names.ts';
import type { ScriptException } from '../../schemas/script-exceptions.ts';
import { keepSome } from '../once.ts';
import { type Codes, fromCodes, toCodes } from '../text/codes.ts';
import { readPhrases } from './read-phrases.ts';
import { type Script, scriptOf } from './scripts.ts';

/** A text in a script: as published where that is its own, else converted, character for character. */
export type Convert = (text: string, language: Language, script: Script) => string;

/** What the conversion needs of an exception. */
export type Replacement = Pick<ScriptException, 'to' | 'text' | 'becomes'>;

/**
 * A converter that goes by OpenCC's phrases, and by the editor's exceptions wherever their text stands (of
 * overlapping ones the longer). Give it whole paragraphs: a character's form depends on the words around it.
 */
export function createConverter(exceptions: readonly Replacement[]): Convert {
  const converters = { hans: convertTo('hans'), hant: convertTo('hant') };
  return (text, language, script) => (scriptOf(language) === script ? text : converters[script](text));

  function convertTo(script: Script): (text: string) => string {
    const decisions = exceptionsTo(exceptions, script);
    // A page, its data, search and what is taken away ask for the same texts.
    return keepSome(mostKnown, (text) => {
      const published = toCodes(text);
      const shown = readPhrases(published, script);
      for (const { at, exception } of findExceptions(text, published, decisions))
        shown.set(toCodes(exception.becomes), at);
      return fromCodes(shown);
    });
  }
}
/** Texts of some thousand documents: whoever runs for long, as `npm run dev` does, sees ever new ones. */
const mostKnown = 200_000;

/** Where exceptions stand in a text, shorter ones first, so that longer ones have the last word. */
export function findExceptions<Exception extends Replacement>(
  text: string,
  published: Codes,
  exceptions: readonly Exception[],
) {
  // Most stand nowhere in a text, which is quickly seen.
  const there = exceptions.filter((exception) => text.includes(exception.text));
  return there.flatMap((exception) => {
    const wanted = toCodes(exception.text);
    const places: { at: number; length: number; exception: Exception }[] = [];
    for (let at = 0; at + wanted.length <= published.length; at += 1)
      if (wanted.every((code, index) => published[at + index] === code))
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
