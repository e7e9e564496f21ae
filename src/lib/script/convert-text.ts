import { Converter } from 'opencc-js';
import type { Language } from '../../schemas/names.ts';
import { type Script, scriptOf } from './scripts.ts';

/** Characters only: `twp` and `tw2sp` would replace vocabulary. */
const converters: Record<Script, (text: string) => string> = {
  hans: Converter({ from: 'tw', to: 'cn' }),
  hant: Converter({ from: 'cn', to: 'tw' }),
};

/**
 * A text in a script: as published where that is its own, else converted, character for character.
 * Give whole paragraphs: a character's form depends on the words around it.
 * @throws Error if the conversion changed the number of characters: offsets into the text would be wrong.
 */
export function convertText(text: string, language: Language, script: Script): string {
  if (scriptOf(language) === script) return text;
  const converted = converters[script](text);
  if (Array.from(converted).length !== Array.from(text).length)
    throw new Error(`Unexpected conversion to ${script} of another length: ${text} → ${converted}`);
  return converted;
}
