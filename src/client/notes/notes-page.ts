import { describePlace, type PartWords } from '../../lib/cite/describe-place.ts';
import type { Note, NoteBlock } from '../../lib/notes/note.ts';
import { type Placed, placeNote } from '../../lib/notes/place-note.ts';
import { readAnnotations } from '../../lib/notes/read-annotations.ts';
import { toAnnotations } from '../../lib/notes/to-annotations.ts';
import { addressesUnder } from '../../lib/reader/addresses.ts';
import { dataAddressesUnder } from '../../lib/reader/data-addresses.ts';
import { fillWords } from '../../lib/reader/search-text.ts';
import { type Script, scriptOf } from '../../lib/script/scripts.ts';
import type { DocumentData } from '../../schemas/data.ts';
import { h } from '../dom.ts';
import { fetchJson } from '../fetch-json.ts';
import { PageElement } from '../page-element.ts';
import { saveFile } from '../save-file.ts';
import { type NoteWords, openNoteDialog } from './note-dialog.ts';
import { changeNotes, deleteNote, onNotesChanged, putNotes, readNotes } from './stored-notes.ts';

/** A document that notes are on. */
interface Read {
  readonly data: DocumentData;
  readonly blocks: readonly NoteBlock[];
}
type Standing = Placed | { readonly kind: 'unplaced'; readonly why: 'document' };
/** A note, where it stands, and in what. */
interface Listed {
  readonly note: Note;
  readonly placed: Standing;
  readonly read: Read | undefined;
}

/** The list of the reader’s notes: each with where it stands now, and all of them as a file, out and in. */
class NotesPage extends PageElement {
  readonly #words: NoteWords & PartWords = JSON.parse(this.dataset.words ?? '{}');
  readonly #documents = new Map<string, Promise<Read | undefined>>();

  protected wire(stay: AbortSignal): void {
    this.#wire('export', () => void this.#export());
    this.#wire('clear', () => this.#clear());
    const file = this.querySelector<HTMLInputElement>('[type="file"]') as HTMLInputElement;
    this.#wire('import', () => file.click());
    file.addEventListener('change', async () => {
      const [chosen] = file.files ?? [];
      if (chosen) await this.#import(await chosen.text());
      file.value = '';
    });
    onNotesChanged(() => void this.#show(), stay);
    void this.#show();
  }

  #wire(name: string, act: () => void): void {
    const button = this.querySelector<HTMLButtonElement>(`[data-do="${name}"]`) as HTMLButtonElement;
    button.addEventListener('click', act);
    button.disabled = false;
  }

