import type { Rule } from '../linted.ts';
import { listAddresses } from '../list-addresses.ts';

/** A path, a query or a fragment, which no browser takes for more: most addresses, told sooner than by parsing. */
const plain = /^(?:\/(?:[\w.-]|$)|[?#])/;

/** Every address is one of the site itself: no program, no page inside an address, no other host. */
export const findStrangeAddresses: Rule = (element, { address: base, own }) =>
  listAddresses(element).flatMap(({ attribute, address }) => {
    if (plain.test(address)) return [];
    const found = `${attribute}="${address}"`;
    // Read as a browser does: spaces, tabs and line ends in the scheme are no obstacle to it.
    const url = URL.canParse(address, base) ? new URL(address, base) : undefined;
    if (!url) return { attribute, rule: 'site/address', found, expected: 'an address' };
    if (url.protocol === 'data:' && element.name === 'img' && attribute === 'src') return [];
    if (!/^https?:$/.test(url.protocol))
      return { attribute, rule: 'site/scheme', found, expected: 'an address of the site' };
    return own.has(url.origin)
      ? []
      : { attribute, rule: 'site/host', found, expected: 'an address of the site, and no other host' };
  });
