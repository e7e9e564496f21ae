import { type Note, type NoteBlock, type NotePlace, startsOf, textOf, toNotePlace } from './note.ts';

/** Where a note is in a text, or why it is not in it. */
export type Placed =
  | { readonly kind: 'placed' | 'moved'; readonly place: NotePlace }
  | { readonly kind: 'unplaced'; readonly why: 'position' | 'quote' | 'block' | 'several' };

/**
 * Place a note in a document’s text. Position, quotation and block must agree. Where they do not, a note of the reader’s
 * own is found again by its words, since the text may be another edition’s; one from a file is not, unless the reader
 * asks for it.
 * @param byWords whether it is found by its words where the three do not agree
 */
export function placeNote(note: Note, blocks: readonly NoteBlock[], byWords = !note.isImported): Placed {
  const why = disagreement(note, blocks);
  if (!why) return { kind: 'placed', place: note };
  if (!byWords) return { kind: 'unplaced', why };
  const found = findPlaces(note, blocks);
  const [place] = found;
  if (place && found.length === 1) return { kind: 'moved', place };
  return { kind: 'unplaced', why: found.length > 1 ? 'several' : 'quote' };
}

/** Which of a note’s selectors is not so in a text; undefined where all agree. */
function disagreement(note: Note, blocks: readonly NoteBlock[]): 'position' | 'quote' | 'block' | undefined {
  if (!blocks.some(({ id }) => id === note.block)) return 'block';
  const there = toNotePlace(blocks, note.start, note.end);
  if (!there) return 'position';
  if (there.exact !== note.exact) return textOf(blocks).join('').includes(note.exact) ? 'position' : 'quote';
  if (!there.prefix.endsWith(note.prefix) || !there.suffix.startsWith(note.suffix)) return 'quote';
  return there.block === note.block ? undefined : 'block';
}

/**
 * The places that have a note’s words: of those in its own block the ones with the most around them as it was, if there
 * are none those elsewhere that have all that stood before, or all that stood after.
 */
function findPlaces(note: Note, blocks: readonly NoteBlock[]): NotePlace[] {
  const places = occurrences(note, blocks);
  const own = places.filter(({ block }) => block === note.block);
  const kept = ({ prefix, suffix }: NotePlace) =>
    Number(prefix.endsWith(note.prefix)) + Number(suffix.startsWith(note.suffix));
  const isNear = (place: NotePlace) =>
    (note.prefix !== '' && place.prefix.endsWith(note.prefix)) ||
    (note.suffix !== '' && place.suffix.startsWith(note.suffix));
  const found = own.length > 0 ? own : places.filter(isNear);
  const best = Math.max(...found.map(kept));
  return found.filter((place) => kept(place) === best);
}

function occurrences({ exact }: Note, blocks: readonly NoteBlock[]): NotePlace[] {
  const text = blocks.map((block) => block.text).join('\n');
  const length = Array.from(exact).length;
  const places: NotePlace[] = [];
  if (exact === '') return places;
  for (let at = text.indexOf(exact); at >= 0; at = text.indexOf(exact, at + 1)) {
    const start = Array.from(text.slice(0, at)).length;
    const place = toNotePlace(blocks, start, start + length);
    if (place) places.push(place);
  }
  return places;
}

/** The parts of blocks that a stretch of the text covers, in code points of each. */
export function partsOfPlace(blocks: readonly NoteBlock[], { start, end }: Pick<NotePlace, 'start' | 'end'>) {
  const starts = startsOf(blocks);
  return blocks.flatMap(({ id, text }, index) => {
    const begin = starts[index] ?? 0;
    const length = Array.from(text).length;
    const [from, to] = [Math.max(0, start - begin), Math.min(length, end - begin)];
    return to > from ? [{ id, from, to }] : [];
  });
}
