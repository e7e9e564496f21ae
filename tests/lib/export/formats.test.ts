import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import { zip } from '../../../scripts/steps/zip.ts';
import { toEpub } from '../../../src/lib/export/to-epub.ts';
import { toEpubPage } from '../../../src/lib/export/to-epub-page.ts';
import { toMarkdown } from '../../../src/lib/export/to-markdown.ts';
import { toPlainText } from '../../../src/lib/export/to-plain-text.ts';
import { toSourceLines } from '../../../src/lib/export/to-source-lines.ts';
import { toTei } from '../../../src/lib/export/to-tei.ts';
import type { Volume } from '../../../src/lib/export/volume.ts';
import { toSourceText } from '../../../src/lib/text/source-text.ts';
import type { Ledger } from '../../../src/schemas/ledger.ts';
import type { Difference } from '../../../src/schemas/relations-data.ts';
import { hostileLines } from '../document/hostile-lines.ts';
import { textsOfHtml, textsOfMarkdown, textsOfPlainText, textsOfTei } from './extract-texts.ts';
import { sampleDocument, sampleVolume } from './sample-volume.ts';

const entryOf = (volume: Volume) => {
  const [entry] = volume.entries;
  if (!entry) throw new Error('no entry');
  return entry;
};
const validate = (xml: string) =>
  validateXML({
    xml: [{ fileName: 'sample.xml', contents: xml }],
    schema: [readFileSync('src/schemas/tei.rng', 'utf8')],
    extension: 'relaxng',
  });

const rich = sampleVolume(
  [
    sampleDocument(
      'base',
      {
        title: '甲国\n乙国声明',
        dateline: '某社电',
        's0-1': '前言。',
        s1: '一',
        's1-1': '双方同意合作。',
        's1-2': '双方印错宇。',
        s2: '二',
        's2-1': '<b>&amp; ]]> “甲”',
        'signature-1': '甲 乙\n丙',
        'caption-1': '图。',
      },
      {
        date: 'XXXX-03-21',
        dateBasis: 'dateline',
        gaps: [
          { after: 'title', reason: '其前未收到。' },
          { after: 's2-1', reason: '其后未收到。', extent: '约一版' },
        ],
        notes: [{ at: 's1-2', from: 4, to: 5, printed: '宇', likely: '字', reason: '形近。' }],
      },
    ),
    sampleDocument('witness', { title: '声明', p1: '双方合作。' }),
  ],
  [
    {
      id: 's1-1.2',
      kind: 'wording',
      base: { from: 's1-1:2', to: 's1-1:4', text: '同意' },
      witness: { from: 'p1:2', to: 'p1:2', text: '' },
    },
    {
      id: 's1-1.7',
      kind: 'lacking',
      base: { from: 's1-1:7', to: 's1-2:6', text: '¶双方印错宇。' },
      witness: { from: 'p1:5', to: 'p1:5', text: '' },
    },
  ],
);

describe('TEI', () => {
  const tei = toTei(entryOf(rich), rich);
  test('is valid, whatever a document has', async () => {
    expect((await validate(tei)).errors).toEqual([]);
  });
  test('says what differs where it is, and apart where it goes across paragraphs', () => {
    expect(tei).toContain(
      '双方<app><lem wit="#wit.base">同意</lem><rdg type="wording" wit="#wit.witness"/></app>合作。',
    );
    expect(tei).toContain('<app from="#s1-1" to="#s1-2" loc="s1-1:7 s1-2:6" n="s1-2">');
    expect(tei).toContain('<rdg type="lacking" wit="#wit.witness"/>');
  });
  test('notes a misprint beside the text, and a gap in its place', () => {
    expect(tei).toContain('双方印错<choice><sic>宇</sic><corr>字</corr></choice><note type="editorial"');
    expect(tei).toMatch(/乙国声明<\/head>\n<gap><desc [^>]*>其前未收到。/);
    expect(tei).toContain('<gap extent="约一版">');
  });
  test('states a day of no year as such', () => {
    expect(tei).toContain('when="--03-21"');
  });
});

test('several witnesses of a place stand beside each other, and the base’s text stands once', async () => {
  const difference = (from: number, to: number, text: string, reading: string): Difference => ({
    id: `p1.${from}`,
    kind: 'wording',
    base: { from: `p1:${from}`, to: `p1:${to}`, text },
    witness: { from: 'p1:0', to: 'p1:0', text: reading },
  });
  const volume = sampleVolume(
    [
      sampleDocument('base', { title: '声明', p1: '双方同意合作。' }),
      sampleDocument('one', { title: '声明', p1: '双方将合作。' }),
      sampleDocument('two', { title: '声明', p1: '双方愿合作。' }),
    ],
    [difference(2, 4, '同意', '将')],
    // The same place, one that shares a character with it, and an insertion at its end.
    [difference(2, 4, '同意', '愿'), difference(3, 5, '意合', '义合'), difference(4, 4, '', '加强')],
  );
  const tei = toTei(entryOf(volume), volume);
  expect((await validate(tei)).errors).toEqual([]);
  expect(textsOfTei(tei).get('p1')).toBe('双方同意合作。');
  expect(tei).toContain(
    '双方<app><lem wit="#wit.base">同意</lem><rdg type="wording" wit="#wit.one">将</rdg><rdg type="wording" wit="#wit.two">愿</rdg></app><app>',
  );
  expect(tei).toMatch(/<app from="#p1" to="#p1" loc="p1:3 p1:5"/);
  expect(tei.match(/<rdg /g)).toHaveLength(4);
});

