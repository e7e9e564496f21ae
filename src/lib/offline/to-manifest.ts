import { type OfflineFile, searchGroup, servedBytes } from './manifest.ts';

/** What is saved offline is made of. */
export interface OfflineInput {
  /** Those of the built site that can be saved: see `isSaved`. */
  readonly files: readonly OfflineFile[];
  readonly documents: readonly { readonly slug: string; readonly source: string }[];
  /** Bytes as served up to which everything is saved unasked. */
  readonly limit: number;
  /** Whether search asks the Pagefind index, and reads the documents’ data. */
  readonly hasIndex: boolean;
}

/** The files of a site, as they are saved. */
export interface OfflineFiles {
  /** Whether all of them are saved unasked. */
  readonly isWhole: boolean;
  /** What is saved whatever the reader chooses. */
  readonly files: readonly OfflineFile[];
  /** The rest, by the slugs of documents and `search`. A file may be in several. */
  readonly groups: ReadonlyMap<string, readonly OfflineFile[]>;
}

/** What has to be asked for, what hosts read or answer otherwise than as a file, and the worker itself. */
const unsaved = /^(?:data\/edition\.json|sw\.js|404\.html|CNAME|robots\.txt|_headers|_redirects|\..*)$/;

/**
 * Whether a file of a built site can be saved. Not the received bytes and the downloads, which nobody is given unasked;
 * not the share images, which other sites show; not what says which edition is the newest, which has to be asked for.
 * @param hasIndex whether search asks the Pagefind index
 */
export function isSaved(path: string, hasIndex: boolean): boolean {
  if (path === 'downloads/index.html') return true;
  return !(unsavedFolders.test(path) || unsaved.test(path) || (!hasIndex && path.startsWith('pagefind/')));
}
const unsavedFolders = /^(?:data\/sources\/[^/]+\.txt$|(?:downloads|data\/dts|share|offline)\/)/;

/** Divide what can be saved of a built site into what is saved in any case, and what belongs to a document or to search. */
export function divideFiles({ files, documents, limit, hasIndex }: OfflineInput): OfflineFiles {
  // Where sources are drawn of the data of their documents, each of these is needed for all.
  const isDrawn = files.some(({ path }) => path.startsWith('data/sources/'));
  const groupsOf = createGrouper(documents, hasIndex, isDrawn);
  const core: OfflineFile[] = [];
  const groups = new Map<string, OfflineFile[]>();
  for (const file of files) {
    const names = groupsOf(file.path);
    if (names.length === 0) core.push(file);
    for (const name of names) {
      const group = groups.get(name) ?? [];
      group.push(file);
      groups.set(name, group);
    }
  }
  return { isWhole: servedBytes(files) <= limit, files: core, groups };
}

/** The groups of a file, by its path: pages and data of documents have their slugs in it, sources theirs. */
function createGrouper(
  documents: OfflineInput['documents'],
  hasIndex: boolean,
  isDrawn: boolean,
): (path: string) => string[] {
  const sources = new Map(documents.map(({ slug, source }) => [slug, source]));
  const slugs = new Set(sources.keys());
  const bySource = Map.groupBy(documents, ({ source }) => source);
  const slugsIn = (folder: string | undefined, name: string): string[] => {
    if (folder === 'sources') return (bySource.get(name) ?? []).map(({ slug }) => slug);
    if (folder === 'compare') {
      // A slug may have the word between two slugs in it.
      const cuts = [...name.matchAll(/-vs-/g)].map(({ index }) => [
        name.slice(0, index),
        name.slice(index + 4),
      ]);
      return cuts.find((pair) => pair.every((slug) => slugs.has(slug))) ?? [];
    }
    return slugs.has(name) ? [name] : [];
  };
  return (path) => {
    if (/^(?:search\/|pagefind\/|data\/relations\.json$)/.test(path)) return [searchGroup];
    const [, folder, name = ''] =
      /^(?:hans|hant|data)\/(?:(sources|cite|collate|compare)\/)?([^/.]+)(?:\/index\.html|\.[a-z.]+)$/.exec(
        path,
      ) ?? [];
    const isText = folder === undefined && path.startsWith('data/') && slugs.has(name);
    const names = isText && isDrawn ? slugsIn('sources', sources.get(name) ?? '') : slugsIn(folder, name);
    return [...names, ...(isText && hasIndex ? [searchGroup] : [])];
  };
}
