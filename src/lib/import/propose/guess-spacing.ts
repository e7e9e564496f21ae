import type { Spacing } from '../../../schemas/recipe.ts';
import type { SourceText } from '../../text/source-text.ts';
import { endsSentence, isNumeralLine } from '../text-layer/find-paragraph-ends.ts';
import { splitJustificationSpaces } from '../text-layer/split-justification-spaces.ts';
import type { TextLine } from '../text-layer/text-lines.ts';

/** Where this many of the lines end a sentence, lines are paragraphs: in a column few do. */
const shareOfUnwrapped = 0.6;
/** Where this many of the lines have a blank one after them, blank lines say nothing. */
const shareOfDouble = 0.7;
/** Where this many of the lines have spaces beside Han characters, the column was justified. */
const shareOfJustified = 0.15;

/** Guess how lines of running text stand, as a recipe says it. */
export function guessSpacing(lines: readonly TextLine[]): Spacing {
  const running = lines.filter(({ text }) => !isNumeralLine(text));
  if (share(running, ({ text }) => endsSentence(text)) >= shareOfUnwrapped) return 'unwrapped';
  return share(lines.slice(0, -1), ({ blankLines }) => blankLines > 0) >= shareOfDouble ? 'double' : 'single';
}

/** Guess whether spaces beside Han characters are the column's. */
export function guessJustified(source: SourceText, lines: readonly TextLine[]): boolean {
  const hasSpaces = ({ piece }: TextLine) => splitJustificationSpaces(source, piece).leftOut.length > 0;
  return lines.filter(hasSpaces).length >= 2 && share(lines, hasSpaces) >= shareOfJustified;
}

function share<Item>(items: readonly Item[], test: (item: Item) => boolean): number {
  return items.filter(test).length / Math.max(1, items.length);
}
