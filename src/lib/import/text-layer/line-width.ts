/**
 * The width of a line in full-width characters: Latin letters, digits and their punctuation count half,
 * spaces nothing (in a justified column they only stretch the line).
 * `lineWidth('于 2024 年') // => 4`
 */
export function lineWidth(text: string): number {
  let width = 0;
  for (const character of text) {
    if (/\s/.test(character)) continue;
    width += isHalfWidth(character) ? 0.5 : 1;
  }
  return width;
}

/** The middle dot, quotation marks, dashes and ellipses are full-width in Chinese print. */
function isHalfWidth(character: string): boolean {
  return character !== '·' && /^[\u0021-\u024F\uFF61-\uFFDC]$/u.test(character);
}
