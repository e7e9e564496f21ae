import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readDocuments } from '../../src/content/content-files.ts';
import { shareImageSize } from '../../src/lib/export/to-share-image.ts';
import './dist.ts';

const documents = readDocuments('content');

test('there is one share image a document', () => {
  expect(readdirSync('dist/share').sort()).toEqual(documents.map(({ slug }) => `${slug}.png`).sort());
});

test.each(documents)('the share image of $slug is a PNG of the size, under 200 kB', ({ slug }) => {
  const png = readFileSync(`dist/share/${slug}.png`);
  expect(png.subarray(1, 4).toString('latin1')).toBe('PNG');
  expect({ width: png.readUInt32BE(16), height: png.readUInt32BE(20) }).toEqual(shareImageSize);
  expect(png.length).toBeLessThan(200_000);
});
