import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Note, type NoteBlock, startsOf, textOf, toNotePlace } from '../../../src/lib/notes/note.ts';
import { partsOfPlace, placeNote } from '../../../src/lib/notes/place-note.ts';
import { readAnnotations } from '../../../src/lib/notes/read-annotations.ts';
import { toAnnotations } from '../../../src/lib/notes/to-annotations.ts';

const now = '2026-11-21T12:00:00.000Z';
const sourceOf = (slug: string) => `https://duben.example/hans/${slug}/`;

/** A note on the first place of some words. */
function noteOn(blocks: readonly NoteBlock[], words: string, more: Partial<Note> = {}): Note {
  const text = textOf(blocks).join('');
  const start = Array.from(text.slice(0, text.indexOf(words))).length;
  const place = toNotePlace(blocks, start, start + Array.from(words).length);
  if (!place) throw new Error(`${words} is not in the text.`);
  return {
    id: 'urn:uuid:1',
    slug: 'a-text',
    edition: '2026-11-21',
    ...place,
    words: '按语',
    created: now,
    modified: now,
    ...more,
  };
}

const blocks: NoteBlock[] = [
  { id: 'title', text: '联合声明' },
  { id: 's1-1', text: '双方指出，能源合作𠮷祥。' },
  { id: 's1-2', text: '双方指出，边境合作继续。' },
  { id: 's1-3', text: '双方指出，能源合作继续。' },
];

describe('a place', () => {
  test('counts code points, over all blocks', () => {
    const { start, end, block, prefix, suffix } = noteOn(blocks, '𠮷祥');
    expect([start, end, block]).toEqual([14, 16, 's1-1']);
    expect(prefix).toBe('联合声明\n双方指出，能源合作');
    expect(suffix).toBe('。\n双方指出，边境合作继续。\n双方指出，能源合作继续。');
  });

  test('may go over several blocks, and is cut where they end', () => {
    expect(partsOfPlace(blocks, noteOn(blocks, '𠮷祥。\n双方'))).toEqual([
      { id: 's1-1', from: 9, to: 12 },
      { id: 's1-2', from: 0, to: 2 },
    ]);
  });

  test('of any stretch of any text is placed there again', () => {
    const texts = fc.array(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }), {
      minLength: 1,
      maxLength: 6,
    });
    fc.assert(
      fc.property(texts, fc.nat(), fc.nat(), (written, a, b) => {
        const any = written.map((text, index) => ({ id: `p${index + 1}`, text }));
        const { length } = textOf(any);
        const start = a % length;
        const end = start + 1 + (b % (length - start));
        const place = toNotePlace(any, start, end);
        if (!place) throw new Error('no place');
        const note: Note = { ...noteOn(blocks, '能源'), ...place };
        expect(placeNote(note, any)).toEqual({ kind: 'placed', place: note });
        const parts = partsOfPlace(any, place);
        const text = parts.map(({ id, from, to }) =>
          Array.from(any.find((block) => block.id === id)?.text ?? '')
            .slice(from, to)
            .join(''),
        );
        expect(text.join('')).toBe(
          place.exact.replaceAll('\n', (sign, at) =>
            isBreak(any, start + Array.from(place.exact.slice(0, at)).length) ? '' : sign,
          ),
        );
      }),
    );
  });
});

/** Whether a place of the text is between two blocks. */
function isBreak(any: readonly NoteBlock[], at: number): boolean {
  return startsOf(any)
    .slice(1)
    .some((start) => start - 1 === at);
}

