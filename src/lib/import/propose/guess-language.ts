import type { Language } from '../../../schemas/names.ts';
import { type Dictionary, dictionaries } from '../../script/dictionaries.ts';
import type { Script } from '../../script/scripts.ts';
import { toCodes } from '../../text/codes.ts';

export interface GuessedLanguage {
  readonly language: Language;
  /** How many characters of the text exist in one script only. */
  readonly counts: Readonly<Record<Script, number>>;
}

/**
 * Guess the language of a text from the characters that exist in one script only: 国 in one, 國 in the other, while 人
 * and 后 stand in both. The script shows no region: Traditional is taken for Taiwan's.
 */
export function guessLanguage(text: string): GuessedLanguage {
  const counts = { hans: 0, hant: 0 };
  for (const character of toCodes(text)) {
    if (isOnlyIn('hans', character)) counts.hans += 1;
    if (isOnlyIn('hant', character)) counts.hant += 1;
  }
  return { language: counts.hant > counts.hans ? 'zh-Hant-TW' : 'zh-Hans-CN', counts };
}

/** A character that the other script always writes otherwise, alone and in every phrase. */
function isOnlyIn(script: Script, character: number): boolean {
  const [hans, hant] = [dictionaries.hans(), dictionaries.hant()];
  const isOtherwise = ({ targets, key, character: becomes }: Dictionary) =>
    !(targets.get(key(character))?.has(character) ?? becomes(character) === character);
  // A form that Taiwan's standard replaces (裏 by 裡) is not Simplified for that.
  return script === 'hans' ? isOtherwise(hant) && !isOtherwise(hans) : isOtherwise(hans);
}