test('what XML cannot hold is refused, not lost', () => {
  for (const text of ['甲\u0007乙', '甲\uD800乙']) {
    const volume = sampleVolume([sampleDocument('base', { title: '声明', p1: text })]);
    expect(() => toTei(entryOf(volume), volume)).toThrow(/Unexpected U\+(?:0007|D800)/);
  }
  const volume = sampleVolume([sampleDocument('base', { title: '声明', p1: '甲\r乙' })]);
  expect(textsOfTei(toTei(entryOf(volume), volume)).get('p1')).toBe('甲\r乙');
});

test('a page to read has misprints as footnotes, in either script', () => {
  const page = toEpubPage(entryOf(rich), rich, 'hant');
  expect(page).toContain('雙方印錯宇<sup>');
  expect(page).toMatch(
    /id="note-1">\n<p><a role="doc-backlink" href="#ref-1"[^>]*>1<\/a> 〔疑誤〕宇 → 字：形近。/,
  );
});

// What a text may be, lines as printed among it; a format may not lose, add or take anything for markup of its own.
const line = fc.oneof(
  fc.constantFrom(...hostileLines, '[s1-1] 甲', '# 甲', '〔缺文〕甲', '====', '</p>', '&lt;', ']]>'),
  fc.string({ unit: fc.constantFrom(...'甲乙丙。“”<>&[]#{}*_`\\ -1') }),
);
const text = fc
  .array(line, { minLength: 1, maxLength: 3 })
  .map((lines) => lines.join('\n'))
  // As the import has it: no block begins or ends with a space or an empty line.
  .filter((value) => value.split('\n').every((each) => each.trim() === each && each !== ''));

test('any text comes back from every format', () => {
  fc.assert(
    fc.property(text, text, (title, paragraph) => {
      const volume = sampleVolume([sampleDocument('base', { title, p1: paragraph })]);
      const entry = entryOf(volume);
      const expected = new Map([
        ['title', title],
        ['p1', paragraph],
      ]);
      expect(textsOfPlainText(toPlainText(entry, volume))).toEqual(expected);
      expect(textsOfMarkdown(toMarkdown(entry, volume))).toEqual(expected);
      expect(textsOfTei(toTei(entry, volume))).toEqual(expected);
      expect(textsOfHtml(toEpubPage(entry, volume, 'hans'))).toEqual(expected);
    }),
  );
});

test('an EPUB begins with its type, not compressed, and is the same bytes each time', () => {
  const files = toEpub(entryOf(rich), rich);
  const packed = zip(files, ['mimetype']);
  // Local file header (APPNOTE 4.3.7): method at 8, time and date at 10, name at 30.
  const view = new DataView(packed.buffer, packed.byteOffset);
  expect(view.getUint16(8, true)).toBe(0);
  expect(new TextDecoder().decode(packed.subarray(30, 58))).toBe('mimetypeapplication/epub+zip');
  // The first of January 1980, midnight.
  expect([view.getUint16(10, true), view.getUint16(12, true)]).toEqual([0, 0x21]);
  expect(zip(toEpub(entryOf(rich), rich), ['mimetype'])).toEqual(packed);
});

test('the lines of a source are known through ends of lines that are kept and entities that read otherwise', () => {
  const source = toSourceText('a', 'a', '甲乙\n丙&amp;丁\n戊');
  const ledger = {
    entries: [
      { from: 0, to: 4, kept: 'a#title', at: 0 },
      { from: 4, to: 9, kept: 'a#p1', at: 0, as: '&' },
      { from: 9, to: 10, kept: 'a#p1', at: 1 },
      { from: 10, to: 11, left: 'line-wrap' },
      { from: 11, to: 12, kept: 'a#p1', at: 2 },
    ],
  } as unknown as Ledger;
  expect(toSourceLines(ledger, source)).toEqual(
    new Map([
      [
        'a#title',
        [
          { at: 0, line: 1 },
          { at: 3, line: 2 },
        ],
      ],
      [
        'a#p1',
        [
          { at: 0, line: 2 },
          { at: 2, line: 3 },
        ],
      ],
    ]),
  );
});