describe('in another edition', () => {
  const edited = [
    ...blocks.slice(0, 1),
    { id: 's0-1', text: '新的一段。' },
    { id: 's1-1', text: '双方再次指出，能源合作𠮷祥。' },
    ...blocks.slice(2),
  ];

  test('a reader’s own note is found by its words', () => {
    const placed = placeNote(noteOn(blocks, '能源合作𠮷祥'), edited);
    expect(placed).toMatchObject({ kind: 'moved', place: { block: 's1-1', start: 18, end: 24 } });
  });

  test('one whose words stand in another block now, too, if what stood around them does', () => {
    const moved = [
      ...blocks.slice(0, 1),
      { id: 's2-1', text: '双方指出，能源合作𠮷祥。' },
      ...blocks.slice(2),
    ];
    expect(placeNote(noteOn(blocks, '𠮷祥'), moved)).toMatchObject({
      kind: 'moved',
      place: { block: 's2-1' },
    });
  });

  test('one whose words are gone is not placed, nor one that could be in two places', () => {
    const gone = blocks.map((block) => ({ ...block, text: block.text.replace('𠮷祥', '吉祥') }));
    expect(placeNote(noteOn(blocks, '𠮷祥'), gone)).toEqual({ kind: 'unplaced', why: 'quote' });
    const twice = [{ id: 's1-1', text: '能源能源' }];
    const note = noteOn(blocks, '能源');
    expect(placeNote(note, twice)).toEqual({ kind: 'unplaced', why: 'several' });
  });

  test('one from a file is looked for only when asked', () => {
    const note = noteOn(blocks, '能源合作𠮷祥', { isImported: true });
    expect(placeNote(note, edited)).toEqual({ kind: 'unplaced', why: 'position' });
    expect(placeNote(note, edited, true)).toMatchObject({ kind: 'moved' });
  });
});

describe('a file of annotations', () => {
  const notes = [noteOn(blocks, '能源'), noteOn(blocks, '边境', { id: 'urn:uuid:2', words: '' })];
  const json = JSON.stringify(toAnnotations(notes, sourceOf, now));

  test('has what the standard asks for', () => {
    const { first, ...collection } = JSON.parse(json);
    expect(collection).toMatchObject({
      '@context': 'http://www.w3.org/ns/anno.jsonld',
      type: 'AnnotationCollection',
      total: 2,
    });
    expect(first.items[1].motivation).toBe('highlighting');
    expect(first.items[0]).toMatchObject({
      type: 'Annotation',
      motivation: 'commenting',
      body: { type: 'TextualBody', value: '按语', format: 'text/plain' },
      target: { source: 'https://duben.example/hans/a-text/' },
    });
    expect(first.items[0].target.selector.map(({ type }: { type: string }) => type)).toEqual([
      'FragmentSelector',
      'TextQuoteSelector',
      'TextPositionSelector',
    ]);
  });

  test('is read back as it was written', () => {
    expect(readAnnotations(json, now)).toEqual({
      notes: notes.map((note) => ({ ...note, isImported: true })),
      refused: [],
    });
  });

  test.each([
    ['its position', { start: 13, end: 15 }, 'position'],
    ['its words', { exact: '能力' }, 'quote'],
    ['what stands before it', { prefix: '各方指出，' }, 'quote'],
    ['its block', { block: 's1-2' }, 'block'],
    ['a block that is not there', { block: 's9-9' }, 'block'],
    ['a place beyond the end', { start: 9000, end: 9002 }, 'position'],
  ])('is unplaced where %s does not agree', (_, change, why) => {
    const [note] = readAnnotations(
      JSON.stringify(toAnnotations([{ ...noteOn(blocks, '能源'), ...change }], sourceOf, now)),
      now,
    ).notes;
    expect(note && placeNote(note, blocks)).toEqual({ kind: 'unplaced', why });
  });

  test('may be one annotation, a list or a page, and says what in it is none', () => {
    const [item] = JSON.parse(json).first.items;
    for (const value of [item, [item], { type: 'AnnotationPage', items: [item] }])
      expect(readAnnotations(JSON.stringify(value), now).notes).toHaveLength(1);
    const { notes: read, refused } = readAnnotations(
      JSON.stringify([
        null,
        7,
        { type: 'Annotation' },
        { ...item, target: { ...item.target, selector: item.target.selector.slice(0, 2) } },
        { ...item, target: { ...item.target, source: 'https://elsewhere.example/page' } },
      ]),
      now,
    );
    expect(read).toEqual([]);
    expect(refused).toEqual([
      { number: 1, why: 'form' },
      { number: 2, why: 'form' },
      { number: 3, why: 'target' },
      { number: 4, why: 'selectors' },
      { number: 5, why: 'target' },
    ]);
    expect(() => readAnnotations('<html>', now)).toThrow(SyntaxError);
  });
});
