/** Pairs of marks, as quotation marks are. */
export interface Marks {
  readonly opening: string;
  /** Each at the place of its opening one. */
  readonly closing: string;
}

/**
 * What stands between marks, what stands inside others too, in the order in which they open: from after the opening one to the closing one. A mark without its other half encloses
 * nothing, and inside others it is a character like any other.
 */
export function listEnclosed(
  characters: readonly string[],
  { opening, closing }: Marks,
): [from: number, to: number][] {
  const open: { at: number; kind: number }[] = [];
  const spans: [number, number][] = [];
  for (const [at, character] of characters.entries()) {
    const kind = opening.indexOf(character);
    if (kind >= 0) open.push({ at, kind });
    const last = open.findLastIndex((mark) => mark.kind === closing.indexOf(character));
    const [mark] = last < 0 ? [] : open.splice(last);
    if (mark) spans.push([mark.at + 1, at]);
  }
  return spans.sort((a, b) => a[0] - b[0]);
}
