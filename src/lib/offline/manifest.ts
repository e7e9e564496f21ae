/** A file that can be saved to be read offline. */
export interface OfflineFile {
  /** Its place under the site's root: `hans/about/index.html`. */
  readonly path: string;
  /** SHA-256 of its bytes as they are after decompression, in base64: what `integrity` has behind `sha256-`. */
  readonly sha256: string;
  /** Its bytes as a server sends them, compressed (gzip). */
  readonly served: number;
}

/** What is saved together: the pages and data of a document, or what search reads. Its files stand in a list of its own. */
export interface OfflineGroup {
  /** Of its list, a JSON array of `OfflineFile`s: see `listFile`. */
  readonly sha256: string;
  /** The bytes of all its files, as a server sends them. Some may be in other groups too. */
  readonly served: number;
}

/**
 * What can be saved of a version of the site. Only what is saved in any case is named here: of the rest there is a list
 * for each group, which nobody fetches who does not save it.
 */
export interface OfflineManifest {
  /** Of the texts. */
  readonly edition: string;
  /** Whether all of it is saved unasked; if not, the reader chooses groups. */
  readonly isWhole: boolean;
  /** Without which nothing works. */
  readonly files: readonly OfflineFile[];
  /** By the slugs of documents, and `search`. */
  readonly groups: Readonly<Record<string, OfflineGroup>>;
}

/** Where a manifest is, under the site's root, and what it is held to. Its name is its version. */
export interface ManifestReference {
  readonly path: string;
  readonly sha256: string;
}

/** What is about all documents and too much to be saved unasked: the texts and the index of clause search, relations. */
export const searchGroup = 'search';

/** The list of a group's files, as a file that is saved with them: its few bytes are not counted. */
export function listFile(group: string, { sha256 }: Pick<OfflineGroup, 'sha256'>): OfflineFile {
  return { path: `offline/lists/${group}.json`, sha256, served: 0 };
}

/** The lists of the groups that a reader wants who chose some: of all of them, where nobody is asked. */
export function listWanted(
  { isWhole, groups }: Pick<OfflineManifest, 'isWhole' | 'groups'>,
  chosen: readonly string[],
): OfflineFile[] {
  const isWanted = (name: string) => isWhole || chosen.includes(name);
  return Object.entries(groups).flatMap(([name, group]) => (isWanted(name) ? [listFile(name, group)] : []));
}

/** Files of several lists: one that two groups share, as a comparison of two documents, once. */
export function joinFiles(lists: readonly (readonly OfflineFile[])[]): OfflineFile[] {
  return [...new Map(lists.flat().map((file) => [file.path, file])).values()];
}

/** The bytes of files, as a server sends them. */
export function servedBytes(files: readonly OfflineFile[]): number {
  return files.reduce((sum, { served }) => sum + served, 0);
}
