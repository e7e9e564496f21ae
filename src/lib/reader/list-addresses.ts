import type { Script } from '../script/scripts.ts';
import type { Addresses } from './addresses.ts';

/** The addresses of long lists and their pages; the first page is the list's own. What runs in a browser has no use for them. */
export function listAddressesFrom({ collection, instruments, verify }: Addresses) {
  return {
    documentsPage: (script: Script, page: number) =>
      page > 1 ? `${collection(script)}collection/${page}/` : collection(script),
    /** Of the list of documents that leads to their citations. */
    citedPage: (script: Script, page: number) =>
      page > 1 ? `${verify(script)}documents/${page}/` : verify(script),
    /** What documents are found by, where a page does not list them all. */
    documentList: (script: Script) => `${collection(script)}collection/documents.json`,
    instrumentsPage: (script: Script, page: number) =>
      page > 1 ? `${instruments(script)}${page}/` : instruments(script),
  };
}
