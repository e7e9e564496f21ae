import { type Citations, files } from './formats.ts';
import { slots } from './slots.ts';

/** A file of a document’s citation, by the end of its name. */
export interface CitationFile {
  readonly extension: string;
  readonly type: string;
  readonly write: (citations: Citations) => string;
}

/**
 * A document’s citation as files: for each reference manager’s format the whole document, ready to be imported, and
 * all citations with their slots, for the browser to fill in.
 */
export const citationFiles: readonly CitationFile[] = [
  ...Object.entries(files).map(([key, { extension, type }]) => ({
    extension,
    type,
    write: ({ citations }: Citations) =>
      leaveOpen(citations.find((citation) => citation.key === key)?.whole ?? ''),
  })),
  { extension: 'json', type: 'application/json', write: (citations) => JSON.stringify(citations) },
];

/** A citation without what only the day of citing fills: a line, or, in JSON, a value. */
export function leaveOpen(text: string): string {
  return text
    .replace(/,\s*"accessed": \{[^}]*\}/u, '')
    .split('\n')
    .filter((line) => !line.includes(slots.accessed))
    .join('\n');
}
