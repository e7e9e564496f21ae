import type { Document } from '../../schemas/document.ts';
import type { Convert } from '../script/create-converter.ts';
import type { Script } from '../script/scripts.ts';
import type { DocumentList } from '../search/find-documents.ts';
import { toFoldTable } from '../search/to-fold-table.ts';
import { describeDay } from './describe-date.ts';
import { sayIn } from './interface-text.ts';
import { titleOf } from './summarise.ts';

/** What readers find documents by, where there are too many to list them all in a page. */
export function toDocumentList(
  documents: readonly Document[],
  script: Script,
  convert: Convert,
): DocumentList {
  const say = sayIn(script);
  const listed = documents.map(
    (document) =>
      [
        document.slug,
        convert(titleOf(document), document.lang, script),
        describeDay(document.date, say),
      ] as const,
  );
  return { fold: toFoldTable(listed.flat()), documents: listed };
}
