import type { Reason } from '../lib/offline/messages.ts';

/** How long a server may take for a file, in milliseconds: one that never answers must not keep all others waiting. */
const patience = 60_000;

/** Why a file was not saved, for the reader. */
export class SaveError extends Error {
  readonly reason: Reason;
  constructor(reason: Reason) {
    super(`not saved: ${JSON.stringify(reason)}`);
    this.reason = reason;
  }
}

/** The reason of a failure; one that is none of ours is the browser's, which did not let us keep something. */
export function reasonOf(error: unknown): Reason {
  return error instanceof SaveError ? error.reason : { why: 'refused' };
}

/** SHA-256 in base64, as `integrity` writes it. */
export async function digest(bytes: ArrayBuffer): Promise<string> {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return btoa(String.fromCharCode(...hash));
}

/**
 * The bytes of a file as the manifest names it, from the server and from no cache between.
 * @param file its path under the root, and the SHA-256 of its bytes
 * @throws SaveError
 */
export async function fetchFile(root: string, file: { path: string; sha256: string }): Promise<ArrayBuffer> {
  const address = addressOf(root, file.path);
  try {
    const response = await fetch(address, {
      integrity: `sha256-${file.sha256}`,
      cache: 'no-store',
      signal: AbortSignal.timeout(patience),
    });
    const bytes = await response.arrayBuffer();
    // `integrity` holds the body to the hash; the status it leaves alone.
    if (response.ok && (await digest(bytes)) === file.sha256) return bytes;
  } catch {
    // A body that is not the file, a cut one and no answer at all fail alike here.
  }
  throw new SaveError(await diagnose(address, file.path));
}

/** Ask once more, only to tell the reader what is wrong. */
async function diagnose(address: string, path: string): Promise<Reason> {
  try {
    const response = await fetch(address, { cache: 'no-store', signal: AbortSignal.timeout(patience) });
    return response.ok ? { why: 'content', path } : { why: 'status', status: response.status, path };
  } catch {
    return { why: 'unreachable' };
  }
}

/** Pages are asked for by the addresses that readers use: hosts redirect from `index.html`. */
function addressOf(root: string, path: string): string {
  const shown = path.replace(/(^|\/)index\.html$/, '$1');
  return root + shown.split('/').map(encodeURIComponent).join('/');
}
