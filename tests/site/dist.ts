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

/** Every page of dist/. */
export const pages: readonly BuiltPage[] = readdirSync('dist', { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.html'))
  .sort()
  .map((path) => {
    const html = readFileSync(join('dist', path), 'utf8');
    return { address: `/${path.replace(/index\.html$/, '')}`, html, tree: parseHtml(html) };
  });

export function pageAt(address: string): BuiltPage {
  const page = pages.find((other) => other.address === address);
  if (!page) throw new Error(`no page ${address}`);
  return page;
}

export function idsOf({ tree }: BuiltPage): string[] {
  return elementsOf(tree).flatMap(({ properties: { id } }) => (typeof id === 'string' ? [id] : []));
}
