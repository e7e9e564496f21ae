import type { ImportedSource } from './import-source.ts';

/** The import's report for a person: characters by reason, documents with their extent, doubtful decisions. */
export function formatReport(sources: readonly ImportedSource[], milliseconds: number): string {
  const lines = sources.flatMap(({ id, file, ledger, documents, doubts }) => [
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
  ]);
  const documents = sources.reduce((sum, source) => sum + source.documents.length, 0);
  return [
    ...lines,
    `Imported ${documents} documents from ${sources.length} sources in ${Math.round(milliseconds)} ms.`,
  ].join('\n');
}

function count(number: number): string {
  return number.toLocaleString('en');
}
