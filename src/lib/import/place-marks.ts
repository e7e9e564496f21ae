import type { Gap, Note } from '../../schemas/document.ts';
import type { RecipeDocument } from '../../schemas/recipe.ts';
import { locateNote } from '../document/read-document.ts';
import { type SourceText, sliceSource } from '../text/source-text.ts';
import type { NamedBlock } from './name-blocks.ts';
import { type Problem, problemAt } from './problem.ts';
import type { ReadRecipe } from './read-recipe.ts';
import type { LeftOut } from './reading.ts';
import { hasJumpMark } from './text-layer/take-jump-marks.ts';

/** Place a document's gaps and notes at its blocks; every jump mark of the source must have its gap. */
export function placeMarks(
  source: SourceText,
  read: ReadRecipe,
  document: RecipeDocument,
  path: readonly PropertyKey[],
  blocks: readonly NamedBlock[],
  leftOut: readonly LeftOut[],
) {
  const problems: Problem[] = [];
  const blockById = new Map(blocks.map((block) => [block.id, block]));

  const gaps = document.gaps.flatMap((gap, index): Gap[] => {
    if (blockById.has(gap.after)) return [gap];
    problems.push(missing([...path, 'gaps', index, 'after'], 'import/gap', gap.after));
    return [];
  });

  const notes = document.notes.flatMap((note, index): Note[] => {
    const block = blockById.get(note.at);
    if (!block) {
      problems.push(missing([...path, 'notes', index, 'at'], 'import/note', note.at));
      return [];
    }
    try {
      return [locateNote(note.at, block.text, note, '')];
    } catch (error) {
      problems.push(
        read.at([...path, 'notes', index, 'printed'], 'import/note', (error as Error).message.trim()),
      );
      return [];
    }
  });

  const ends = new Map<string, number>();
  for (const note of notes.toSorted((a, b) => a.from - b.from)) {
    const end = ends.get(note.at) ?? 0;
    ends.set(note.at, Math.max(end, note.to));
    if (note.from < end)
      problems.push(
        read.at(
          [...path, 'notes'],
          'import/note',
          `Unexpected notes that overlap in ${note.at} (${note.printed}), expected each character in one. Join them.`,
        ),
      );
  }

  for (const block of blocks)
    if (hasJumpMark(block.text))
      problems.push(
        problemAt(
          source,
          block.pieces[0]?.from ?? 0,
          'import/jump-mark',
          `Unexpected jump mark inside the text of ${block.id}, expected it at the end of a line. Split the segment around it, or leave it out as furniture.`,
        ),
      );

  for (const mark of leftOut) {
    if (mark.reason !== 'jump-mark') continue;
    const before = blocks.findLast(
      ({ pieces }) => (pieces[0]?.from ?? 0) < mark.from && isNear(pieces, mark),
    );
    if (!before || gaps.some(({ after }) => after === before.id)) continue;
    problems.push(
      problemAt(
        source,
        mark.from,
        'import/unmarked-gap',
        `Unexpected jump mark ${sliceSource(source, mark.from, mark.to)} without a gap, expected one after ${before.id} of ${document.slug}. Add it to \`gaps\` in the recipe.`,
      ),
    );
  }
  // In the order of the document, in which they will be written and read back.
  const order = new Map(blocks.map(({ id }, index) => [id, index]));
  const byBlock = (a: string, b: string) => (order.get(a) ?? 0) - (order.get(b) ?? 0);
  return {
    gaps: gaps.toSorted((a, b) => byBlock(a.after, b.after)),
    notes: notes.toSorted((a, b) => byBlock(a.at, b.at)),
    problems,
  };

  function missing(at: readonly PropertyKey[], rule: string, id: string): Problem {
    const ids = `${blocks[0]?.id} … ${blocks.at(-1)?.id}`;
    return read.at(
      at,
      rule,
      `Unexpected id ${id}, expected one of ${document.slug} (${ids}). Correct the id.`,
    );
  }
  /** Nothing but white space stands between the block and the mark. */
  function isNear(pieces: NamedBlock['pieces'], mark: LeftOut): boolean {
    return sliceSource(source, pieces.at(-1)?.to ?? 0, mark.from).trim() === '';
  }
}
