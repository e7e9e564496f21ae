import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Root } from 'hast';
import { elementsOf, parseHtml } from '../lib/text-content.ts';

if (!existsSync('dist/index.html')) throw new Error('dist/ is not built: run `npm run build`.');

export interface BuiltPage {
  /** Its address, e.g. `/hans/cna-report/`. */
  readonly address: string;
  readonly html: string;
  readonly tree: Root;
}

/** Every page of a built folder. */
export function readPages(folder: string): BuiltPage[] {
  return (
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      // What is taken away is no page of the site.
      .filter((path) => path.endsWith('.html') && path !== join('downloads', 'collection.html'))
      .sort()
      .map((path) => {
        const html = readFileSync(join(folder, path), 'utf8');
        return { address: `/${path.replace(/index\.html$/, '')}`, html, tree: parseHtml(html) };
      })
  );
}

/** Every page of dist/. */
export const pages: readonly BuiltPage[] = readPages('dist');

/** Every address that a page names: links, styles, scripts, forms, and what its elements are told to load. */
export function addressesIn({ tree }: BuiltPage): string[] {
  const attributes = ['href', 'src', 'action', 'dataIndex', 'dataRoot'];
  return elementsOf(tree).flatMap(({ properties }) =>
    attributes.flatMap((attribute) => {
      const value = properties[attribute];
      return typeof value === 'string' ? [value] : [];
    }),
  );
}

/** Whether an address of the site, without its fragment, is a file or folder of a built folder. */
export function isBuilt(folder: string, path: string): boolean {
  return existsSync(join(folder, decodeURIComponent(path)));
}

export function pageAt(address: string): BuiltPage {
  const page = pages.find((other) => other.address === address);
  if (!page) throw new Error(`no page ${address}`);
  return page;
}

export function idsOf(page: BuiltPage): string[] {
  const known =
    ids.get(page) ??
    elementsOf(page.tree).flatMap(({ properties: { id } }) => (typeof id === 'string' ? [id] : []));
  ids.set(page, known);
  return known;
}
/** Every link to a page asks for its ids. */
const ids = new WeakMap<BuiltPage, string[]>();
