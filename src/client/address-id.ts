/** The id that the address names, or nothing; an address cut off in the middle of a character names none. */
export function addressId(): string {
  try {
    return decodeURIComponent(location.hash.slice(1));
  } catch {
    return '';
  }
}
