/** A file that can be saved to be read offline. */
export interface OfflineFile {
  /** Its place under the site's root: `hans/about/index.html`. */
  readonly path: string;
  /** SHA-256 of its bytes as they are after decompression, in base64: what `integrity` has behind `sha256-`. */
  readonly sha256: string;
  /** Its bytes as a server sends them, compressed (gzip). */
  readonly served: number;
  /** What it belongs to: `core`, without which nothing works; `search`; or the slugs of documents. */
  readonly groups: readonly string[];
}

/** All that can be saved of a version of the site. */
export interface OfflineManifest {
  /** Of the texts. */
  readonly edition: string;
  /** Whether all of it is saved unasked; if not, the reader chooses documents. */
  readonly isWhole: boolean;
  readonly files: readonly OfflineFile[];
}

/** Where a manifest is, under the site's root, and what it is held to. Its name is its version. */
export interface ManifestReference {
  readonly path: string;
  readonly sha256: string;
}

/** What is saved whatever the reader chooses. */
export const coreGroup = 'core';
/** The texts and the index of clause search. */
export const searchGroup = 'search';

/** Whether a reader who chose groups wants a file. */
export function isWanted(manifest: OfflineManifest, file: OfflineFile, chosen: readonly string[]): boolean {
  return (
    manifest.isWhole || file.groups.includes(coreGroup) || file.groups.some((group) => chosen.includes(group))
  );
}

/** The bytes of files, as a server sends them. */
export function servedBytes(files: readonly OfflineFile[]): number {
  return files.reduce((sum, { served }) => sum + served, 0);
}
