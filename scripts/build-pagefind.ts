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
  for (const content of contents) {
    const added = await index.addCustomRecord({ url: `/${place}`, content, language: 'unknown' });
    if (added.errors.length > 0)
      throw new Error(`Pagefind refused record ${place}: ${added.errors.join('; ')}`);
    place += 1;
  }
  const { files, errors: failed } = await index.getFiles();
  if (failed.length > 0) throw new Error(`Pagefind wrote no index: ${failed.join('; ')}`);
  await close();

  // Which record is which stands in its fragment; fragments hold the whole text, and nobody needs them.
  const records: string[] = [];
  for (const { path, content } of files) {
    const name = /^fragment\/(.+)\.pf_fragment$/.exec(path)?.[1];
    const url = name && /"url":"\/(\d+)"/.exec(gunzipSync(content).toString('utf8'))?.[1];
    if (name && url) records[Number(url)] = name;
  }
  for (let missing = 0; missing < place; missing += 1)
    if (!records[missing]) throw new Error(`Pagefind wrote no record ${missing} of ${place}.`);
  // It brings pages and styles of its own along, which the site does not use.
  const isNeeded = (path: string) => !/^(?:fragment\/|pagefind-(?!entry|worker))/.test(path);
  return { files: files.filter(({ path }) => isNeeded(path)), records };
}
