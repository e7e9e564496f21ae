import { configs } from 'opencc-js/preset';
import { keepSome } from '../once.ts';
import type { Codes } from '../text/codes.ts';
import { createPhraseReader, type PhraseRules } from './phrase-reader.ts';
import { type Script, scripts } from './scripts.ts';

/** The rules that lead to each script. Characters only: `s2twp` and `tw2sp` would replace vocabulary. */
const rules = { hans: 'tw2s', hant: 's2tw' } as const;
/** Made when it is asked for first: its tables take a fifth of a second. */
const readerTo = keepSome(scripts.length, (script: Script) => createPhraseReader(rulesOf(script)));

/** The package's types leave the normalization out. */
function rulesOf(script: Script): PhraseRules {
  return configs[rules[script]] as unknown as PhraseRules;
}

/**
 * OpenCC's own conversion of a text, character for character; those it must not touch are as published.
 * @param ends where parts of the text end that are read as if each stood alone; as it is, the text is one
 */
export function readPhrases(
  published: Codes,
  script: Script,
  ends: Iterable<number> = [published.length],
): Codes {
  const shown = published.slice();
  const read = readerTo(script);
  let start = 0;
  for (const end of ends) {
    read(shown, start, end);
    start = end;
  }
  for (let at = 0; at < published.length; at += 1) {
    const code = published[at] as number;
    if (isUntouchable(code)) shown[at] = code;
  }
  return shown;
}

/** Compatibility ideographs and private use: OpenCC would replace the former, and nobody can know the latter. */
function isUntouchable(code: number): boolean {
  if (code < 0x2e80) return false;
  return untouchable.some(([first, last]) => code >= first && code <= last);
}
const untouchable = [
  [0x2e80, 0x2fdf],
  [0xe000, 0xfaff],
  [0x2f800, 0x2fa1f],
  [0xf0000, 0x10ffff],
] as const;
