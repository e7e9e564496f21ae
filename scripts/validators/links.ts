import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Element } from 'hast';
import { resolvePath } from '../../src/lib/offline/resolve-path.ts';
import { type BuiltPage, elementsOf, idsOf, readPages } from './built-pages.ts';
import { type Built, type Finding, rootOf, type Validation } from './validator.ts';

/** Attributes that hold an address, and those that elements of the site are told to load from. */
const addressAttributes = ['href', 'src', 'action', 'poster', 'formAction', 'cite', 'data'];
const ownAttributes = ['dataFile', 'dataPage', 'dataAddress'];
/** Attributes that hold the address of a folder, whose files an element knows by name. */
const folderAttributes = ['dataIndex', 'dataRoot'];

/** Every address that an element names. */
export function addressesOf({ properties }: Element): string[] {
  const single = [...addressAttributes, ...ownAttributes].flatMap((name) => {
    const value = properties[name];
    return typeof value === 'string' ? [value] : [];
  });
  const sets = [properties.srcSet, properties.imageSrcSet].flatMap((value) =>
    String(value ?? '')
      .split(',')
      .map((candidate) => candidate.trim().split(/\s/)[0] ?? '')
      .filter((address) => address !== ''),
  );
  return [...single, ...sets];
}

/**
 * Follow every internal address of every page, style sheet and web app manifest: its file is there, as a static host
 * finds it, and what its fragment names is on that page, once. Addresses of other hosts are findings: the site has none.
 * `#:~:text=` is the browser's, not the page's.
 */
export function validateLinks(built: Built): Validation {
  const pages = readPages(built);
  const byFile = new Map(pages.map((page) => [page.file, page]));
  const files = new Set(built.files);
  const root = rootOf(built);

  /** What is wrong with an address that stands in a file, if anything. */
  const check = (file: string, address: string): Omit<Finding, 'file'> | undefined => {
    const page = new URL(file.replace(/(?<=^|\/)index\.html$/, ''), root);
    if (!URL.canParse(address, page))
      return { rule: 'links/address', message: `Unexpected ${address}, expected an address.` };
    const url = new URL(address, page);
    if (url.protocol === 'data:') return undefined;
    const found = resolvePath(url.href, root, (path) => files.has(path));
    if (!found)
      return {
        rule: 'links/other-host',
        message: `Unexpected ${address}, expected an address under ${root}.`,
      };
    if (!files.has(found.path))
      return { rule: 'links/file', message: `Unexpected ${address}, expected a file at ${found.path}.` };
    if (found.folder)
      return { rule: 'links/slash', message: `Unexpected ${address}, expected a slash at its end.` };
    const fragment = decodeURIComponent(url.hash.slice(1)).replace(/:~:.*$/su, '');
    const target = byFile.get(found.path);
    if (fragment !== '' && target && !idsOf(target).includes(fragment) && !drawsItsText(target))
      return {
        rule: 'links/fragment',
        message: `Unexpected ${address}, expected an element with the id ${fragment} in ${found.path}.`,
      };
    return undefined;
  };

  const findings: Finding[] = [];
  const followed = new Set<string>();
  const follow = (file: string, address: string, place?: { line: number; column: number }) => {
    // However often it stands in a page.
    if (followed.has(`${file} ${address}`)) return;
    followed.add(`${file} ${address}`);
    const wrong = check(file, address);
    if (wrong) findings.push({ file, line: place?.line, column: place?.column, ...wrong });
  };

  for (const page of pages) {
    for (const element of elementsOf(page.tree))
      for (const address of addressesOf(element)) follow(page.file, address, element.position?.start);
    for (const { properties, position } of elementsOf(page.tree))
      for (const attribute of folderAttributes) {
        const folder = properties[attribute];
        if (typeof folder !== 'string' || folder === '') continue;
        const { href } = new URL(folder, new URL(page.file, root));
        if (!href.startsWith(root) || !built.files.some((file) => file.startsWith(href.slice(root.length))))
          findings.push({
            file: page.file,
            line: position?.start.line,
            column: position?.start.column,
            rule: 'links/folder',
            message: `Unexpected ${folder}, expected a folder of the site.`,
          });
      }
    for (const repeated of repeatedIds(page))
      findings.push({
        file: page.file,
        rule: 'links/id',
        message: `Unexpected second element with the id ${repeated}, expected each id once.`,
      });
  }
  const others = built.files.filter((file) => /\.(?:css|webmanifest)$/.test(file));
  for (const file of others) {
    const text = readFileSync(join(built.dist, file), 'utf8');
    for (const address of file.endsWith('.css') ? listStyleAddresses(text) : listManifestAddresses(text))
      follow(file, address);
  }
  return { files: pages.length + others.length, findings };
}

function repeatedIds(page: BuiltPage): string[] {
  const ids = idsOf(page);
  return [...new Set(ids.filter((id, index) => ids.indexOf(id) !== index))];
}

function listStyleAddresses(css: string): string[] {
  const plain = css.replace(/\/\*[\s\S]*?\*\//g, '');
  return [...plain.matchAll(/url\(\s*(?:"([^"]*)"|'([^']*)'|([^"')]*))\s*\)|@import\s+["']([^"']*)["']/g)]
    .map((found) => (found.slice(1).find((address) => address !== undefined) ?? '').trim())
    .filter((address) => !address.startsWith('#'));
}

/** Icons, and where the app starts. */
function listManifestAddresses(json: string): string[] {
  const {
    start_url,
    scope,
    icons = [],
  } = JSON.parse(json) as {
    start_url?: string;
    scope?: string;
    icons?: { src: string }[];
  };
  return [start_url, scope, ...icons.map(({ src }) => src)].filter((address) => address !== undefined);
}

/** In a large collection the text of a source, with its ids, is drawn by its page's script. */
function drawsItsText(page: BuiltPage): boolean {
  return elementsOf(page.tree).some(({ tagName }) => tagName === 'received-text');
}
