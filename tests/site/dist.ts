import { existsSync } from 'node:fs';
import { type BuiltPage, readPages } from '../../scripts/validators/built-pages.ts';
import { openBuilt } from '../../scripts/validators/open-built.ts';

if (!existsSync('dist/index.html')) throw new Error('dist/ is not built: run `npm run build`.');

/** dist/ as the validators read it. */
export const built = openBuilt('dist');

/** Every page of the site. */
export const pages: readonly BuiltPage[] = readPages(built).filter(
  // What is taken away is no page of the site.
  ({ file }) => file !== 'downloads/collection.html',
);

export function pageAt(address: string): BuiltPage {
  const page = pages.find((other) => other.address === address);
  if (!page) throw new Error(`no page ${address}`);
  return page;
}
