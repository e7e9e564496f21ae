import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { EditionFile } from '../lib/editions/check-editions.ts';
import { toDocumentData } from '../lib/export/to-document-data.ts';
import { toIndexData } from '../lib/export/to-index-data.ts';
import { readFolderRecipe, type SourceFolder } from '../lib/import/index.ts';
import { keepLast, once } from '../lib/once.ts';
import { type BlockSource, locateBlocks } from '../lib/reader/block-sources.ts';
import { compareByDate } from '../lib/reader/describe-date.ts';
import { type Convert, createConverter } from '../lib/script/create-converter.ts';
import { type SourceText, toSourceText } from '../lib/text/source-text.ts';
import type { Collection } from '../schemas/collection.ts';
import type { DocumentData, IndexData } from '../schemas/data.ts';
import type { Document } from '../schemas/document.ts';
import { type Ledger, type LedgerTotals, ledgerSchema } from '../schemas/ledger.ts';
import type { Permalinks } from '../schemas/permalinks.ts';
import type { Recipe } from '../schemas/recipe.ts';
import type { RelationsData } from '../schemas/relations-data.ts';
import {
  readCollection,
  readDocuments,
  readEditions,
  readMarkdown,
  readPermalinks,
  readRelationsData,
  readScriptExceptions,
  readSourceFolders,
} from './content-files.ts';

/** What the pages and files of a site are made of: each part is read once, when it is asked for first. */
export interface SiteContent {
  readonly folder: string;
  readonly collection: Collection;
  readonly permalinks: Permalinks;
  readonly editions: readonly EditionFile[];
  readonly relations: RelationsData;
  /** Converts texts between the scripts, by the editor's exceptions. */
  readonly convert: Convert;
  /** In the order of the collection. */
  readonly documents: readonly Document[];
  /** In the order of their ids. */
  readonly sources: readonly SourceOutline[];
  source(id: string): SourceOutline;
  /** The documents of a source, in the order of the collection. */
  documentsOf(source: string): readonly Document[];
  /** The collection, and a document of it, as their data has them: `/data/index.json`, `/data/<slug>.json`. */
  readonly index: IndexData;
  data(document: Document): DocumentData;
  /** A document's markdown, without its front matter. */
  readMarkdown(slug: string): string;
  /** A source as it was received, with the account of its characters. */
  readSource(id: string): ReceivedSource;
}

/** A source but for its text, of which a large collection has more than fits in memory at once. */
export interface SourceOutline {
  readonly id: string;
  readonly recipe: Recipe;
  readonly ledger: LedgerTotals;
  /** Where each block (`slug#id`) stands in it. */
  readonly places: ReadonlyMap<string, readonly BlockSource[]>;
}

export interface ReceivedSource {
  readonly bytes: Uint8Array;
  readonly source: SourceText;
  readonly ledger: Ledger;
}

/** Open a folder of content. @throws Error, as its parts are asked for, with what is wrong in them. */
export function openContent(content: string): SiteContent {
  const collection = once(() => readCollection(content));
  const permalinks = once(() => readPermalinks(content));
  const editions = once(() => readEditionsOf(content));
  const relations = once(() => readRelationsData(content));
  const convert = once(() => createConverter(readScriptExceptions(content)));
  const documents = once(() => readDocuments(content).sort(compareByDate(collection().order)));
  const bySource = once(() => Map.groupBy(documents(), (document) => document.source));
  const folders = once(() => new Map(readSourceFolders(content).map((folder) => [folder.id, folder])));

  const find = <Value>(found: Value | undefined, id: string): Value => {
    if (found !== undefined) return found;
    throw new Error(`Unexpected source ${id}, expected one of ${content}/sources. Run \`npm run import\`.`);
  };
  const outlines = new Map<string, SourceOutline>();
  const source = (id: string): SourceOutline => {
    const outline = outlines.get(id) ?? outlineSource(find(folders().get(id), id), readSource(id));
    outlines.set(id, outline);
    return outline;
  };
  const sources = once(() => [...folders().keys()].sort().map(source));
  const index = once(() => toIndexData(collection(), documents(), sources()));
  const made = new Map<Document, DocumentData>();
  const data = (document: Document): DocumentData => {
    const found =
      made.get(document) ?? toDocumentData(document, source(document.source).places, collection());
    made.set(document, found);
    return found;
  };
  // Pages in both scripts ask for it one after the other.
  const readSource = keepLast((id) => receiveSource(content, find(folders().get(id), id)));

  return {
    folder: content,
    get collection() {
      return collection();
    },
    get permalinks() {
      return permalinks();
    },
    get editions() {
      return editions();
    },
    get relations() {
      return relations();
    },
    convert: (...given) => convert()(...given),
    get documents() {
      return documents();
    },
    get sources() {
      return sources();
    },
    source,
    documentsOf: (id) => bySource().get(id) ?? [],
    get index() {
      return index();
    },
    data,
    readMarkdown: keepLast((slug) => readMarkdown(content, slug).body),
    readSource,
  };
}

function readEditionsOf(content: string): readonly EditionFile[] {
  const editions = readEditions(content);
  if (editions.length > 0) return editions;
  throw new Error(
    `Unexpected ${content}/editions without a file, expected an edition: run \`npm run edition\`.`,
  );
}

function receiveSource(content: string, { id, sourceFile, bytes }: SourceFolder): ReceivedSource {
  const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  const ledger = readFileSync(join(content, 'ledger', `${id}.json`), 'utf8');
  return {
    bytes,
    source: toSourceText(id, sourceFile, text),
    ledger: ledgerSchema.parse(JSON.parse(ledger)),
  };
}

function outlineSource(folder: SourceFolder, { ledger: whole, source }: ReceivedSource): SourceOutline {
  const { entries: _entries, segments: _segments, ...ledger } = whole;
  return {
    id: folder.id,
    recipe: readFolderRecipe(folder).recipe,
    ledger,
    places: locateBlocks(whole, source),
  };
}
