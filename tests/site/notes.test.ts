import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { NoteBlock } from '../../src/lib/notes/note.ts';

test('the text of every document is the same from its data as from its page', () => {
  // Places are counted in either: see `blocksOf` in the page of notes, and `listCitableBlocks`.
  for (const name of readdirSync('content/documents')) {
    const slug = name.replace('.md', '');
    const { title, front, sections, back } = JSON.parse(readFileSync(`dist/data/${slug}.json`, 'utf8'));
    const fromData = [
      'title',
      ...[
        ...front,
        ...sections.flatMap(({ paragraphs }: { paragraphs: NoteBlock[] }) => paragraphs),
        ...back,
      ].map(({ id }) => id),
    ];
    expect(title).not.toBe('');
    const html = readFileSync(`dist/hans/${slug}/index.html`, 'utf8');
    const fromPage = [...html.matchAll(/<(?:h1|p) id="([^"]+)"/g)].map(([, id]) => id);
    expect(fromPage, slug).toEqual(fromData);
  }
});
