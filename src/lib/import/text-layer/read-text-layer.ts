import type { LineSegment, TextLayerRecipe } from '../../../schemas/recipe.ts';
import { type SourceText, sliceSource } from '../../text/source-text.ts';
import type { ReadRecipe } from '../read-recipe.ts';
import type { Doubt, LeftOut, Reading } from '../reading.ts';
import { findMisplacedLines, range } from './find-misplaced-lines.ts';
import { findParagraphEnds } from './find-paragraph-ends.ts';
import { joinDisplayLines, joinRunningText } from './join-lines.ts';
import { takeJumpMarks } from './take-jump-marks.ts';
import { toTextLines } from './text-lines.ts';

/** Read the text layer of a newspaper page as its recipe says: which lines, and how they stand. */
export function readTextLayer(source: SourceText, recipe: TextLayerRecipe, read: ReadRecipe): Reading {
  const problems = findMisplacedLines(source, recipe, read);
  // Nothing is read by a recipe whose lines are wrong.
  if (problems.length > 0) return { documents: [], leftOut: [], doubts: [], problems };
  const leftOut: (readonly LeftOut[])[] = [];
  const doubts: (readonly Doubt[])[] = [];

  const documents = recipe.documents.map((document, documentIndex) => {
    const blocks = document.segments.flatMap((segment, index) => {
      const taken = readSegment(source, segment, index);
      leftOut.push(taken.leftOut);
      doubts.push(taken.doubts);
      if (taken.blocks.length === 0)
        problems.push(
          read.at(
            ['documents', documentIndex, 'segments', index, 'lines'],
            'import/empty-segment',
            'Unexpected lines without text, expected text. Correct the range or remove the segment.',
          ),
        );
      return taken.blocks;
    });
    return { slug: document.slug, blocks };
  });

  leftOut.push(takeRest(source, recipe));
  return { documents, leftOut: leftOut.flat(), doubts: doubts.flat(), problems };
}

function readSegment(source: SourceText, segment: LineSegment, index: number) {
  const whole = toTextLines(source, segment.lines.first, segment.lines.last);
  const { lines, leftOut: marks } = takeJumpMarks(whole.lines);
  const leftOut = [...whole.leftOut, ...marks];

  if (segment.part !== 'text') {
    const joined = joinDisplayLines(source, lines, segment.part, { segment: index, join: segment.join });
    return { blocks: joined.blocks, leftOut: [...leftOut, ...joined.leftOut], doubts: [] };
  }
  const { spacing = 'unwrapped', justified } = segment; // the schema requires a spacing
  const { ends, doubts } = findParagraphEnds(lines, spacing, segment);
  const joined = joinRunningText(source, lines, ends, { segment: index, spacing, justified });
  return {
    blocks: joined.blocks,
    leftOut: [...leftOut, ...joined.leftOut],
    doubts: [...doubts, ...joined.doubts],
  };
}

/** What no segment covers: furniture, and the blank lines between segments. */
function takeRest(source: SourceText, recipe: TextLayerRecipe): LeftOut[] {
  const inSegment = new Set(
    recipe.documents.flatMap(({ segments }) =>
      segments.flatMap(({ lines }) => range(lines.first, lines.last)),
    ),
  );
  const furnitureByLine = new Map(
    recipe.furniture.flatMap(({ lines, reason }) =>
      range(lines.first, lines.last).map((line) => [line, reason] as const),
    ),
  );
  return source.lines
    .filter((line) => !inSegment.has(line.number))
    .flatMap((line): LeftOut[] => {
      const next = source.lines[line.number]?.from ?? source.characters.length;
      const note = furnitureByLine.get(line.number);
      if (sliceSource(source, line.from, line.to).trim() === '' || note === undefined)
        return [{ from: line.from, to: next, reason: 'blank-line' }];
      return [
        { from: line.from, to: line.to, reason: 'furniture', note },
        { from: line.to, to: next, reason: 'line-end' },
      ];
    })
    .filter(({ from, to }) => to > from);
}
