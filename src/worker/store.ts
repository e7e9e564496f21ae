import type { OfflineFile, OfflineManifest } from '../lib/offline/manifest.ts';
import { digest, SaveError } from './fetch-file.ts';

/** A version of the site that is saved, or being saved. */
export interface Version {
  /** The SHA-256 of its manifest. */
  readonly name: string;
  readonly manifest: OfflineManifest;
}

/** The versions of which something is kept. */
export interface Versions {
  /** The one in use. */
  readonly active?: Version | undefined;
  /** A whole one that waits until the reader wants it. */
  readonly next?: Version | undefined;
  /** One that is being saved: it is in nobody's use, but its files are not to be thrown away. */
  readonly coming?: Version | undefined;
  /** The one before, for pages of it that are still open: they may ask for a script of theirs. */
  readonly before?: Version | undefined;
}

/**
 * What is kept on the device. Files are kept under the hash of their bytes: a file that two versions share is kept once
 * and fetched once, a version is never half another, and what does not hash to its name is as if it were not there.
 */
export function createStore(root: string) {
  // Sites under several paths of one host have a store each.
  const names = { files: `duben ${root} files`, notes: `duben ${root} notes` };
  const keyOf = (name: string) => `${root}.kept/${encodeURIComponent(name)}`;
  let isClosed = false;

  /** To read only: what a reader has removed is not made again by looking for it. */
  const find = async (name: string): Promise<Cache | undefined> =>
    (await caches.has(name)) ? caches.open(name) : undefined;
  const put = async (name: string, key: string, response: Response): Promise<void> => {
    try {
      if (isClosed) throw new Error('removed');
      await (await caches.open(name)).put(key, response);
    } catch (error) {
      throw new SaveError({ why: (error as Error).name === 'QuotaExceededError' ? 'room' : 'refused' });
    }
  };
  // A damaged note is none: what it said is found out anew.
  const readNote = async <Data>(name: string): Promise<Data | undefined> =>
    (await (await find(names.notes))?.match(keyOf(name)))?.json().catch(() => undefined);
  const writeNote = (name: string, data: unknown) =>
    put(names.notes, keyOf(name), new Response(JSON.stringify(data)));
  const readVersions = async (): Promise<Versions> => (await readNote<Versions>('versions')) ?? {};

  return {
    /** The hashes of the files that are there, unread. */
    list: async (): Promise<Set<string>> => {
      const keys = (await (await find(names.files))?.keys()) ?? [];
      const start = `${root}.kept/`.length;
      return new Set(keys.map(({ url }) => decodeURIComponent(url.slice(start))));
    },
    /** A file's bytes, if they are there and are what they were; damaged ones are thrown away. */
    read: async (sha256: string): Promise<ArrayBuffer | undefined> => {
      const cache = await find(names.files);
      const bytes = await (await cache?.match(keyOf(sha256)))?.arrayBuffer().catch(() => undefined);
      if (bytes && (await digest(bytes)) === sha256) return bytes;
      await cache?.delete(keyOf(sha256));
      return undefined;
    },
    /** @throws SaveError */
    write: (sha256: string, bytes: ArrayBuffer) => put(names.files, keyOf(sha256), new Response(bytes)),
    /** Throw away all files but these. */
    keepOnly: async (files: readonly OfflineFile[]) => {
      const wanted = new Set(files.map(({ sha256 }) => keyOf(sha256)));
      const cache = await find(names.files);
      for (const { url } of (await cache?.keys()) ?? []) if (!wanted.has(url)) await cache?.delete(url);
    },
    readVersions,
    /** Change what is noted of the versions; a worker and its successor take turns. @throws SaveError */
    changeVersions: async (change: (versions: Versions) => Versions): Promise<void> => {
      const run = async () => writeNote('versions', change(await readVersions()));
      await (navigator.locks ? navigator.locks.request(names.notes, run) : run());
    },
    /** The groups that the reader chose. */
    readChosen: async (): Promise<readonly string[]> => (await readNote<string[]>('chosen')) ?? [],
    writeChosen: (groups: readonly string[]) => writeNote('chosen', groups),
    /** When all files were last read and held to their hashes, in milliseconds. */
    readChecked: async (): Promise<number> => (await readNote<number>('checked')) ?? 0,
    writeChecked: (time: number) => writeNote('checked', time),
    /** Keep again what is saved, after all was removed. */
    reopen: () => {
      isClosed = false;
    },
    /** Throw everything away; from now on nothing is kept, whatever is still on its way. */
    remove: async () => {
      isClosed = true;
      await Promise.all(Object.values(names).map((name) => caches.delete(name)));
    },
  };
}

export type Store = ReturnType<typeof createStore>;
