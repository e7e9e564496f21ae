import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readDocuments } from '../../src/content/content-files.ts';
import type { DocumentData, IndexData } from '../../src/schemas/data.ts';
import type { Ledger } from '../../src/schemas/ledger.ts';
import './dist.ts';

const documents = readDocuments('content');

function read<Data>(path: string): Data {
  return JSON.parse(readFileSync(`dist/data/${path}`, 'utf8')) as Data;
}

test('the index is complete', () => {
  const index = read<IndexData>('index.json');
  expect(index.documents.map(({ slug }) => slug).sort()).toEqual(documents.map(({ slug }) => slug).sort());
  expect(index.sources.map(({ id }) => id).sort()).toEqual(readdirSync('content/sources').sort());
  for (const { characters, kept, leftOut } of index.sources)
    expect(kept + Object.values(leftOut).reduce((sum, count) => sum + count, 0)).toBe(characters);
});

test.each(documents)('every character of $slug traces back', (document) => {
  const data = read<DocumentData>(`${document.slug}.json`);
  const characters = Array.from(readFileSync(`dist/data/sources/${document.source}.txt`, 'utf8'));
  const ledger: Ledger = JSON.parse(readFileSync(`content/ledger/${document.source}.json`, 'utf8'));
  /** As it reads: a reference of HTML stands for its character. */
  const reads = (from: number, to: number) =>
    ledger.entries
      .filter((entry) => 'kept' in entry && entry.from >= from && entry.to <= to)
      .map((entry) => ('as' in entry && entry.as) || characters.slice(entry.from, entry.to).join(''))
      .join('');
  const blocks = [...data.front, ...data.sections.flatMap(({ paragraphs }) => paragraphs), ...data.back];
  // Together and in order they are the document.
  const expected = document.blocks.filter(({ part }) => part !== 'title' && part !== 'heading');
  expect(blocks.map(({ id, text }) => ({ id, text }))).toEqual(
    expected.map(({ id, text }) => ({ id, text })),
  );
  expect(data.title).toBe(document.blocks[0]?.text);
  for (const { text, source } of [...blocks, { text: data.title, source: data.titleSource }]) {
    expect(source.map(({ from, to }) => reads(from, to)).join('')).toBe(text);
    for (const { from, line } of source) {
      const before = characters.slice(0, from).join('').split('\n');
      expect(line).toBe(before.length);
    }
  }
  for (const { at, from, to, printed } of data.notes) {
    const block = blocks.find(({ id }) => id === at);
    expect(
      Array.from(block?.text ?? '')
        .slice(from, to)
        .join(''),
    ).toBe(printed);
  }
});

test.each(readdirSync('content/sources'))('the raw download of %s is the received bytes', (source) => {
  const received = readFileSync(`content/sources/${source}/source.txt`);
  expect(readFileSync(`dist/data/sources/${source}.txt`).equals(received)).toBe(true);
});
