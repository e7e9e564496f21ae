import { type Addresses, addressesUnder as addressesOfSite } from '../../lib/reader/addresses.ts';

export type { Addresses } from '../../lib/reader/addresses.ts';

/** The same where the site stands on a disk, where a folder does not show its page: each page is named by its file. */
export function addressesUnder(root: string): Addresses {
  const written = Object.entries(addressesOfSite(root)).map(([name, address]) => [
    name,
    typeof address === 'string'
      ? address
      : (...given: readonly never[]) =>
          (address as (...given: readonly never[]) => string)(...given).replace(
            /\/(?=[?#]|$)/,
            '/index.html',
          ),
  ]);
  return Object.fromEntries(written);
}
