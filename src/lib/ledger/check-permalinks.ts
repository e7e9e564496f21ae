import type { Document } from '../../schemas/document.ts';
import type { Permalinks } from '../../schemas/permalinks.ts';
import type { LedgerFinding } from './check-ledger.ts';

/** Every block has its id in the register, with the hash of its text; no other id is in use. */
export function checkPermalinks(
  file: string,
  permalinks: Permalinks,
  documents: ReadonlyMap<string, Document>,
  hash: (text: string) => string,
): LedgerFinding[] {
  return [...documents.values()].flatMap(({ slug, blocks }) => {
    const published = permalinks[slug] ?? {};
    const inUse = new Set(blocks.map(({ id }) => id));
    return [
      ...blocks.flatMap(({ id, part, text }) => {
        if (part === 'heading') return [];
        const entry = published[id];
        if (!entry) return [{ file, message: `${slug}#${id} is not in the register` }];
        if (entry.movedTo) return [{ file, message: `${slug}#${id} stands in its document, and is retired` }];
        return entry.sha256 === hash(text)
          ? []
          : [{ file, message: `${slug}#${id} is registered for other text` }];
      }),
      ...Object.entries(published).flatMap(([id, { movedTo }]) =>
        movedTo || inUse.has(id)
          ? []
          : [{ file, message: `${slug}#${id} is published, and stands in no document` }],
      ),
    ];
  });
}
