import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Element, Nodes, Root } from 'hast';
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';
import type { Built } from './validator.ts';

/** A page of a built folder. */
export interface BuiltPage {
  readonly file: string;
  /** Its address under the root of the site, e.g. `/hans/cna-report/`. */
  readonly address: string;
  readonly html: string;
  readonly tree: Root;
}

/** Every page of a built folder, what is taken away as one file among them. Read once, however many ask. */
export function readPages(built: Built): readonly BuiltPage[] {
  const known = pages.get(built) ?? parsePages(built);
  pages.set(built, known);
  return known;
}
const pages = new WeakMap<Built, readonly BuiltPage[]>();

function parsePages({ dist, files }: Built): BuiltPage[] {
  return files
    .filter((file) => file.endsWith('.html'))
    .map((file) => {
      const html = readFileSync(join(dist, file), 'utf8');
      return { file, address: `/${file.replace(/(?<=^|\/)index\.html$/, '')}`, html, tree: parseHtml(html) };
    });
}

/** Parse HTML as a browser does. */
export function parseHtml(html: string): Root {
  return unified()
    .use(rehypeParse, { fragment: !/^\s*<!doctype/i.test(html) })
    .parse(html);
}

/** All elements of a tree, in order. */
export function elementsOf(node: Nodes): Element[] {
  const children = 'children' in node ? node.children.flatMap((child) => elementsOf(child)) : [];
  return node.type === 'element' ? [node, ...children] : children;
}

export function textContent(node: Nodes): string {
  if (node.type === 'text') return node.value;
  return 'children' in node ? node.children.map((child) => textContent(child)).join('') : '';
}

/** The ids of a page, in order. */
export function idsOf(page: { readonly tree: Root }): string[] {
  const known =
    ids.get(page) ??
    elementsOf(page.tree).flatMap(({ properties: { id } }) => (typeof id === 'string' ? [id] : []));
  ids.set(page, known);
  return known;
}
/** Every link to a page asks for its ids. */
const ids = new WeakMap<object, string[]>();
