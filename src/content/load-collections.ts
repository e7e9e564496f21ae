import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { splitFrontMatter } from '../lib/document/read-document.ts';
import { readFolderRecipe } from '../lib/import/index.ts';
import { ledgerSchema } from '../schemas/ledger.ts';
import {
  listDocumentFiles,
  readCollection,
  readDocumentFile,
  readEditions,
  readPermalinks,
  readRelationsData,
  readScriptExceptions,
  readSourceFolders,
} from './content-files.ts';

/** Every document with its markdown, for the content collection `documents`. */
export function loadDocuments(content: string) {
  return listDocumentFiles(content).map((file) => {
    const { document, markdown } = readDocumentFile(file);
    return { id: document.slug, document, body: splitFrontMatter(markdown).body };
  });
}

/** Every source with its recipe, decoded text and ledger, for the content collection `sources`. */
export function loadSources(content: string) {
  return readSourceFolders(content).map((folder) => ({
    id: folder.id,
    recipe: readFolderRecipe(folder).recipe,
    text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(folder.bytes),
    ledger: ledgerSchema.parse(
      JSON.parse(readFileSync(join(content, 'ledger', `${folder.id}.json`), 'utf8')),
    ),
  }));
}

/** What the collection says of itself, with the register of its ids, its editions, the decisions on its scripts, and how its documents relate. */
export function loadCollection(content: string) {
  return [
    {
      id: 'collection',
      collection: readCollection(content),
      permalinks: readPermalinks(content),
      editions: readEditions(content),
      exceptions: readScriptExceptions(content),
      relations: readRelationsData(content),
    },
  ];
}
