import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readCitationStyles } from '../../../src/content/citation-styles.ts';
import { formatGbt } from '../../../src/lib/cite/format-gbt.ts';
import { formats } from '../../../src/lib/cite/formats.ts';
import { toCitations } from '../../../src/lib/cite/to-citations.ts';
import { expectFile } from '../expect-file.ts';
import { citeAll, documentOf, documents, recordOf, site } from './records.ts';

/** One of each kind that a collection cites, with a paragraph of it. */
const cited: readonly (readonly [slug: string, id: string])[] = [
  ['2023-joint-statement', 's5-3'],
  ['2024-joint-statement', 's5-3'],
  ['xinhua-signing', 'p2'],
  ['cna-report', 'p4'],
  ['xinhua-first-day', 'p3'],
  ['2023-joint-statement-mirror', 's5-3'],
];

// Written by hand from the standards, not from the program: read the standard before changing one.
describe.each(cited)('%s', (slug, id) => {
  const document = documentOf(slug);
  const places = [
    ['whole', undefined],
    ['paragraph', { from: { id }, to: { id } }],
  ] as const;
  const citations = places.flatMap(([place, mark]) =>
    [site, undefined].map((root) => ({
      name: `== ${place}, ${root ? 'with' : 'without'} address`,
      texts: citeAll(recordOf(document, root), mark),
    })),
  );

  test.each(formats.map(({ key }) => key))('is cited by %s as written by hand', (key) => {
    const lines = citations.map(({ name, texts }) => `${name}\n${texts.get(key)?.trimEnd()}\n`);
    expectFile(join('tests/fixtures/cite', slug, `${key}.txt`), lines.join('\n').replaceAll('\r\n', '\n'));
  });
});

test('of more than three authors GB/T 7714 names three', () => {
  const record = recordOf(documentOf('2023-joint-statement'), undefined);
  const opening = (bodies: readonly string[], edition: 2015 | 2025) =>
    formatGbt({ ...record, bodies }, edition, false).split('. ')[0];
  expect(opening(['甲', '乙', '丙'], 2025)).toBe('甲，乙，丙');
  expect(opening(['甲', '乙', '丙', '丁'], 2025)).toBe('甲，乙，丙，等');
  expect(opening(['甲', '乙', '丙', '丁'], 2015)).toBe('甲, 乙, 丙, 等');
});

test('a citation is the same whatever was cited before it', () => {
  const records = documents.flatMap(({ slug }) => {
    const record = recordOf(documentOf(slug), site);
    return [
      record,
      { ...record, title: `${record.title}？`, address: 'https://texts.example/$&/', basis: 'Basis.' },
    ];
  });
  const cite = (inOrder: typeof records) => {
    const formatters = readCitationStyles();
    return new Map(inOrder.map((record) => [record, toCitations(record, formatters)]));
  };
  const [forward, backward] = [cite(records), cite(records.toReversed())];
  for (const record of records) {
    expect(forward.get(record), record.slug).toEqual(backward.get(record));
    for (const { key, whole, part } of forward.get(record) ?? []) {
      if (['chicago', 'apa', 'mla'].includes(key)) expect(whole, key).toContain(record.address);
      // Nothing that stood for a title, a kind or an address is left.
      expect(whole + part, key).not.toMatch(/[\uE000-\uF8FF]/u);
    }
  }
});
