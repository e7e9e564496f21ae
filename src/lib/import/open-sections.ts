import { numeralPattern, readChineseNumeral } from '../text/chinese-numeral.ts';
import type { SourceText } from '../text/source-text.ts';
import { type Problem, problemAt } from './problem.ts';
import { type SourceBlock, textOf } from './reading.ts';

/** A block with the section it stands in: null in a document without sections. */
export interface SectionedBlock extends SourceBlock {
  readonly section: number | null;
}

const opening = new RegExp(`^(${numeralPattern})、`, 'u');

/**
 * Give every block its section: the number that the source prints, 0 before the first.
 * `numeral-lines` opens a section at a numeral alone on its line, which becomes a heading;
 * `numeral-openings` at a paragraph that begins with 一、 and keeps it.
 */
export function openSections(
  source: SourceText,
  blocks: readonly SourceBlock[],
  kind: 'numeral-lines' | 'numeral-openings' | undefined,
) {
  const problems: Problem[] = [];
  let section = 0;

  const sectioned = blocks.map((block): SectionedBlock => {
    const text = textOf(source, block.pieces);
    const offset = block.pieces[0]?.from ?? 0;
    if (kind === undefined) {
      if (block.part === 'heading')
        problems.push(
          problemAt(
            source,
            offset,
            'import/section',
            `Unexpected numeral ${text} alone on its line, expected no sections. Add \`sections: numeral-lines\` to the recipe, or pin the line before with \`join\`.`,
          ),
        );
      return { ...block, section: null };
    }
    const numeral = kind === 'numeral-lines' ? block.part === 'heading' && text : opening.exec(text)?.[1];
    const number = numeral ? readChineseNumeral(numeral) : null;
    if (number !== null) {
      // In a list of openings 一、 a paragraph may begin with a numeral of its own: only the next one opens.
      if (kind === 'numeral-lines' && number <= section)
        problems.push(
          problemAt(
            source,
            offset,
            'import/section',
            `Unexpected section ${text} after section ${section}, expected a later one. Check the order of the segments.`,
          ),
        );
      if (kind === 'numeral-lines' || number === section + 1) section = number;
    }
    return { ...block, section };
  });
  return { blocks: sectioned, problems };
}
