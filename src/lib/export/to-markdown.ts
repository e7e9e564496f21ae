import { stringify as stringifyYaml } from 'yaml';
import { splitFrontMatter } from '../document/read-document.ts';
import { writeDocument } from '../document/write-document.ts';
import { documentAddress, type Entry, type Volume } from './volume.ts';

/** A document as the markdown that the site itself is made of, with its edition, source and rights. */
export function toMarkdown(entry: Entry, volume: Volume): string {
  const { body } = splitFrontMatter(writeDocument(entry.document));
  return `---\n${stringifyYaml(toFrontMatter(entry, volume))}---\n${body}`;
}

/** All documents as one markdown file: ids have their document's name before them (`{#cna-report.p3}`). */
export function toMarkdownCollection(volume: Volume): string {
  const { title, description, edition, rights } = volume.collection;
  const documents = volume.entries.map((entry) => toFrontMatter(entry, volume));
  const bodies = volume.entries.map((entry) => {
    const { slug } = entry.document;
    const { body } = splitFrontMatter(writeDocument(entry.document, (id) => `${slug}.${id}`));
    return body.trim();
  });
  return `---\n${stringifyYaml({ title, description, edition, rights, documents })}---\n\n${bodies.join('\n\n')}\n`;
}

function toFrontMatter(entry: Entry, volume: Volume): object {
  const { blocks, gaps, notes, ...frontMatter } = entry.document;
  const { edition, rights } = volume.collection;
  const address = documentAddress(volume, entry);
  return {
    ...frontMatter,
    sourceName: entry.source.name,
    edition,
    ...(address ? { address } : {}),
    rights,
    format: '段末的 {#…} 是这一段的编号；引用块是编者按语。',
  };
}
