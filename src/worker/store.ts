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
  const filesName = `duben ${root} files`;
  const notes = () => open(`duben ${root} notes`);
  const keyOf = (name: string) => `${root}.kept/${encodeURIComponent(name)}`;

  // A damaged note is none: what it said is found out anew.
  const readNote = async <Data>(name: string): Promise<Data | undefined> =>
    (await (await notes()).match(keyOf(name)))?.json().catch(() => undefined);
  const writeNote = async (name: string, data: unknown) =>
    put(await notes(), keyOf(name), new Response(JSON.stringify(data)));

  return {
    /** The hashes of the files that are there, unread. */
    list: async (): Promise<Set<string>> => {
      const keys = await (await open(filesName)).keys();
      const start = `${root}.kept/`.length;
      return new Set(keys.map(({ url }) => decodeURIComponent(url.slice(start))));
    },
    /** A file's bytes, if they are there and are what they were; damaged ones are thrown away. */
    read: async (sha256: string): Promise<ArrayBuffer | undefined> => {
      const cache = await open(filesName);
      const bytes = await (await cache.match(keyOf(sha256)))?.arrayBuffer().catch(() => undefined);
      if (bytes && (await digest(bytes)) === sha256) return bytes;
      await cache.delete(keyOf(sha256));
      return undefined;
    },
    write: async (sha256: string, bytes: ArrayBuffer) =>
      put(await open(filesName), keyOf(sha256), new Response(bytes)),
    /** Throw away all files but these. */
    keepOnly: async (files: readonly OfflineFile[]) => {
      const wanted = new Set(files.map(({ sha256 }) => keyOf(sha256)));
      const cache = await open(filesName);
      for (const { url } of await cache.keys()) if (!wanted.has(url)) await cache.delete(url);
    },
    readVersions: async (): Promise<Versions> => (await readNote<Versions>('versions')) ?? {},
    writeVersions: (versions: Versions) => writeNote('versions', versions),
    /** The groups that the reader chose. */
    readChosen: async (): Promise<readonly string[]> => (await readNote<string[]>('chosen')) ?? [],
    writeChosen: (groups: readonly string[]) => writeNote('chosen', groups),
    /** When all files were last read and held to their hashes, in milliseconds. */
    readChecked: async (): Promise<number> => (await readNote<number>('checked')) ?? 0,
    writeChecked: (time: number) => writeNote('checked', time),
  };
}

export type Store = ReturnType<typeof createStore>;

async function open(name: string): Promise<Cache> {
  try {
    return await caches.open(name);
  } catch {
    throw new SaveError({ why: 'refused' });
  }
}

async function put(cache: Cache, key: string, response: Response): Promise<void> {
  try {
    await cache.put(key, response);
  } catch (error) {
    throw new SaveError({ why: (error as Error).name === 'QuotaExceededError' ? 'room' : 'refused' });
  }
}
