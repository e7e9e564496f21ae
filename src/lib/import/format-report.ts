import type { ImportedSource } from './import-source.ts';

/** What was made of a source, for a person: characters by reason, documents with their extent, doubtful decisions. */
export function formatSource({ id, file, ledger, documents, doubts }: ImportedSource): string {
  return [
    `${id}  ${count(ledger.characters)} characters in, ${count(ledger.kept)} kept, ${count(ledger.characters - ledger.kept)} left out`,
    `  left out: ${Object.entries(ledger.leftOut)
      .map(([reason, characters]) => `${reason} ${count(characters)}`)
      .join(', ')}`,
    ...documents.map(({ slug, blocks, gaps, notes }) => {
      const paragraphs = blocks.filter(({ part }) => part === 'paragraph').length;
      const sections = new Set(blocks.map(({ section }) => section).filter(Boolean)).size;
      return `  ${slug}: ${sections} sections, ${paragraphs} paragraphs, ${gaps.length} gaps, ${notes.length} notes`;
    }),
    ...doubts.map(({ line, message }) => `  doubt ${file}:${line} ${message}`),
  ].join('\n');
}

/** What an import has done. @param unchanged sources that were as they had been */
export function formatTotal(
  sources: readonly { readonly slugs: readonly string[] }[],
  unchanged: number,
  milliseconds: number,
): string {
  const documents = sources.reduce((sum, { slugs }) => sum + slugs.length, 0);
  const same = unchanged > 0 ? ` (${count(unchanged)} unchanged)` : '';
  return `Imported ${count(documents)} documents from ${count(sources.length)} sources${same} in ${Math.round(milliseconds)} ms.`;
}

function count(number: number): string {
  return number.toLocaleString('en');
}
