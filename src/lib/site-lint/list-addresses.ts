import type { LintedElement } from './linted.ts';

/** Attributes that browsers, or the site's own scripts, load or follow. */
const addressAttributes = new Set([
  ...['href', 'src', 'action', 'formaction', 'data', 'poster', 'background', 'cite', 'longdesc', 'manifest'],
  ...['xlink:href', 'icon', 'classid', 'codebase', 'archive', 'profile', 'usemap', 'xml:base'],
  ...['data-root', 'data-page', 'data-file', 'data-index', 'data-site'],
]);
/** Attributes with several. */
const listAttributes: ReadonlyMap<string, RegExp> = new Map([
  ['srcset', /\s*,\s*|\s+/],
  ['imagesrcset', /\s*,\s*|\s+/],
  ['ping', /\s+/],
]);
/** What other sites and programs take for the page's address or picture. */
const addressMeta =
  /^(?:og:(?:url|image|audio|video)|twitter:(?:image|player)|citation_(?:public|pdf|fulltext_html)_url)/;

/** Every address that an element names, with the attribute it stands in. */
export function listAddresses({ name, attributes }: LintedElement): { attribute: string; address: string }[] {
  const meta = attributes.get('property') ?? attributes.get('name') ?? '';
  return [...attributes].flatMap(([attribute, value]) => {
    if (addressAttributes.has(attribute)) return { attribute, address: value };
    if (
      name === 'meta' &&
      attribute === 'content' &&
      addressMeta.test(meta) &&
      !/:(?:type|width|height|alt)$/.test(meta)
    )
      return { attribute, address: value };
    const separator = listAttributes.get(attribute);
    if (!separator) return [];
    // The width or density of a picture is no address.
    return value
      .trim()
      .split(separator)
      .filter((part) => part !== '' && !/^\d+(?:\.\d+)?[wx]$/.test(part))
      .map((address) => ({ attribute, address }));
  });
}
