import type { DocumentData } from '../../schemas/data.ts';
import { toOneLine } from '../text/to-one-line.ts';

/**
 * The clauses of a document: each block with an id of its own, the title among them. A line break as printed is a
 * space, since nobody can type one.
 */
export function listClauses(data: DocumentData): { id: string; text: string }[] {
  const { front, sections, back } = data;
  return [
    { id: 'title', text: data.title },
    ...front,
    ...sections.flatMap(({ paragraphs }) => paragraphs),
    ...back,
  ].map(({ id, text }) => ({ id, text: toOneLine(text) }));
}
