import { z } from 'astro/zod';
import { citationFiles } from '../lib/cite/citation-files.ts';
import { toEditionsData } from '../lib/editions/to-editions-data.ts';
import { createOffer } from '../lib/export/list-downloads.ts';
import { toColophon } from '../lib/export/to-colophon.ts';
import { toPrintStyle } from '../lib/export/to-print-style.ts';
import { addressesUnder } from '../lib/reader/addresses.ts';
import { createCollectionTexts } from '../lib/reader/collection-texts.ts';
import { dataAddressesUnder } from '../lib/reader/data-addresses.ts';
import { textsByAddress, toRowsData } from '../lib/reader/source-rows.ts';
import { scripts } from '../lib/script/scripts.ts';
import {
  collectionDataSchema,
  documentDataSchema,
  indexDataSchema,
  type SourceRowsData,
  sourceRowsSchema,
} from '../schemas/data.ts';
import { editionsDataSchema } from '../schemas/editions.ts';
import { relationsDataSchema } from '../schemas/relations-data.ts';
import { citeDocuments } from './cite-documents.ts';
import { describeSource } from './describe-source.ts';
import type { SiteContent } from './read-content.ts';
import { type Settings, toAddressUnder } from './settings.ts';

/** A file of the site that is no page, and what makes it when it is asked for. */
export interface SiteFile {
  /** Below the site's root, with `/`. */
  readonly path: string;
  readonly type: string;
  readonly make: () => string | Uint8Array;
}

/** The schemas of the data, as they are published. */
const schemas = {
  document: documentDataSchema,
  index: indexDataSchema,
  relations: relationsDataSchema,
  editions: editionsDataSchema,
};

/** Of what only a collection has that offers everything, and of what only others have. */
const [fullSchemas, largeSchemas] = [
  { collection: collectionDataSchema },
  { 'source-rows': sourceRowsSchema },
];

/**
 * The files of a site that are made of its content alone: its data, the sources as received, citations for reference
 * managers, and what pages carry in their margins when they are printed. A build writes them all, `npm run dev` the one
 * that is asked for.
 */
export function* listSiteFiles(
  content: SiteContent,
  settings: Pick<Settings, 'site' | 'base' | 'formatLimit'>,
): Iterable<SiteFile> {
  const { collection, documents, convert } = content;
  const { isFull } = createOffer(documents.length, settings.formatLimit);
  // Below the root: what is under a base path is published from there.
  const addresses = { ...addressesUnder('/'), ...dataAddressesUnder('/') };
  const file = (address: string, type: string, make: SiteFile['make']): SiteFile => ({
    path: address.slice(1),
    type,
    make,
  });
  const json = (address: string, make: () => unknown) =>
    file(address, 'application/json', () => JSON.stringify(make()));

  yield json(addresses.indexData(), () => content.index);
  yield json(addresses.relationsData(), () => content.relations);
  const editions = () => toEditionsData(content.editions.map(({ edition }) => edition));
  yield json(addresses.editionsData(), editions);
  yield json(addresses.newestEdition(), () => ({ newest: editions().newest }));
  for (const [name, schema] of Object.entries({ ...schemas, ...(isFull ? fullSchemas : largeSchemas) }))
    yield json(`/data/schema/${name}.schema.json`, () => z.toJSONSchema(schema));
  // The received bytes, unchanged.
  for (const { id } of content.sources) {
    yield file(addresses.rawSource(id), 'text/plain; charset=utf-8', () => content.readSource(id).bytes);
    if (!isFull) yield json(addresses.sourceRows(id), () => toSourceRows(content, id));
  }

  const citations = citeDocuments(content, settings);
  const texts = scripts.map((script) =>
    createCollectionTexts(documents, collection, script, convert, addresses),
  );
  const volume = { collection, convert, toAddress: toAddressUnder(settings) };
  for (const document of documents) {
    const { slug } = document;
    const { recipe, ledger } = content.source(document.source);
    yield json(addresses.documentData(slug), () => content.data(document));
    for (const { extension, type, write } of citationFiles)
      yield file(addresses.citationFile(slug, extension), `${type}; charset=utf-8`, () =>
        write(citations.all(document)),
      );
    const entry = { document, source: { name: recipe.name, sha256: ledger.sha256 } };
    for (const { script, document: named } of texts)
      yield file(addresses.printStyle(script, slug), 'text/css; charset=utf-8', () => {
        const running = `${convert(collection.title, 'zh-Hans-CN', script)} · ${named(slug).name}`;
        return toPrintStyle(running, toColophon(entry, volume, script));
      });
  }
}

/** What the page of a source is drawn with where it is not written whole. */
function toSourceRows(content: SiteContent, id: string): SourceRowsData {
  const [hans, hant] = [describeSource(content, id, 'hans'), describeSource(content, id, 'hant')];
  const texts = textsByAddress(content.documentsOf(id).map(content.data));
  return toRowsData(
    { hans: hans.page.rows, hant: hant.page.rows },
    { hans: hans.titles, hant: hant.titles },
    texts,
    content.collection.edition,
  );
}
