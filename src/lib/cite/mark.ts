/** A place in a document: before a code point of a block’s published text, or the block as such. */
export interface Point {
  readonly id: string;
  readonly at?: number;
}

/** What a link marks: blocks from one to another, or words, with the hash of what they were when they were cited. */
export interface Mark {
  readonly from: Point;
  readonly to: Point;
  readonly hash?: string;
}

const id = '[a-z][a-z0-9-]*';
const blocks = new RegExp(`^(${id})(?:\\.\\.(${id}))?$`);
const words = new RegExp(`^(${id}):(\\d+)(?:-|\\.\\.(${id}):)(\\d+):([0-9a-f]{8})$`);

/**
 * Read what a link marks (`?mark=…`): `s5-3`, `s5-3..s5-5`, `s5-3:12-18:1a2b3c4d`, `s5-3:12..s5-4:6:1a2b3c4d`.
 * Places are code points of published texts, ends exclusive. Undefined where it is none of these.
 */
export function readMark(text: string): Mark | undefined {
  const [, first, last = first] = blocks.exec(text) ?? [];
  if (first && last) return { from: { id: first }, to: { id: last } };
  const [, from, start, to = from, end, hash] = words.exec(text) ?? [];
  if (!from || !to || !hash) return undefined;
  const mark = { from: { id: from, at: Number(start) }, to: { id: to, at: Number(end) }, hash };
  return from === to && mark.from.at >= mark.to.at ? undefined : mark;
}

/** The value that `readMark` reads as this mark. */
export function writeMark({ from, to, hash }: Mark): string {
  if (!hash) return from.id === to.id ? from.id : `${from.id}..${to.id}`;
  return from.id === to.id
    ? `${from.id}:${from.at}-${to.at}:${hash}`
    : `${from.id}:${from.at}..${to.id}:${to.at}:${hash}`;
}

/** What follows a document’s address in a link to a mark: the fragment works alone, in every browser. */
export function toFragment(mark: Mark): string {
  const isBlock = !mark.hash && mark.from.id === mark.to.id;
  return `${isBlock ? '' : `?mark=${writeMark(mark)}`}#${mark.from.id}`;
}

/**
 * The hash of cited words: FNV-1a of 32 bits over their UTF-8, as eight hexadecimal digits. It tells words that have
 * changed from words that have not; it keeps no secret, and every browser has it at hand on every address.
 * Words of several blocks are set apart by line breaks; a line break as printed in one is a space.
 */
export function hashWords(text: string): string {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) hash = Math.imul(hash ^ byte, 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, '0');
}
