/**
 * The width of a line in full-width characters: Latin letters, digits and their punctuation count half,
 * spaces nothing (in a justified column they only stretch the line).
 * `lineWidth('于 2024 年') // => 4`
 */
export function lineWidth(text: string): number {
  let width = 0;
  for (const character of text.replace(/\s/gu, '')) width += isHalfWidth(character) ? 0.5 : 1;
  return width;
}

/** The middle dot, quotation marks, dashes and ellipses are full-width in Chinese print. */
function isHalfWidth(character: string): boolean {
  const code = character.codePointAt(0) ?? 0;
  return character !== '·' && ((code >= 0x21 && code <= 0x24f) || (code >= 0xff61 && code <= 0xffdc));
}