  #say(words: string): void {
    (this.querySelector('[role="status"]') as HTMLElement).textContent = words;
  }

  #read(slug: string): Promise<Read | undefined> {
    const { documentData } = dataAddressesUnder(this.dataset.root ?? '/');
    const reading =
      this.#documents.get(slug) ??
      fetchJson<DocumentData>(documentData(slug)).then(
        (data) => ({ data, blocks: blocksOf(data) }),
        () => undefined,
      );
    this.#documents.set(slug, reading);
    return reading;
  }

  async #place(note: Note): Promise<Listed> {
    const read = await this.#read(note.slug);
    return {
      note,
      read,
      placed: read ? placeNote(note, read.blocks) : { kind: 'unplaced', why: 'document' },
    };
  }

  /** All notes; those that were found again by their words are kept at the places where they are now. */
  async #settle(): Promise<Listed[]> {
    const listed = await Promise.all(readNotes().map((note) => this.#place(note)));
    const settled = listed.map((each): Listed => {
      const { note, placed, read } = each;
      if (placed.kind !== 'moved') return each;
      return { ...each, note: { ...note, ...placed.place, edition: read?.data.edition ?? note.edition } };
    });
    const moved = settled.filter(({ placed }) => placed.kind === 'moved');
    if (moved.length > 0) putNotes(moved.map(({ note }) => note));
    return settled;
  }

  async #show(): Promise<void> {
    const placed = await this.#settle();
    const bySlug = Map.groupBy(placed, ({ note }) => note.slug);
    const groups = [...bySlug].map(([slug, of]) =>
      h(
        'section',
        {},
        h('h2', { lang: of[0]?.read?.data.lang }, of[0]?.read?.data.title ?? slug),
        h(
          'ol',
          { class: 'notes-list', role: 'list' },
          ...of
            .toSorted((a, b) => startOf(a) - startOf(b))
            .map(({ note, placed: at, read }) => this.#item(note, at, read)),
        ),
      ),
    );
    this.querySelector('.found')?.replaceChildren(...groups);
    const unplaced = placed.filter(({ placed: { kind } }) => kind === 'unplaced').length;
    const { notesNone, notesCount } = this.#words;
    const count = placed.length === 0 ? notesNone : fillWords(notesCount, { notes: placed.length, unplaced });
    this.querySelector('.count')?.replaceChildren(count);
  }

  #item(note: Note, placed: Standing, read: Read | undefined): HTMLElement {
    const words = this.#words;
    const { lang = 'zh-Hans-CN' } = read?.data ?? {};
    const isPlaced = placed.kind !== 'unplaced';
    const at = isPlaced ? placed.place : note;
    const edit = h('button', { type: 'button' }, words.noteEdit);
    edit.addEventListener('click', () =>
      openNoteDialog({
        title: words.noteEdit,
        notes: [note],
        lang,
        words,
        changed: (said) => this.#changed(said),
      }),
    );
    const remove = h('button', { type: 'button' }, words.noteDelete);
    remove.addEventListener('click', () =>
      this.#changed(deleteNote(note.id) ? words.noteDeleted : words.notesNotKept),
    );
    const again = read && !isPlaced ? placeNote(note, read.blocks, true) : undefined;
    const { document } = addressesUnder(this.dataset.root ?? '/');
    const script = this.dataset.script as Script;
    const tools: Node[] = [edit, remove];
    if (again?.kind === 'moved') {
      const byWords = h('button', { type: 'button' }, words.notePlaceByWords);
      byWords.addEventListener('click', () => {
        const found = { ...toOwn(note), ...again.place, edition: read?.data.edition ?? note.edition };
        this.#changed(putNotes([found]) ? '' : words.notesNotKept);
      });
      tools.unshift(byWords);
    }
    return h(
      'li',
      {},
      h(
        'p',
        { class: 'place' },
        isPlaced
          ? h('a', { href: document(script, note.slug, at.block) }, placeOf(at.block, words))
          : h('span', {}, `${words.noteUnplaced}：${whyOf(placed, words)}（${placeOf(note.block, words)}）`),
        h('time', { datetime: note.modified }, note.modified.slice(0, 10)),
      ),
      h('blockquote', { lang }, note.exact),
      h('p', { class: 'words' }, note.words || `（${words.noteHighlight}）`),
      h('p', { class: 'do' }, ...tools),
    );
  }

  #changed(said: string): void {
    this.#say(said);
    void this.#show();
  }

  async #export(): Promise<void> {
    const { document } = addressesUnder(this.dataset.site ?? this.dataset.root ?? '/');
    const listed = await this.#settle();
    // The published text’s address: in its own script.
    const sources = new Map(
      listed.map(({ note: { slug }, read }) => [
        slug,
        new URL(document(scriptOf(read?.data.lang ?? 'zh-Hans-CN'), slug), location.href).href,
      ]),
    );
    const now = new Date().toISOString();
    const annotations = toAnnotations(
      listed.map(({ note }) => note),
      (slug) => sources.get(slug) ?? '',
      now,
    );
    const name = `duben-notes-${now.slice(0, 10)}.json`;
    saveFile(name, 'application/ld+json', `${JSON.stringify(annotations, null, 2)}\n`);
  }

  async #import(json: string): Promise<void> {
    const words = this.#words;
    let read: ReturnType<typeof readAnnotations>;
    try {
      read = readAnnotations(json, new Date().toISOString());
    } catch {
      return this.#say(words.notesUnread);
    }
    const known = new Map(readNotes().map((note) => [note.id, note]));
    // Of several of one id the last counts.
    const given = new Map(read.notes.map((note) => [note.id, note]));
    const added = [...given.values()].filter(
      ({ id, modified }) => modified > (known.get(id)?.modified ?? ''),
    );
    const placed = await Promise.all(added.map((note) => this.#place(note)));
    // Where all three agree it is a note like any other.
    const settled = placed.map(({ note, placed: { kind } }) => (kind === 'placed' ? toOwn(note) : note));
    const isKept = putNotes(settled);
    const unplaced = placed.filter(({ placed: { kind } }) => kind === 'unplaced').length;
    const counts = {
      added: added.length,
      unplaced,
      same: read.notes.length - added.length,
      refused: read.refused.length,
    };
    this.#changed(isKept ? fillWords(words.notesImported, counts) : words.notesNotKept);
  }

  #clear(): void {
    const notes = readNotes().length;
    if (notes === 0 || !confirm(fillWords(this.#words.notesClearSure, { notes }))) return;
    this.#changed(changeNotes(() => []) ? this.#words.noteDeleted : this.#words.notesNotKept);
  }
}

/** A document’s blocks in the order of its page. */
function blocksOf({ title, front, sections, back }: DocumentData): NoteBlock[] {
  return [
    { id: 'title', text: title },
    ...front,
    ...sections.flatMap(({ paragraphs }) => paragraphs),
    ...back,
  ].map(({ id, text }) => ({ id, text }));
}

const placeOf = (id: string, words: PartWords) => describePlace({ from: { id }, to: { id } }, 'zh', words);

/** A note that came from a file, as the reader’s own. */
function toOwn({ isImported, ...own }: Note): Note {
  return own;
}

function startOf({ note, placed }: Listed): number {
  return placed.kind === 'unplaced' ? note.start : placed.place.start;
}

function whyOf({ why }: Extract<Standing, { kind: 'unplaced' }>, words: NoteWords): string {
  return {
    position: words.noteWhyPosition,
    quote: words.noteWhyQuote,
    block: words.noteWhyBlock,
    several: words.noteWhySeveral,
    document: words.noteWhyDocument,
  }[why];
}

customElements.define('notes-page', NotesPage);
