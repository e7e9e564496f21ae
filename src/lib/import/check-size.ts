import type { SourceText } from '../text/source-text.ts';
import type { NamedBlock } from './name-blocks.ts';
import { type Problem, problemAt } from './problem.ts';

/**
 * What a block and a document may hold. The longest novels fit; what does not is a page without paragraphs, or an
 * attack: reading markdown takes time and memory out of proportion for it.
 */
const limits = {
  block: { characters: 50_000, marks: 10_000 },
  document: { characters: 1_000_000, marks: 100_000, blocks: 10_000 },
};

/** Line ends and the marks that markdown may have to escape. */
const marks = /[\n!-/:-@[-`{-~]/g;

/** Blocks and documents that are too long to be read back, and to be read at all. */
export function checkSize(source: SourceText, slug: string, blocks: readonly NamedBlock[]): Problem[] {
  const sizes = blocks.map(({ text }) => ({
    characters: text.length,
    marks: text.match(marks)?.length ?? 0,
  }));
  const large = blocks.findIndex(
    (_, index) =>
      (sizes[index]?.characters ?? 0) > limits.block.characters ||
      (sizes[index]?.marks ?? 0) > limits.block.marks,
  );
  const block = blocks[large];
  if (block)
    return [
      problemAt(
        source,
        block.pieces[0]?.from ?? 0,
        'import/block-size',
        `Unexpected ${sizes[large]?.characters} characters, ${sizes[large]?.marks} of them marks or line breaks, in ${block.id} of ${slug}, expected at most ${limits.block.characters} and ${limits.block.marks} in one block. Divide it.`,
      ),
    ];
  const sum = (key: 'characters' | 'marks') => sizes.reduce((all, size) => all + size[key], 0);
  const isLarge =
    blocks.length > limits.document.blocks ||
    sum('characters') > limits.document.characters ||
    sum('marks') > limits.document.marks;
  if (!isLarge) return [];
  return [
    problemAt(
      source,
      blocks[0]?.pieces[0]?.from ?? 0,
      'import/document-size',
      `Unexpected ${blocks.length} blocks of ${sum('characters')} characters, ${sum('marks')} of them marks or line breaks, in ${slug}, expected at most ${limits.document.blocks}, ${limits.document.characters} and ${limits.document.marks}. Divide it into documents.`,
    ),
  ];
}
