import { getCollection, getEntry } from 'astro:content';
import type { Citations } from '../lib/cite/formats.ts';
import { type CitationRecord, toRecord } from '../lib/cite/record.ts';
import { type CslFormatters, toCitations } from '../lib/cite/to-citations.ts';
import { toEditionsData } from '../lib/editions/to-editions-data.ts';
import { createOffer, type Offer } from '../lib/export/list-downloads.ts';
import { addressesUnder } from '../lib/reader/addresses.ts';
import { locateBlocks } from '../lib/reader/block-sources.ts';
import { type CollectionTexts, createCollectionTexts } from '../lib/reader/collection-texts.ts';
import { dataAddressesUnder } from '../lib/reader/data-addresses.ts';
import { compareByDate } from '../lib/reader/describe-date.ts';
import { divideRelations } from '../lib/reader/divide-relations.ts';
import { sayIn } from '../lib/reader/interface-text.ts';
import { listAddressesFrom } from '../lib/reader/list-addresses.ts';
import { partWords } from '../lib/reader/to-citations-page.ts';
import { type InstrumentView, toInstrumentsPage } from '../lib/reader/to-instruments-page.ts';
import { toPages } from '../lib/reader/to-pages.ts';
import { type Convert, createConverter } from '../lib/script/create-converter.ts';
import { type Script, scriptOf } from '../lib/script/scripts.ts';
import { toSourceText } from '../lib/text/source-text.ts';
import type { Collection } from '../schemas/collection.ts';
import type { Document } from '../schemas/document.ts';
import type { EditionsData } from '../schemas/editions.ts';
import type { Permalinks } from '../schemas/permalinks.ts';
import type { RelationsData } from '../schemas/relations-data.ts';
import { readCitationStyles } from './citation-styles.ts';
import { readSettings } from './settings.ts';

const settings = readSettings();

const pageAddresses = addressesUnder(import.meta.env.BASE_URL);
/** The site's addresses under its base path. */
export const addresses = {
  ...pageAddresses,
  ...listAddressesFrom(pageAddresses),
  ...dataAddressesUnder(import.meta.env.BASE_URL),
};

/** Whether readers' browsers keep the site: not where who publishes it takes that back (`OFFLINE=off`). */
export const { keepsOffline } = settings;

/** What the collection offers to take away. */
export async function getOffer(): Promise<Offer> {
  return createOffer((await getDocuments()).length, settings.formatLimit);
}

/** An address of the site with its host, where the site knows its own (`SITE_URL`). */
export function toAbsolute(address: string): string | undefined {
  return import.meta.env.SITE ? new URL(address, import.meta.env.SITE).href : undefined;
}

function getCollectionEntry() {
  collectionEntry ??= readCollectionEntry();
  return collectionEntry;
}
/** Every page asks several times, and each answer of Astro's is a copy of all that is in it. */
let collectionEntry: ReturnType<typeof readCollectionEntry> | undefined;

async function readCollectionEntry() {
  const entry = await getEntry('collection', 'collection');
  if (!entry) throw new Error('content/collection.yaml was not loaded.');
  return entry.data;
}

/** What the collection says of itself. */
export async function getTheCollection(): Promise<Collection> {
  return (await getCollectionEntry()).collection;
}

/** How the documents relate. */
export async function getRelations(): Promise<RelationsData> {
  return (await getCollectionEntry()).relations;
}

/** How a document relates to others: of all relations those that it is on. */
export async function getRelationsOf(slug: string): Promise<RelationsData> {
  relationsBySlug ??= divideRelations(await getRelations());
  return relationsBySlug(slug);
}
let relationsBySlug: ((slug: string) => RelationsData) | undefined;

/** The texts that pages of relations show, in a script. */
export function getCollectionTexts(script: Script): Promise<CollectionTexts> {
  const texts = collectionTexts.get(script) ?? readCollectionTexts(script);
  collectionTexts.set(script, texts);
  return texts;
}
/** Every page asks for them: all texts are converted once a script. */
const collectionTexts = new Map<Script, Promise<CollectionTexts>>();

async function readCollectionTexts(script: Script): Promise<CollectionTexts> {
  const documents = (await getDocuments()).map(({ document }) => document);
  return createCollectionTexts(documents, await getTheCollection(), script, await getConverter(), addresses);
}

/** What each edition changed. */
export async function getEditions(): Promise<EditionsData> {
  editionsData ??= toEditionsData((await getCollectionEntry()).editions.map(({ edition }) => edition));
  return editionsData;
}
let editionsData: EditionsData | undefined;

