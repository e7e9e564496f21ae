/** A stretch of a text, in code points, end-exclusive. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/**
 * Where words stand in any of several forms of one text that have the same length (its two scripts), overlapping
 * finds joined.
 */
export function findWords(forms: readonly string[], words: readonly string[]): Stretch[] {
  const found: { from: number; to: number }[] = [];
  for (const form of forms) {
    const characters = Array.from(form.toLowerCase());
    for (const word of words) {
      const wanted = Array.from(word.toLowerCase());
      for (let at = 0; at + wanted.length <= characters.length; at += 1)
        if (wanted.every((character, index) => characters[at + index] === character))
          found.push({ from: at, to: at + wanted.length });
    }
  }
  const joined: { from: number; to: number }[] = [];
  for (const stretch of found.sort((a, b) => a.from - b.from || a.to - b.to)) {
    const last = joined.at(-1);
    if (last && stretch.from <= last.to) last.to = Math.max(last.to, stretch.to);
    else joined.push({ ...stretch });
  }
  return joined;
}
