import { numeralPattern, readChineseNumeral } from '../../text/chinese-numeral.ts';
import type { ProposedReading } from './proposal.ts';

const opening = new RegExp(`^(${numeralPattern})、`, 'u');

/** Guess how sections open: by numerals alone on their lines, or by paragraphs that begin with 一、 and 二、. */
export function guessSections(texts: readonly string[]): ProposedReading['sections'] {
  const numbers = texts.flatMap((text) => readChineseNumeral(text.replace(/\s/gu, '')) ?? []);
  if (numbers.length > 0) return 'numeral-lines';
  const openings = texts.flatMap((text) => readChineseNumeral(opening.exec(text)?.[1] ?? '') ?? []);
  return openings[0] === 1 && openings.includes(2) ? 'numeral-openings' : undefined;
}