/** What a citation of a document says. */
export async function getCitationRecord(document: Document): Promise<CitationRecord> {
  const { recipe } = await getSource(document.source);
  return toRecord({
    document,
    collection: await getTheCollection(),
    sourceKind: recipe.kind,
    convert: await getConverter(),
    address: toAbsolute(addresses.document(scriptOf(document.lang), document.slug)),
  });
}

/** A document's citations in every format. */
export function getCitations(document: Document): Promise<Citations> {
  const found = citations.get(document.slug) ?? writeCitations(document);
  citations.set(document.slug, found);
  return found;
}
/** Pages and files ask for them: they are written once. */
const citations = new Map<string, Promise<Citations>>();

async function writeCitations(document: Document): Promise<Citations> {
  const record = await getCitationRecord(document);
  styles ??= readCitationStyles();
  const { slug, edition, address = null } = record;
  const parts = partWords(sayIn(record.script));
  return { slug, edition, parts, address, citations: toCitations(record, styles) };
}
let styles: CslFormatters | undefined;

/** The published ids of a document, retired ones included. */
export async function getPermalinks(slug: string): Promise<Permalinks[string]> {
  return (await getRegister())[slug] ?? {};
}

/** The register of all published ids. */
export async function getRegister(): Promise<Permalinks> {
  return (await getCollectionEntry()).permalinks;
}

/** Converts texts between the scripts, by the editor's exceptions. */
export async function getConverter(): Promise<Convert> {
  converter ??= createConverter((await getCollectionEntry()).exceptions);
  return converter;
}
let converter: Convert | undefined;

/** All documents in the order of the collection, each with its markdown. */
export function getDocuments(): Promise<readonly ShownDocument[]> {
  documents ??= readDocuments();
  return documents;
}
/** Every page asks for them: they are sorted once. */
let documents: Promise<readonly ShownDocument[]> | undefined;
interface ShownDocument {
  readonly document: Document;
  readonly body: string;
}

async function readDocuments(): Promise<readonly ShownDocument[]> {
  const compare = compareByDate((await getTheCollection()).order);
  const entries = await getCollection('documents');
  return entries.map(({ data }) => data).sort((a, b) => compare(a.document, b.document));
}

/** The documents in the parts in which the collection lists them. */
export async function getDocumentPages(): Promise<readonly (readonly Document[])[]> {
  return toPages(
    (await getDocuments()).map(({ document }) => document),
    settings.pageLimit,
  );
}

/** Whether there are more documents than a page lists: others let readers find them then. */
export async function hasManyDocuments(): Promise<boolean> {
  return (await getDocumentPages()).length > 1;
}

/** The instruments that the documents name, in the parts in which they are listed. */
export function getInstrumentPages(script: Script): Promise<readonly (readonly InstrumentView[])[]> {
  const pages = instrumentPages.get(script) ?? readInstrumentPages(script);
  instrumentPages.set(script, pages);
  return pages;
}
/** Every page of them asks. */
const instrumentPages = new Map<Script, ReturnType<typeof readInstrumentPages>>();

async function readInstrumentPages(script: Script) {
  const { mentions } = await getRelations();
  return toPages(toInstrumentsPage(mentions, await getCollectionTexts(script)), settings.pageLimit);
}

/** The documents of a source, in the order of the collection. */
export async function getDocumentsOf(source: string): Promise<readonly Document[]> {
  bySource ??= Map.groupBy(
    (await getDocuments()).map(({ document }) => document),
    (document) => document.source,
  );
  return bySource.get(source) ?? [];
}
let bySource: Map<string, Document[]> | undefined;

/** A source by its id, with where each block of its documents stands in it. */
export function getSource(id: string): ReturnType<typeof placeSource> {
  const placed = placedSources.get(id) ?? placeSource(id);
  placedSources.set(id, placed);
  return placed;
}
/** Every page of a document asks for its source: it is split and its blocks are located once. */
const placedSources = new Map<string, ReturnType<typeof placeSource>>();

async function placeSource(id: string) {
  const entry = await getEntry('sources', id);
  if (!entry) throw new Error(`No source ${id} in content/sources.`);
  const { recipe, ledger, text } = entry.data;
  const source = toSourceText(id, `${settings.content}/sources/${id}/source.txt`, text);
  return { id, recipe, ledger, source, places: locateBlocks(ledger, source) };
}

/** All sources, in the order of their ids. */
export async function getSources() {
  const entries = await getCollection('sources');
  return Promise.all(
    entries
      .map(({ id }) => id)
      .sort()
      .map(getSource),
  );
}
