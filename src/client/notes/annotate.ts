import { type Note, type NoteBlock, startsOf, toNotePlace } from '../../lib/notes/note.ts';
import { placeNote } from '../../lib/notes/place-note.ts';
import { markOfSelection } from '../cite/blocks.ts';
import { publishedLanguage } from '../published-text.ts';
import { labelOf } from '../reading/reading-place.ts';
import { drawNotes, type NotedPage, readNoteBlocks } from './draw-notes.ts';
import { openNoteDialog } from './note-dialog.ts';
import { readNotes } from './stored-notes.ts';

/**
 * Write a note on what is selected, else on a block; where it has notes already, change them.
 * @param isOfBlock whether the notes of the block are meant, whatever is selected
 */
export function annotate(page: NotedPage, id: string | undefined, isOfBlock = false): void {
  const { citable, blocks } = readNoteBlocks();
  const mark = isOfBlock ? undefined : markOfSelection();
  const block = citable.find((each) => each.id === (mark?.from.id ?? id));
  if (!block) return;
  const own = mark ? [] : notesIn(page, blocks, block.id);
  const starts = startsOf(blocks);
  const at = (of: string, to: 'start' | 'end', code: number | undefined) => {
    const index = blocks.findIndex((each) => each.id === of);
    const length = Array.from(blocks[index]?.text ?? '').length;
    return (starts[index] ?? 0) + (code ?? (to === 'start' ? 0 : length));
  };
  const from = mark?.from ?? { id: block.id };
  const to = mark?.to ?? from;
  const place = toNotePlace(blocks, at(from.id, 'start', from.at), at(to.id, 'end', to.at));
  if (!place) return;
  const { slug, edition, words } = page;
  const fresh: Note = {
    id: `urn:uuid:${crypto.randomUUID?.() ?? uuidOf(crypto.getRandomValues(new Uint8Array(16)))}`,
    slug,
    edition,
    ...place,
    words: '',
    created: '',
    modified: '',
  };
  openNoteDialog({
    title: `${words.noteShort} ${labelOf(block.element)}`,
    notes: own.length > 0 ? own : [fresh],
    lang: publishedLanguage() ?? '',
    words,
    changed: (said) => {
      drawNotes(page);
      page.say(said);
      // Where the button that opened the dialog is gone, the focus goes to the block.
      setTimeout(() => {
        if (document.activeElement === document.body)
          block.element.querySelector<HTMLElement>('.note-mark, .n')?.focus({ preventScroll: true });
      });
    },
  });
}

/** The notes that begin in a block, as they are placed. */
function notesIn(page: NotedPage, blocks: readonly NoteBlock[], block: string): Note[] {
  return readNotes().flatMap((note) => {
    const placed = note.slug === page.slug ? placeNote(note, blocks) : undefined;
    if (!placed || placed.kind === 'unplaced' || placed.place.block !== block) return [];
    return [{ ...note, ...placed.place }];
  });
}

/** A random UUID where the browser makes none by itself: on an address without https. */
function uuidOf(bytes: Uint8Array): string {
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}
