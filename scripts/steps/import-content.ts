import { join } from 'node:path';
import { type KnownState, readCollectionState, readSourceFolders } from '../../src/content/content-files.ts';
import { formatSource, type ImportedCollection, importCollection } from '../../src/lib/import/index.ts';
import type { Permalinks } from '../../src/schemas/permalinks.ts';
import { openKeptWork } from '../kept-work.ts';
import { withLockedContent } from '../lock-content.ts';
import { writeGenerated } from '../write-generated.ts';
import { hashIds, hashInputs, isUnchanged, type KeptImport, keepOutput } from './unchanged-sources.ts';

const folders = { documents: '.md', ledger: '.json' };

/**
 * Import the sources of a folder of content, and write what is generated of them.
 * @throws ImportError where anything is wrong; nothing is written then
 */
export function importContent(content: string): ImportedCollection {
  return withLockedContent(content, () => {
    const imported = importCollection(readSourceFolders(content), readCollectionState(content));
    writeGenerated(content, imported.files, folders);
    return imported;
  });
}

/** What an import has done. */
export interface ImportedChanges {
  /** Of every source, in order, unchanged ones too. */
  readonly sources: readonly KeptImport[];
  /** How many of them were as they had been. */
  readonly unchanged: number;
}

/**
 * The same, but nothing is done again for a source that is as it was at the last import.
 * @throws ImportError where anything is wrong; nothing is written then
 */
export function importChanges(content: string): ImportedChanges {
  return withLockedContent(content, () => importLocked(content));
}

function importLocked(content: string): ImportedChanges {
  const work = openKeptWork<KeptImport>(content, 'import');
  const all = readSourceFolders(content);
  const unchanged = new Map<string, KeptImport>();
  const findUnchanged = ({ collection, permalinks, register }: KnownState) => {
    for (const folder of all) {
      const kept = work.get(folder.id);
      if (kept && isUnchanged(folder, kept, content, collection, permalinks, register))
        unchanged.set(folder.id, kept);
    }
    const idsOf = ({ slugs }: KeptImport): Permalinks =>
      Object.fromEntries(slugs.map((slug) => [slug, register[slug] ?? {}]));
    return new Map([...unchanged].map(([id, kept]) => [id, idsOf(kept)]));
  };
  const state = readCollectionState(content, findUnchanged);
  const imported = importCollection(all, state);
  const kept = [...unchanged.values()].flatMap(({ outputs }) => Object.keys(outputs));
  writeGenerated(content, imported.files, folders, new Set(kept));

  const published = Object.fromEntries(
    Object.entries(imported.permalinks).filter(([slug]) => slug in state.permalinks),
  );
  const byId = new Map(all.map((folder) => [folder.id, folder]));
  const done = new Map(unchanged);
  for (const source of imported.sources) {
    const slugs = source.documents.map(({ slug }) => slug);
    const folder = byId.get(source.id);
    if (!folder) continue;
    const paths = [...slugs.map((slug) => `documents/${slug}.md`), `ledger/${source.id}.json`];
    done.set(source.id, {
      inputs: [published, imported.permalinks].map((ids) => hashInputs(folder, slugs, state.collection, ids)),
      slugs,
      ids: hashIds(slugs, imported.permalinks),
      outputs: Object.fromEntries(
        paths.map((path) => [path, keepOutput(join(content, path), imported.files.get(path) ?? '')]),
      ),
      report: formatSource(source),
    });
  }
  work.replace(done);
  return { sources: all.flatMap(({ id }) => done.get(id) ?? []), unchanged: unchanged.size };
}
