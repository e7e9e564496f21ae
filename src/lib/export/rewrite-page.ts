import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import { decodeAddress } from '../text/decode-address.ts';

/** How a page of the site becomes one of the copy that is taken away. */
export interface PageRewriting {
  /** The path the site is published under, with a slash at its end. */
  readonly base: string;
  /** Whether the copy has a file. */
  readonly isFile: (path: string) => boolean;
  /** Where the site is, if it knows: what the copy has not is linked there. */
  readonly toAddress: (path: string) => string | undefined;
  /** The one script of the copy, by its path. */
  readonly script: string;
}

/** Addresses that the page itself follows or loads. */
const addressAttributes = new Set([
  'href',
  'src',
  'action',
  'data-file',
  'data-page',
  'data-root',
  'data-said',
]);
/** What has no use in a copy: notices of what a server has, and saving from it; and the inline style, which its policy would refuse. */
const leftElements = new Set(['edition-notice', 'offline-state', 'style']);
/** What pages elsewhere show of this one, and what an installed app would be. */
const leftRelations = new Set(['manifest', 'apple-touch-icon', 'alternate', 'canonical']);
/** Over `file://` a page is of no origin: `'self'` is nothing there in some browsers. */
const policy =
  "default-src 'none'; script-src 'self' file:; style-src 'self' file:; img-src 'self' file: data:; base-uri 'none'; form-action 'self' file:";

/** A change of the page's text, from one place to another. */
interface Edit {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

type PageElement = DefaultTreeAdapterTypes.Element;

/**
 * A page with its links made relative, to files by their names, so that it holds from a disk; with one classic script in
 * place of its modules. Everything else stays as it is written. A link to what the copy has not leads to the site, or,
 * where that is not known, is none.
 * @param path the page's own, under the root: `hans/about/index.html`
 */
export function rewritePage(html: string, path: string, rewriting: PageRewriting): string {
  const up = '../'.repeat(path.split('/').length - 1);
  const edits: Edit[] = [];
  const visit = (node: DefaultTreeAdapterTypes.Node): void => {
    if ('tagName' in node && editElement(node, up, rewriting, edits)) return;
    const children = 'childNodes' in node ? node.childNodes : [];
    for (const child of children) visit(child);
  };
  // What stands in `<noscript>` is read as elements too.
  visit(parse(html, { sourceCodeLocationInfo: true, scriptingEnabled: false }));
  let written = '';
  let at = 0;
  for (const { from, to, text } of edits.sort((a, b) => a.from - b.from)) {
    written += html.slice(at, from) + text;
    at = to;
  }
  return written + html.slice(at);
}

/** What is to be changed of an element. Returns whether that is done with all that is in it. */
function editElement(element: PageElement, up: string, rewriting: PageRewriting, edits: Edit[]): boolean {
  const { tagName: name, attrs, sourceCodeLocation: location } = element;
  if (!location) return false;
  const attribute = (wanted: string) => attrs.find((each) => each.name === wanted)?.value;
  const remove = () => edits.push({ from: location.startOffset, to: location.endOffset, text: '' });
  const isLeft =
    leftElements.has(name) ||
    (name === 'script' && attribute('type') === 'module') ||
    (name === 'link' && leftRelations.has(attribute('rel') ?? '')) ||
    (name === 'meta' && /^og:(?:image|url)|^twitter:/.test(attribute('property') ?? attribute('name') ?? ''));
  if (isLeft) {
    remove();
    return true;
  }
  if (name === 'meta' && attribute('http-equiv') === 'content-security-policy') {
    const tag = `<meta http-equiv="content-security-policy" content="${policy}">`;
    edits.push({ from: location.startOffset, to: location.endOffset, text: tag });
    return true;
  }
  if (name === 'head' && location.endTag) {
    const tag = `<script defer src="${up}${rewriting.script}"></script>`;
    edits.push({ from: location.endTag.startOffset, to: location.endTag.startOffset, text: tag });
  }
  for (const { name: attributeName, value } of attrs) {
    const place = location.attrs?.[attributeName];
    if (!place || !addressAttributes.has(attributeName)) continue;
    const address = toRelative(value, up, attributeName === 'data-root', rewriting);
    if (address === value) continue;
    const text =
      address === undefined
        ? ''
        : `${attributeName}="${address.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"`;
    edits.push({ from: place.startOffset, to: place.endOffset, text });
  }
  return false;
}

/** An address of the site as one that is relative to the page; undefined where there is nowhere to lead. */
function toRelative(
  address: string,
  up: string,
  isRoot: boolean,
  { base, isFile, toAddress }: PageRewriting,
): string | undefined {
  if (!address.startsWith(base) || address.startsWith('//')) return address;
  const [, path = '', rest = ''] = /^([^?#]*)(.*)$/.exec(address.slice(base.length)) ?? [];
  // Other addresses are written behind it.
  if (isRoot) return up === '' ? './' : up;
  const file = path === '' || path.endsWith('/') ? `${path}index.html` : path;
  const decoded = decodeAddress(file);
  if (decoded !== undefined && isFile(decoded)) return `${up}${file}${rest}`;
  const there = toAddress(path);
  return there && there + rest;
}
