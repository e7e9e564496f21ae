import { gunzipSync } from 'node:zlib';
import { close, createIndex } from 'pagefind';

export interface PagefindFiles {
  /** What a browser loads, by path. */
  readonly files: readonly { readonly path: string; readonly content: Uint8Array }[];
  /** The name of each record in the answers of the index, in the order of the contents. */
  readonly records: readonly string[];
}

/** Build a Pagefind index whose records are texts of words. `language: 'unknown'`: words are indexed as they are. */
export async function buildPagefind(contents: Iterable<string>): Promise<PagefindFiles> {
  const { index, errors } = await createIndex();
  if (!index) throw new Error(`Pagefind made no index: ${errors.join('; ')}`);
  let place = 0;
  const add = async (content: string, record: number) => {
    const { errors } = await index.addCustomRecord({ url: `/${record}`, content, language: 'unknown' });
    if (errors.length > 0) throw new Error(`Pagefind refused record ${record}: ${errors.join('; ')}`);
  };
  const adding: Promise<void>[] = [];
  for (const content of contents) {
    const added = add(content, place);
    // A fault is told when it is its turn.
    added.catch(() => {});
    adding.push(added);
    place += 1;
    if (adding.length >= mostAtOnce) await adding.shift();
  }
  await Promise.all(adding);
  const { files, errors: failed } = await index.getFiles();
  if (failed.length > 0) throw new Error(`Pagefind wrote no index: ${failed.join('; ')}`);
  await close();

  // Fragments hold the whole text; nobody needs more of them than which record is which.
  const records: string[] = [];
  for (const [name, url] of readRecordNames(files)) records[Number(url.slice(1))] = name;
  for (let missing = 0; missing < place; missing += 1)
    if (!records[missing]) throw new Error(`Pagefind wrote no record ${missing} of ${place}.`);
  // It brings pages and styles of its own along, which the site does not use.
  const isNeeded = (path: string) => !/^(?:fragment\/|pagefind-(?!entry|worker))/.test(path);
  return { files: files.filter(({ path }) => isNeeded(path)), records };
}

/** Records that are on their way at once: whoever makes the index has always some to go on with. */
const mostAtOnce = 8;

/** The address of each record by its name in the answers of the index: it stands in the record's fragment. */
export function readRecordNames(
  files: readonly { readonly path: string; readonly content: Uint8Array }[],
): Map<string, string> {
  const addresses = new Map<string, string>();
  for (const { path, content } of files) {
    const name = /^fragment\/(.+)\.pf_fragment$/.exec(path)?.[1];
    const url = name && /"url":"([^"]+)"/.exec(gunzipSync(content).toString('utf8'))?.[1];
    if (name && url) addresses.set(name, url);
  }
  return addresses;
}
