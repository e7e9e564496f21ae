import { getCollection } from 'astro:content';
import { toEditionsData } from '../lib/editions/to-editions-data.ts';
import { createOffer, type Offer } from '../lib/export/list-downloads.ts';
import { once } from '../lib/once.ts';
import { addressesUnder } from '../lib/reader/addresses.ts';
import { type CollectionTexts, createCollectionTexts } from '../lib/reader/collection-texts.ts';
import { dataAddressesUnder } from '../lib/reader/data-addresses.ts';
import { divideRelations } from '../lib/reader/divide-relations.ts';
import { toElementWords } from '../lib/reader/element-words.ts';
import { listAddressesFrom } from '../lib/reader/list-addresses.ts';
import { type InstrumentView, toInstrumentsPage } from '../lib/reader/to-instruments-page.ts';
import { toPages } from '../lib/reader/to-pages.ts';
import type { Convert } from '../lib/script/create-converter.ts';
import { type Script, scripts } from '../lib/script/scripts.ts';
import { sha256 } from '../lib/text/sha256.ts';
import type { Collection } from '../schemas/collection.ts';
import type { Document } from '../schemas/document.ts';
import type { EditionsData } from '../schemas/editions.ts';
import type { Permalinks } from '../schemas/permalinks.ts';
import type { RelationsData } from '../schemas/relations-data.ts';
import { citeDocuments } from './cite-documents.ts';
import { type DescribedSource, describeSource } from './describe-source.ts';
import { openContent, type SourceOutline } from './read-content.ts';
import { readSettings, toAbsoluteUnder } from './settings.ts';

const settings = readSettings();

/** The words of the elements in a script, and a name for them: a page finds the ones that it was made with. */
export const elementWords = (script: Script) => words[script];
const words = { hans: nameWords('hans'), hant: nameWords('hant') };

function nameWords(script: Script) {
  const json = JSON.stringify(toElementWords(script));
  return { json, version: sha256(json).slice(0, 12) };
}

const pageAddresses = addressesUnder(import.meta.env.BASE_URL);
const dataAddresses = dataAddressesUnder(import.meta.env.BASE_URL);
/** The site's addresses under its base path. */
export const addresses = {
  ...pageAddresses,
  ...listAddressesFrom(pageAddresses),
  ...dataAddresses,
  words: (script: Script) => dataAddresses.words(script, elementWords(script).version),
};

/** Whether readers' browsers keep the site: not where who publishes it takes that back (`OFFLINE=off`). */
export const { keepsOffline } = settings;

/** What the collection offers to take away. */
export async function getOffer(): Promise<Offer> {
  return createOffer((await getDocuments()).length, settings.formatLimit);
}

/** An address of the site with its host, where the site knows its own (`SITE_URL`). */
export const toAbsolute = toAbsoluteUnder(settings.site);

/** What everything is made of. */
const whole = openContent(settings.content);

/** What the collection says of itself. */
export async function getTheCollection(): Promise<Collection> {
  return whole.collection;
}

/** How the documents relate. */
export async function getRelations(): Promise<RelationsData> {
  return whole.relations;
}

/** How a document relates to others: of all relations those that it is on. */
export async function getRelationsOf(slug: string): Promise<RelationsData> {
  return relationsBySlug()(slug);
}
const relationsBySlug = once(() => divideRelations(whole.relations));

/** The texts that pages of relations show, in a script. */
export function getCollectionTexts(script: Script): Promise<CollectionTexts> {
  const texts = collectionTexts.get(script) ?? readCollectionTexts(script);
  collectionTexts.set(script, texts);
  return texts;
}
/** Every page asks for them: all texts are converted once a script. */
const collectionTexts = new Map<Script, Promise<CollectionTexts>>();

async function readCollectionTexts(script: Script): Promise<CollectionTexts> {
  const documents = await getDocuments();
  return createCollectionTexts(documents, await getTheCollection(), script, await getConverter(), addresses);
}

/** What each edition changed. */
export async function getEditions(): Promise<EditionsData> {
  return editionsData();
}
const editionsData = once(() => toEditionsData(whole.editions.map(({ edition }) => edition)));

/** How the documents are cited. */
export const citations = citeDocuments(whole, settings);

/** The published ids of a document, retired ones included. */
export async function getPermalinks(slug: string): Promise<Permalinks[string]> {
  return (await getRegister())[slug] ?? {};
}

/** The register of all published ids. */
export async function getRegister(): Promise<Permalinks> {
  return whole.permalinks;
}

/** Converts texts between the scripts, by the editor's exceptions. */
export async function getConverter(): Promise<Convert> {
  return whole.convert;
}

/** All documents in the order of the collection. */
export function getDocuments(): Promise<readonly Document[]> {
  documents ??= readShown();
  return documents;
}
/** Every page asks for them: they are listed once. */
let documents: Promise<readonly Document[]> | undefined;

async function readShown(): Promise<readonly Document[]> {
  const shown = new Set((await getCollection('documents')).map(({ id }) => id));
  return whole.documents.filter(({ slug }) => shown.has(slug));
}

/** The addresses of what each document has in both scripts: one after the other, so that its text is read once. */
export async function listDocumentPaths() {
  return (await getDocuments()).flatMap((document) =>
    scripts.map((script) => ({ params: { script, slug: document.slug }, props: { script, document } })),
  );
}

/** A document's markdown, without its front matter; a source as it was received. */
export const { readMarkdown, readSource } = whole;

/** The documents in the parts in which the collection lists them. */
export async function getDocumentPages(): Promise<readonly (readonly Document[])[]> {
  return toPages(await getDocuments(), settings.pageLimit);
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
  const views = toInstrumentsPage(mentions, await getCollectionTexts(script));
  return toPages(views, settings.pageLimit);
}

/** What a source's page says of it. */
export async function getDescribedSource(id: string, script: Script): Promise<DescribedSource> {
  return describeSource(whole, id, script);
}

/** A source by its id, with where each block of its documents stands in it. */
export async function getSource(id: string): Promise<SourceOutline> {
  return whole.source(id);
}

/** All sources, in the order of their ids. */
export async function getSources(): Promise<readonly SourceOutline[]> {
  return whole.sources;
}
