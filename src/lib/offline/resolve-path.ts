import { decodeAddress } from '../text/decode-address.ts';

/** What an address under the site's root is: a file, or a folder that is addressed without its slash. */
export interface Resolved {
  readonly path: string;
  /** Where the address should end with a slash: its page may have links that are relative to it. */
  readonly folder: boolean;
}

/**
 * The file that an address means, as a static host reads it: `/path/` and `/path/index.html` are one file, `/path` leads
 * to it, escaped characters are the characters. Undefined for what is not under the root.
 * `resolvePath('https://x/r/hans/?q=1', 'https://x/r/', isFile) // => {path: 'hans/index.html', folder: false}`
 */
export function resolvePath(
  address: string,
  root: string,
  isFile: (path: string) => boolean,
): Resolved | undefined {
  const { origin, pathname } = new URL(address);
  const base = new URL(root);
  if (origin !== base.origin) return undefined;
  const path = decodeAddress(pathname);
  const rootPath = decodeAddress(base.pathname);
  if (path === undefined || rootPath === undefined) return undefined;
  if (path === rootPath.replace(/\/$/, '')) return { path: 'index.html', folder: true };
  if (!path.startsWith(rootPath)) return undefined;
  const below = path.slice(rootPath.length);
  if (below === '' || below.endsWith('/')) return { path: `${below}index.html`, folder: false };
  if (!isFile(below) && isFile(`${below}/index.html`)) return { path: `${below}/index.html`, folder: true };
  return { path: below, folder: false };
}
