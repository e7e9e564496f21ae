import type { Spacing } from '../../../schemas/recipe.ts';
import type { SourceText } from '../../text/source-text.ts';
import {
  endsSentence,
  findParagraphEnds,
  isNumeralLine,
  type Pins,
} from '../text-layer/find-paragraph-ends.ts';
import type { TextLine } from '../text-layer/text-lines.ts';

/** In full-width characters. */
const firstLineIndents = { least: 1.5, most: 4 };

/**
 * Where a text layer has kept the indents of first lines, they say where paragraphs begin better than widths do: pin
 * the lines on which the rules of the import would decide otherwise. Without indents nothing is pinned.
 */
export function proposePins(source: SourceText, lines: readonly TextLine[], spacing: Spacing): Pins {
  const pins = { break: [] as number[], join: [] as number[] };
  const isIndented = findIndented(source, lines);
  if (!isIndented || spacing === 'unwrapped') return pins;
  // A pin changes which line is measured as a first one: once more, until nothing is left to pin.
  for (let round = 0; round < lines.length; round += 1) {
    const { ends } = findParagraphEnds(lines, spacing, pins);
    const at = lines.findIndex((line, index) => {
      const next = lines[index + 1];
      if (!next || isNumeralLine(line.text) || isNumeralLine(next.text) || !endsSentence(line.text))
        return false;
      if (pins.break.includes(line.number) || pins.join.includes(line.number)) return false;
      return ends[index] !== isIndented[index + 1];
    });
    const line = lines[at];
    if (!line) break;
    (ends[at] ? pins.join : pins.break).push(line.number);
  }
  return pins;
}

/** Whether each line is indented as a first line is; undefined where indents do not tell lines apart. */
function findIndented(source: SourceText, lines: readonly TextLine[]): boolean[] | undefined {
  const indents = lines.map(({ number, piece }) => {
    const from = source.lines[number - 1]?.from ?? piece.from;
    return source.characters
      .slice(from, piece.from)
      .reduce((sum, character) => sum + (character === '\u3000' ? 1 : 0.5), 0);
  });
  const least = indents.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
  const isIndented = indents.map(
    (indent) => indent - least >= firstLineIndents.least && indent - least <= firstLineIndents.most,
  );
  const count = isIndented.filter(Boolean).length;
  return count >= 2 && count < lines.length * 0.7 ? isIndented : undefined;
}
