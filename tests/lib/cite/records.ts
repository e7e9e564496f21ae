import { readCitationStyles } from '../../../src/content/citation-styles.ts';
import { readCollection, readDocuments, readSourceFolders } from '../../../src/content/content-files.ts';
import { describePlace, type PartWords } from '../../../src/lib/cite/describe-place.ts';
import { formats } from '../../../src/lib/cite/formats.ts';
import { type Mark, toFragment, writeMark } from '../../../src/lib/cite/mark.ts';
import { type CitationRecord, toRecord } from '../../../src/lib/cite/record.ts';
import { fillSlots } from '../../../src/lib/cite/slots.ts';
import { toCitations } from '../../../src/lib/cite/to-citations.ts';
import { readFolderRecipe } from '../../../src/lib/import/index.ts';
import { sayIn } from '../../../src/lib/reader/interface-text.ts';
import { type Script, scriptOf } from '../../../src/lib/script/scripts.ts';
import type { Document } from '../../../src/schemas/document.ts';
import { collectionInput } from '../search/collection.ts';

/** The edition that the citations written by hand name: those to come change none of them. */
export const edition = '2026-11-21';
const collection = { ...readCollection('content'), edition };
export const documents = readDocuments('content');
const kinds = new Map(
  readSourceFolders('content').map((folder) => [folder.id, readFolderRecipe(folder).recipe.kind]),
);
export const styles = readCitationStyles();
export const site = 'https://duben.example';
/** The day on which everything here is cited. */
export const accessed = '2026-11-22';

export function documentOf(slug: string): Document {
  const document = documents.find((other) => other.slug === slug);
  if (!document) throw new Error(`No document ${slug}.`);
  return document;
}

/** What a citation of a document says, on a site at an address or on one that does not know its own. */
export function recordOf(document: Document, root: string | undefined): CitationRecord {
  const address = root && `${root}/${scriptOf(document.lang)}/${document.slug}/`;
  const sourceKind = kinds.get(document.source) ?? '';
  return toRecord({ document, collection, sourceKind, convert: collectionInput.convert, address });
}

/** The interface’s words for parts without a number. */
export function partWordsIn(script: Script): PartWords {
  const say = sayIn(script);
  return {
    partTitle: say('partTitle'),
    partDateline: say('partDateline'),
    partSignature: say('partSignature'),
    partCaption: say('partCaption'),
    partHeading: say('partHeading'),
  };
}

/** The citations of a document by format, filled for a place as a reader’s browser does; of the whole without one. */
export function citeAll(record: CitationRecord, mark?: Mark): Map<string, string> {
  return fillAll(toCitations(record, styles), record.script, mark);
}

export function fillAll(citations: ReturnType<typeof toCitations>, script: Script, mark?: Mark) {
  return new Map(
    citations.map(({ key, whole, part }) => {
      const wording = formats.find((format) => format.key === key)?.wording ?? 'zh';
      const values = {
        at: mark ? describePlace(mark, wording, partWordsIn(script)) : '',
        id: mark ? writeMark(mark) : '',
        fragment: mark ? toFragment(mark) : '',
        accessed,
      };
      return [key, fillSlots(mark ? part : whole, values)] as const;
    }),
  );
}
