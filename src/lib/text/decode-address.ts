/** A part of an address as the characters it stands for; undefined where it is not written well, as when it is cut off. */
export function decodeAddress(written: string): string | undefined {
  try {
    return decodeURIComponent(written);
  } catch {
    return undefined;
  }
}
