import type { Spacing } from '../../../schemas/recipe.ts';
import { readChineseNumeral } from '../../text/chinese-numeral.ts';
import type { Doubt } from '../reading.ts';
import { estimateFullWidths } from './estimate-full-widths.ts';
import type { TextLine } from './text-lines.ts';

/** In full-width characters: a last line at least this much narrower than a full one ends its paragraph. */
const shortBy = 3;
/** How much narrower a paragraph's first line is than a full one: it is indented by two in print. */
const firstLineIndent = 2;
/** What counts as indented: less than two, since compressed punctuation may win back more than one. */
const indentedBy = 0.5;
/** A decision by less than this is reported. */
const marginOfDoubt = 1.5;

const sentenceEnd = /[。：；？！][”’」』〉》）]*$/u;

/** Whether a line is a section's numeral, alone on its line. */
export function isNumeralLine(text: string): boolean {
  return readChineseNumeral(text.replace(/\s/gu, '')) !== null;
}

/** Whether a line ends a sentence, so that a paragraph may end with it; justification may have put spaces in between. */
export function endsSentence(text: string): boolean {
  return sentenceEnd.test(text.replace(/\s/gu, ''));
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
 * A first line is indented by two in print, so it is measured against a full line less two.
 * A numeral alone on its line stands alone, and so does what is before it. Pins go before all rules.
 */
export function findParagraphEnds(lines: readonly TextLine[], spacing: Spacing, pins: Pins) {
  const fullWidths = estimateFullWidths(
    lines.map(({ width, text }) => ({ width, isWrapped: !endsSentence(text) && !isNumeralLine(text) })),
  );
  const [breaks, joins] = [new Set(pins.break), new Set(pins.join)];
  const doubts: Doubt[] = [];

  const ends: boolean[] = [];
  for (const [index, line] of lines.entries()) ends.push(isEnd(line, index));
  return { ends, doubts };

  function isEnd(line: TextLine, index: number): boolean {
    const next = lines[index + 1];
    if (breaks.has(line.number) || !next) return true;
    if (joins.has(line.number)) return false;
    if (isNumeralLine(line.text)) return true;
    const isBeforeNumeral = isNumeralLine(next.text);
    if (!endsSentence(line.text)) {
      if (isBeforeNumeral) report(line, 'a section opens after a line that ends no sentence');
      return isBeforeNumeral;
    }
    if (isBeforeNumeral || spacing === 'unwrapped') return true;

    const full = fullWidths[index] ?? { width: line.width, isWeak: true };
    const fullNext = fullWidths[index + 1] ?? full;
    const isFirst = index === 0 || ends[index - 1] === true;
    const measured: Measured = {
      short: full.width - (isFirst ? firstLineIndent : 0) - line.width,
      indent: fullNext.width - next.width,
    };
    const found = spacing === 'single' ? judgeSingle(line, measured) : judgeDouble(next, measured);
    const isByWidth = spacing === 'double' || !line.blank;
    if (found.isDoubtful || (isByWidth && (full.isWeak || fullNext.isWeak)))
      report(
        line,
        `${found.isEnd ? 'taken as an end' : 'taken as continued'} (width ${line.width} of ${full.width}, next line ${next.width} of ${fullNext.width})`,
      );
    return found.isEnd;
  }

  function report(line: TextLine, why: string): void {
    doubts.push({ line: line.number, message: `…${line.text.slice(-8)}  ${why}` });
  }
}

/** A line that ends a sentence, measured against the full lines around it, in full-width characters. */
interface Measured {
  /** How much narrower it is than a full line; than an indented one, where it begins its paragraph. */
  readonly short: number;
  /** How much narrower the next line is than a full one. */
  readonly indent: number;
}

interface Judgement {
  readonly isEnd: boolean;
  readonly isDoubtful: boolean;
}

function judgeSingle(line: TextLine, { short, indent }: Measured): Judgement {
  // A column break may follow a full line that ends a sentence; then the next line is full as well.
  if (line.blank) return { isEnd: true, isDoubtful: short < marginOfDoubt && indent < marginOfDoubt };
  return { isEnd: short >= shortBy, isDoubtful: Math.abs(short - shortBy) <= marginOfDoubt };
}

function judgeDouble(next: TextLine, { short, indent }: Measured): Judgement {
  const isIndented = indent > indentedBy;
  // A next line that is narrow and ends a sentence may be a paragraph of one line or the last line of this one.
  const isAmbiguous = indent >= marginOfDoubt && endsSentence(next.text);
  if (short >= shortBy)
    return { isEnd: true, isDoubtful: short < shortBy + marginOfDoubt && (!isIndented || isAmbiguous) };
  return { isEnd: isIndented, isDoubtful: isAmbiguous || Math.abs(indent - indentedBy) <= 1 };
}
