import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { readCollection, readScriptExceptions } from '../../src/content/content-files.ts';
import { readSettings, type Settings } from '../../src/content/settings.ts';
import { createOffer, type Offer } from '../../src/lib/export/list-downloads.ts';
import { type Convert, createConverter } from '../../src/lib/script/create-converter.ts';
import type { Collection } from '../../src/schemas/collection.ts';
import {
  type DocumentData,
  documentDataSchema,
  type IndexData,
  indexDataSchema,
} from '../../src/schemas/data.ts';

/** The built site, to which the last steps add what is made of it. */
export interface BuiltSite {
  /** The folder of `content/` it was built from. */
  readonly content: string;
  readonly index: IndexData;
  readonly documents: readonly DocumentData[];
  readonly collection: Collection;
  readonly convert: Convert;
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

/** Open a folder that `scripts/build.ts` built. @throws Error where it is not one. */
export function openBuiltSite(dist: string, settings = readSettings()): BuiltSite {
  const { content } = settings;
  const readData = (name: string): unknown => JSON.parse(readFileSync(join(dist, 'data', name), 'utf8'));
  const index = indexDataSchema.parse(readData('index.json'));
  return {
    content,
    settings,
    offer: createOffer(index.documents.length, settings.formatLimit),
    index,
    documents: index.documents.map(({ slug }) => documentDataSchema.parse(readData(`${slug}.json`))),
    collection: readCollection(content),
    convert: createConverter(readScriptExceptions(content)),
    list: () =>
      readdirSync(dist, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map(({ parentPath, name }) =>
          join(parentPath, name).slice(join(dist, sep).length).split(sep).join('/'),
        )
        .sort(),
    read: (path) => readFileSync(join(dist, path)),
    write: (path, file) => {
      const place = join(dist, path);
      mkdirSync(dirname(place), { recursive: true });
      writeFileSync(place, file);
    },
    clear: (folder) => rmSync(join(dist, folder), { recursive: true, force: true }),
  };
}
