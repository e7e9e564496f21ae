import { resolvePath } from '../lib/offline/resolve-path.ts';
import { contentType } from './content-types.ts';
import { fetchFile } from './fetch-file.ts';
import type { Store } from './store.ts';

/** A file of the site that is kept, or should be, by its path. */
export type FindFile = (path: string) => { readonly path: string; readonly sha256: string } | undefined;

/**
 * What a page gets: the file of the version in use if it is kept; if it should be and is not, or was damaged, it is
 * fetched and kept again. Anything else comes from the server; where nobody answers, a page says so.
 */
export async function answer(
  request: Request,
  root: string,
  store: Store,
  find: FindFile,
): Promise<Response> {
  const resolved = resolvePath(request.url, root, (path) => find(path) !== undefined);
  const file = resolved && find(resolved.path);
  if (!resolved || !file) return fromServer(request, root, store, find);

  const bytes = (await readKept(store, file.sha256)) ?? (await fetchAgain(root, store, file));
  if (!bytes) return fromServer(request, root, store, find);
  if (resolved.folder) return redirectToFolder(request.url);
  return new Response(bytes, { headers: { 'content-type': contentType(file.path) } });
}

/** A browser whose storage fails is no reason for a page to fail: there is a server. */
function readKept(store: Store, sha256: string): Promise<ArrayBuffer | undefined> {
  return store.read(sha256).catch(() => undefined);
}

/** The file, if the server still has it: kept again, so that a store that lost it is whole again. */
async function fetchAgain(root: string, store: Store, file: { path: string; sha256: string }) {
  try {
    const bytes = await fetchFile(root, file);
    await store.write(file.sha256, bytes).catch(() => {});
    return bytes;
  } catch {
    return undefined;
  }
}

async function fromServer(request: Request, root: string, store: Store, find: FindFile): Promise<Response> {
  try {
    return await fetch(request);
  } catch (error) {
    if (request.mode !== 'navigate') throw error;
    const script = new URL(request.url).pathname.startsWith(`${new URL(root).pathname}hant/`)
      ? 'hant'
      : 'hans';
    const page = find(`${script}/offline/index.html`);
    const bytes = page && (await readKept(store, page.sha256));
    if (!bytes) throw error;
    return new Response(bytes, { status: 503, headers: { 'content-type': contentType('html') } });
  }
}

function redirectToFolder(address: string): Response {
  const folder = new URL(address);
  folder.pathname += '/';
  return Response.redirect(folder.href, 301);
}
