/** Line ends, tabs and all else below the space; what marks inline in CommonMark; a byte order mark, which parsers drop. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const marking = /[\0-\x1f\x7f\\`*_[\]<&\ufeff]/;
/** A letter, or what stands after all of Latin, Greek, Cyrillic and Hebrew: none of it opens a block. */
const opening = /^[A-Za-z\u2010-\u2027\u2030-\u{10ffff}]/u;

/**
 * Whether a line is the same in CommonMark as outside of it: one paragraph with one text, and nothing to escape. Nearly
 * all paragraphs of a collection are such lines, which need no parser.
 */
export function isPlainLine(line: string): boolean {
  return opening.test(line) && !marking.test(line) && !line.endsWith(' ');
}
