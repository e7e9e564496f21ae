import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { listDocumentFiles } from '../../src/content/content-files.ts';
import { openContent, type SiteContent } from '../../src/content/read-content.ts';
import { readSettings, type Settings } from '../../src/content/settings.ts';
import { createOffer, type Offer } from '../../src/lib/export/list-downloads.ts';
import type { Volume } from '../../src/lib/export/volume.ts';
import { once } from '../../src/lib/once.ts';
import type { DocumentData, IndexData } from '../../src/schemas/data.ts';
import { listFiles } from '../list-files.ts';
import { readVolume } from './read-volume.ts';

/** A folder to which is added what is made beside its pages, or of them. */
export interface BuiltSite {
  /** Where it is. */
  readonly folder: string;
  /** What it is made of. */
  readonly content: SiteContent;
  /** The same as its data has it. */
  readonly index: IndexData;
  readonly documents: readonly DocumentData[];
  /** All that the downloads are made of. */
  readonly volume: Volume;
  readonly settings: Settings;
  readonly offer: Offer;
  /** The paths of all files, with `/`, in the order of their code points. */
  list(): string[];
  /** A file's bytes. */
  read(path: string): Buffer;
  write(path: string, content: string | Uint8Array): void;
  /** Remove what an earlier run left in a folder. */
  clear(folder: string): void;
}

/**
 * Open a folder that is being built, or that `scripts/build.ts` built.
 * @throws Error, as its parts are asked for, where content is wrong
 */
export function openBuiltSite(
  dist: string,
  settings = readSettings(),
  content = openContent(settings.content),
): BuiltSite {
  const documents = once(() => content.documents.map(content.data));
  const offer = once(() => createOffer(listDocumentFiles(content.folder).length, settings.formatLimit));
  const volume = once(() => readVolume({ settings, content, index: content.index, documents: documents() }));
  return {
    folder: dist,
    content,
    settings,
    get index() {
      return content.index;
    },
    get documents() {
      return documents();
    },
    get volume() {
      return volume();
    },
    get offer() {
      return offer();
    },
    list: () =>
      listFiles(dist)
        .map((file) => file.slice(join(dist, sep).length).split(sep).join('/'))
        .sort(),
    read: (path) => readFileSync(join(dist, path)),
    write: (path, file) => {
      const place = join(dist, path);
      try {
        writeFileSync(place, file);
      } catch (error) {
        // Its folder is there nearly always: it is not asked for each time.
        if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
        mkdirSync(dirname(place), { recursive: true });
        writeFileSync(place, file);
      }
    },
    clear: (folder) => rmSync(join(dist, folder), { recursive: true, force: true }),
  };
}

/**
 * Hold the data of a built folder to the content: what is added to it must be of the same texts as its pages.
 * @throws Error where it is no built folder, or one of other content; nothing has been written then
 */
export function refuseOther({ folder, content, index, documents, read }: BuiltSite): void {
  const data = [
    ['index', index] as const,
    ['relations', content.relations] as const,
    ...documents.map((document) => [document.slug, document] as const),
  ];
  for (const [name, value] of data) {
    const path = `data/${name}.json`;
    if (!existsSync(join(folder, path)))
      throw new Error(
        `${folder}: Unexpected folder without ${path}, expected a built one. Build it: \`npm run build\`.`,
      );
    if (read(path).toString('utf8') !== JSON.stringify(value))
      throw new Error(
        `${join(folder, path)}: Unexpected data, expected that of ${content.folder}, which has changed since. Build it again: \`npm run build\`.`,
      );
  }
}
