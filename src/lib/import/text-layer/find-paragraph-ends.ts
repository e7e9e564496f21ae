import type { Spacing } from '../../../schemas/recipe.ts';
import { numeralPattern } from '../../text/chinese-numeral.ts';
import type { Doubt } from '../reading.ts';
import { estimateFullWidths } from './estimate-full-widths.ts';
import type { TextLine } from './text-lines.ts';

/** In full-width characters: a last line at least this much narrower than a full one ends its paragraph. */
const shortBy = 3;
/** A first line is indented by two, but compressed punctuation may win back more than one. */
const indentedBy = 0.5;
/** A decision by less than this is reported. */
const marginOfDoubt = 1.5;

const sentenceEnd = /[。：；？！][”’」』〉》）]*$/u;
const numeralLine = new RegExp(`^${numeralPattern}$`, 'u');

/** Whether a line is a section's numeral, alone on its line. */
export function isNumeralLine(text: string): boolean {
  return numeralLine.test(text);
}

/** Whether a line ends a sentence, so that a paragraph may end with it. */
export function endsSentence(text: string): boolean {
  return sentenceEnd.test(text);
}

export interface Pins {
  readonly break: readonly number[];
  readonly join: readonly number[];
}

/**
 * For each line, whether a paragraph ends with it.
 *
 * A paragraph ends only with a sentence, and
 * - `single` spacing: a blank line follows, or the line is at least three narrower than full;
 * - `double` spacing, where a blank line follows every line: the line is at least three narrower than full,
 *   or the next line is an indented first line;
 * - `unwrapped`: that is enough.
 *
 * A numeral alone on its line stands alone, and so does what is before it. Pins go before all rules.
 */
export function findParagraphEnds(lines: readonly TextLine[], spacing: Spacing, pins: Pins) {
  const fullWidths = estimateFullWidths(lines.map((line) => line.width));
  const doubts: Doubt[] = [];

  const ends = lines.map((line, index) => {
    const next = lines[index + 1];
    if (pins.break.includes(line.number) || !next) return true;
    if (pins.join.includes(line.number)) return false;
    const isBeforeNumeral = isNumeralLine(next.text);
    if (isNumeralLine(line.text)) return true;
    if (!endsSentence(line.text)) {
      if (isBeforeNumeral) report(line, 'a section opens after a line that ends no sentence');
      return isBeforeNumeral;
    }
    if (isBeforeNumeral || spacing === 'unwrapped') return true;

    const full = fullWidths[index] ?? line.width;
    const short = full - line.width;
    const indent = (fullWidths[index + 1] ?? next.width) - next.width;
    const widths = `width ${line.width} of ${full}, next line ${next.width}`;

    if (spacing === 'single') {
      if (line.blank.length > 0) {
        if (short < marginOfDoubt && indent < marginOfDoubt)
          report(line, `blank line after a full line, the next not indented: taken as an end (${widths})`);
        return true;
      }
      const isEnd = short >= shortBy;
      if (Math.abs(short - shortBy) <= marginOfDoubt)
        report(line, `no blank line, taken as ${isEnd ? 'an end' : 'continued'} (${widths})`);
      return isEnd;
    }

    if (short >= shortBy) return true;
    const isEnd = indent > indentedBy;
    // A short line that ends a sentence may be a paragraph of one line or the last line of this one.
    const isAmbiguous = isEnd && endsSentence(next.text) && indent >= marginOfDoubt;
    if (isAmbiguous || Math.abs(indent - indentedBy) <= 1)
      report(line, `${isEnd ? 'taken as an end' : 'continued'} by the indent of the next line (${widths})`);
    return isEnd;
  });
  return { ends, doubts };

  function report(line: TextLine, why: string): void {
    doubts.push({ line: line.number, message: `…${line.text.slice(-8)}  ${why}` });
  }
}
