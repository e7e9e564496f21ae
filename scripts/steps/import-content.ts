import { readCollectionState, readSourceFolders } from '../../src/content/content-files.ts';
import { type ImportedCollection, importCollection } from '../../src/lib/import/index.ts';
import { writeGenerated } from '../write-generated.ts';

/**
 * Import the sources of a folder of content, and write what is generated of them.
 * @throws ImportError where anything is wrong; nothing is written then
 */
export function importContent(content: string): ImportedCollection {
  const imported = importCollection(readSourceFolders(content), readCollectionState(content));
  writeGenerated(content, imported.files, { documents: '.md', ledger: '.json' });
  return imported;
}
