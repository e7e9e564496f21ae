import { decodeAddress } from '../lib/text/decode-address.ts';

/** The id that the address names, or nothing; an address cut off in the middle of a character names none. */
export function addressId(): string {
  return decodeAddress(location.hash.slice(1)) ?? '';
}
