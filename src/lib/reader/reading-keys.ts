import { noteKeys } from './note-text.ts';
import { partNames } from './part-names.ts';

// Which words pages give to the browser: see `search-keys.ts`.

/** What can be done with a paragraph. */
export const barKeys = ['cite', 'copyLinkShort', 'noteShort', 'source', 'showPublished', 'close'] as const;

/** What notes say on the page of a document. */
export const documentNoteKeys = [
  'noteShort',
  'noteWords',
  'noteSave',
  'noteDelete',
  'noteSaved',
  'noteDeleted',
  'noteOf',
  'notesNotKept',
  'close',
] as const;

/** What the page of notes says. */
export const notesPageKeys = [...noteKeys, 'close', ...Object.values(partNames)] as const;
