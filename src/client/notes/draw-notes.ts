import type { Note, NoteBlock } from '../../lib/notes/note.ts';
import { partsOfPlace, placeNote } from '../../lib/notes/place-note.ts';
import type { documentNoteKeys } from '../../lib/reader/reading-keys.ts';
import type { SearchWords } from '../../lib/reader/search-keys.ts';
import { fillWords } from '../../lib/reader/search-text.ts';
import { h } from '../dom.ts';
import { publishedOf } from '../published-text.ts';
import { type CitableBlock, listCitableBlocks } from '../reading/citable-blocks.ts';
import { labelOf } from '../reading/reading-place.ts';
import { rangeOf } from '../text-ranges.ts';
import { putNotes, readNotes } from './stored-notes.ts';

export type DocumentNoteWords = SearchWords<(typeof documentNoteKeys)[number]>;

/** A document in the page, whose text a reader writes notes on. */
export interface NotedPage {
  readonly slug: string;
  readonly edition: string;
  readonly words: DocumentNoteWords;
  readonly say: (words: string) => void;
}

/** The text that notes are on is the published one, whichever the page shows: one character stands for one. */
export function readNoteBlocks(): { citable: CitableBlock[]; blocks: NoteBlock[] } {
  const citable = listCitableBlocks();
  const blocks = citable.map((block) => ({ id: block.id, text: publishedOf(block) }));
  return { citable, blocks };
}

/** Mark the passages that the reader has notes on, by ranges, and set a button beside each block that has one. */
export function drawNotes(page: NotedPage): void {
  const { citable, blocks } = readNoteBlocks();
  const ranges = { words: [] as Range[], plain: [] as Range[] };
  const counts = new Map<string, number>();
  const found: Note[] = [];
  for (const note of readNotes().filter(({ slug }) => slug === page.slug)) {
    const placed = placeNote(note, blocks);
    if (placed.kind === 'unplaced') continue;
    if (placed.kind === 'moved') found.push({ ...note, ...placed.place, edition: page.edition });
    const { place } = placed;
    counts.set(place.block, (counts.get(place.block) ?? 0) + 1);
    for (const { id, from, to } of partsOfPlace(blocks, place)) {
      const text = citable.find((block) => block.id === id)?.text;
      const range = text && rangeOf(text, { from, to });
      if (range) ranges[note.words ? 'words' : 'plain'].push(range);
    }
  }
  // Found again in this edition: from now on its place is this one.
  if (found.length > 0) putNotes(found);

  const marks = new Map(
    [...document.querySelectorAll<HTMLElement>('.note-mark')].map((mark) => [mark.dataset.of, mark]),
  );
  for (const { id, element } of citable) {
    const notes = counts.get(id);
    const known = marks.get(id);
    if (!notes) {
      known?.remove();
      continue;
    }
    // One that is there stays: it may have the focus.
    const mark = known ?? h('button', { type: 'button', class: 'note-mark', 'data-of': id });
    const label = fillWords(page.words.noteOf, { place: labelOf(element), notes });
    mark.title = label;
    mark.setAttribute('aria-label', label);
    mark.textContent = String(notes);
    if (known) continue;
    // A heading’s words are its name.
    if (element.tagName === 'H1') element.after(mark);
    else element.append(mark);
  }
  if (!('highlights' in CSS)) return;
  CSS.highlights.set('noted', new Highlight(...ranges.words));
  CSS.highlights.set('highlighted', new Highlight(...ranges.plain));
}
