import type { Note } from '../../lib/notes/note.ts';
import type { NoteKey } from '../../lib/reader/note-text.ts';
import type { SearchWords } from '../../lib/reader/search-keys.ts';
import { h } from '../dom.ts';
import { showDialog } from '../show-dialog.ts';
import { deleteNote, putNotes } from './stored-notes.ts';

export type NoteWords = SearchWords<NoteKey | 'close'>;
/** Of them, those that the dialog says. */
type DialogWords = Pick<
  NoteWords,
  'noteWords' | 'noteSave' | 'noteDelete' | 'noteSaved' | 'noteDeleted' | 'notesNotKept' | 'close'
>;

interface DialogInput {
  readonly title: string;
  /** The notes, of which some may not be kept yet. */
  readonly notes: readonly Note[];
  readonly lang: string;
  readonly words: DialogWords;
  /** What is to be done and said when one was saved or deleted. */
  readonly changed: (said: string) => void;
}

/** What was written and not saved, by the passage: a dialog that is closed by mistake loses nothing. */
const drafts = new Map<string, string>();
const draftOf = ({ slug, start, end }: Note) => `${slug} ${start} ${end}`;

/** Write, change and delete notes on a passage. */
export function openNoteDialog({ title, notes, lang, words, changed }: DialogInput): void {
  const status = h('p', { role: 'status' });
  const fields: { readonly note: Note; readonly text: HTMLTextAreaElement }[] = [];
  const forms = notes.map((note) => {
    const text = h('textarea', { rows: '4', 'aria-label': words.noteWords, placeholder: words.noteWords });
    text.value = drafts.get(draftOf(note)) ?? note.words;
    text.addEventListener('input', () => drafts.set(draftOf(note), text.value));
    fields.push({ note, text });
    const save = h('button', {}, words.noteSave);
    const remove = h('button', { type: 'button' }, words.noteDelete);
    const form = h(
      'form',
      { class: 'note' },
      h('blockquote', { lang, tabindex: '0' }, note.exact),
      text,
      h('p', { class: 'do' }, save, ...(note.modified ? [remove] : [])),
    );
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      // What was changed of the others is not to be lost with the dialog.
      const changedOnes = fields.filter(
        (field) => field.note === note || field.text.value !== field.note.words,
      );
      const modified = new Date().toISOString();
      const saved = changedOnes.map((field) => ({
        ...field.note,
        words: field.text.value.trim(),
        created: field.note.created || modified,
        modified,
      }));
      finish(saved, putNotes(saved), words.noteSaved);
    });
    remove.addEventListener('click', () => finish([note], deleteNote(note.id), words.noteDeleted));
    return form;
  });
  const dialog = showDialog({ class: 'notes', title, close: words.close }, ...forms, status);
  dialog.querySelector('textarea')?.focus();

  function finish(done: readonly Note[], isKept: boolean, said: string): void {
    if (!isKept) {
      // What was written stays where it can be copied.
      status.textContent = words.notesNotKept;
      return;
    }
    for (const note of done) drafts.delete(draftOf(note));
    dialog.close();
    changed(said);
  }
}
