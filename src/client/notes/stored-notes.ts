import type { Note } from '../../lib/notes/note.ts';
import { onSettingChanged, readSetting, storeSetting } from '../settings.ts';

const setting = 'notes';

/** All of the reader’s notes, in the order in which they were made. */
export function readNotes(): Note[] {
  return parseStored().notes;
}

/** The notes in storage, and whether everything in it is one. */
function parseStored(): { readonly notes: Note[]; readonly isWhole: boolean } {
  try {
    const stored: unknown = JSON.parse(readStored() || '[]');
    const notes = Array.isArray(stored) ? stored.filter(isNote) : [];
    return { notes, isWhole: Array.isArray(stored) && notes.length === stored.length };
  } catch {
    return { notes: [], isWhole: false };
  }
}

function isNote(value: unknown): value is Note {
  const { id, slug, block, exact, start, end } = (value ?? {}) as Partial<Note>;
  return (
    [id, slug, block, exact].every((text) => typeof text === 'string') &&
    Number.isInteger(start) &&
    Number.isInteger(end)
  );
}

/** Whether there are notes on a document, without reading them. */
export function hasNotes(slug: string): boolean {
  return readStored().includes(`"slug":"${slug}"`);
}

/** Change the notes as they stand now: another page may have changed them. @returns whether the browser kept them */
export function changeNotes(change: (notes: readonly Note[]) => readonly Note[]): boolean {
  const { notes, isWhole } = parseStored();
  // What cannot be read is put aside, not written over.
  const isSafe = isWhole || storeSetting(`${setting}.unread`, readStored());
  return isSafe && storeSetting(setting, JSON.stringify(change(notes)));
}

/** Put notes in the place of those with their ids, and others after them. */
export function putNotes(notes: readonly Note[]): boolean {
  const byId = new Map(notes.map((note) => [note.id, note]));
  return changeNotes((all) => {
    const kept = all.map((note) => byId.get(note.id) ?? note);
    const known = new Set(all.map(({ id }) => id));
    return [...kept, ...notes.filter(({ id }) => !known.has(id))];
  });
}

export function deleteNote(id: string): boolean {
  return changeNotes((all) => all.filter((note) => note.id !== id));
}

/** Call back when another page changes the notes. */
export function onNotesChanged(act: () => void, stay: AbortSignal): void {
  onSettingChanged(setting, act, stay);
}

const readStored = () => readSetting(setting) ?? '';
