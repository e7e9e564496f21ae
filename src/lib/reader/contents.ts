import type { Document } from '../../schemas/document.ts';
import { numberOfId } from '../document/block-id.ts';
import type { Say } from './interface-text.ts';
import { openingOf } from './summarise.ts';

export interface ContentsEntry {
  readonly id: string;
  /** As printed (一), or the paragraph's number; none before the first section. */
  readonly number: string | null;
  readonly label: string;
  /** Links to what relates to it. */
  readonly related: number;
}

/** Whether a document has sections, which its contents list. */
export function hasSections({ blocks }: Pick<Document, 'blocks'>): boolean {
  return blocks.some(({ part, section }) => part === 'paragraph' && section !== null);
}

/**
 * The table of contents: a document's sections by their opening words, or its paragraphs where it has none.
 * @param countRelated how many links lead from a block to what relates to it
 */
export function toContents(
  document: Document,
  convert: (text: string) => string,
  say: Say,
  countRelated: (id: string) => number,
): ContentsEntry[] {
  const paragraphs = document.blocks.filter(({ part }) => part === 'paragraph');
  const sections = [...new Set(paragraphs.map(({ section }) => section))].filter(
    (section) => section !== null,
  );
  if (sections.length === 0)
    return paragraphs.map(({ id, text }) => ({
      id,
      number: numberOfId(id),
      label: openingOf(convert(text)),
      related: countRelated(id),
    }));
  return sections.map((section) => {
    const heading = document.blocks.find((block) => block.part === 'heading' && block.section === section);
    const first = paragraphs.find((block) => block.section === section);
    return {
      id: `s${section}`,
      number: heading?.text ?? null,
      label: section === 0 ? say('preamble') : openingOf(convert(first?.text ?? '')),
      related: document.blocks
        .filter((block) => block.section === section)
        .reduce((sum, { id }) => sum + countRelated(id), 0),
    };
  });
}
