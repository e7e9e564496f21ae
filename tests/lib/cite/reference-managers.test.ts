import { createRequire } from 'node:module';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { citationFiles } from '../../../src/lib/cite/citation-files.ts';
import type { CitationRecord } from '../../../src/lib/cite/record.ts';
import { toBibtex } from '../../../src/lib/cite/to-bibtex.ts';
import { toCitations } from '../../../src/lib/cite/to-citations.ts';
import { toCoins } from '../../../src/lib/cite/to-coins.ts';
import { toJsonLd } from '../../../src/lib/cite/to-json-ld.ts';
import { toRis } from '../../../src/lib/cite/to-ris.ts';
import {
  accessed,
  citeAll,
  documentOf,
  documents,
  fillAll,
  partWordsIn,
  recordOf,
  site,
  styles,
} from './records.ts';

/** What citation-js has read, as far as it matters here: it has no types. */
interface Read {
  readonly id: string;
  readonly type: string;
  readonly title: string;
  readonly author?: readonly { readonly family?: string; readonly literal?: string }[];
  readonly issued?: { readonly 'date-parts': readonly (readonly number[])[] };
  readonly accessed?: unknown;
  readonly publisher?: string;
  readonly note?: string;
  readonly genre?: string;
  readonly language: string;
  readonly URL?: string;
}
const require = createRequire(import.meta.url);
const { Cite } = require('@citation-js/core') as { Cite: new (text: string) => { data: readonly Read[] } };
require('@citation-js/plugin-bibtex');
require('@citation-js/plugin-ris');

function read(text: string): Read {
  const { data } = new Cite(text);
  expect(data).toHaveLength(1);
  return data[0] as Read;
}
const namesOf = ({ author = [] }: Read) => author.map(({ family, literal }) => literal ?? family);
const authorsOf = ({ persons, bodies }: CitationRecord) => (persons.length > 0 ? persons : bodies);
const dateParts = (date: string) => ({ 'date-parts': [date.split('-').map(Number)] });

const records = documents.map((document) => recordOf(document, site));
const managed = ['bibtex', 'ris', 'csl-json'] as const;
const mark = { from: { id: 'p2' }, to: { id: 'p2' } };

describe.each(managed)('%s', (format) => {
  test.each(records.map((record) => [record.slug, record] as const))(
    'of %s is read by another program as it was meant',
    (slug, record) => {
      const item = read(citeAll(record, mark).get(format) ?? '');
      expect(item).toMatchObject({
        id: format === 'bibtex' ? `${slug}:p2` : `${slug}#p2`,
        type: 'webpage',
        title: record.title,
        language: record.lang,
        URL: `${record.address}#p2`,
      });
      expect(namesOf(item)).toEqual(authorsOf(record));
      const isDated = record.date && !record.date.startsWith('XXXX');
      expect(item.issued).toEqual(
        isDated
          ? dateParts(record.date ?? '')
          : format === 'csl-json' && record.date
            ? { literal: `March ${Number(record.date.slice(-2))}, year not stated` }
            : undefined,
      );
      const bodies = record.persons.length > 0 ? record.bodies : [];
      expect(`${item.genre ?? ''}${item.note}`).toContain([record.kind, ...bodies, record.basis].join('，'));
      expect(item.note?.endsWith('第2段')).toBe(true);
      if (format === 'bibtex') expect(item.accessed).toEqual(dateParts(accessed));
    },
  );
});

test('the lines of RIS end in CRLF, and each has a tag', () => {
  for (const record of records) {
    const lines = toRis(record, true).split('\r\n');
    expect(lines.pop()).toBe('');
    expect(lines[0]).toBe('TY  - ELEC');
    expect(lines.at(-1)).toBe('ER  - ');
    for (const line of lines) expect(line).toMatch(/^[A-Z][A-Z0-9] {2}- [^\r\n]*$/);
  }
});

test('files for reference managers are of the whole document, and leave nothing open', () => {
  for (const record of records) {
    const { slug, edition, address = null } = record;
    const parts = partWordsIn(record.script);
    const citations = { slug, edition, parts, address, citations: toCitations(record, styles) };
    expect(citationFiles.map(({ extension }) => extension)).toEqual(['bib', 'ris', 'csl.json', 'json']);
    for (const { extension, write } of citationFiles.slice(0, 3)) {
      const text = write(citations);
      expect(text, extension).not.toMatch(/[⟦⟧]/u);
      expect(read(text)).toMatchObject({ id: slug, title: record.title, URL: address });
    }
  }
});

const title = fc
  .array(
    fc.constantFrom(...'\\{}&%$#_~^', '&amp;', '\\alpha', '{x}', '联合', '聲明', '“', '”', '：', 'a', '7'),
    {
      minLength: 1,
      maxLength: 24,
    },
  )
  .map((pieces) => pieces.join(''));

test('whatever a title and a name have in them comes back from BibTeX, RIS and CSL-JSON', () => {
  const record = recordOf(documentOf('cna-report'), site);
  fc.assert(
    fc.property(title, title, (words, name) => {
      const strange = { ...record, title: words, persons: [name], bodies: ['中央社'] };
      const filled = fillAll(toCitations(strange, styles), 'hant', mark);
      for (const format of managed) {
        const item = read(filled.get(format) ?? '');
        expect(item.title, format).toBe(words);
        expect(namesOf(item), format).toEqual([name]);
      }
    }),
    { numRuns: 60 },
  );
});

test('braces of BibTeX hold whatever is in them', () => {
  const record = recordOf(documentOf('cna-report'), site);
  fc.assert(
    fc.property(title, (words) => {
      const text = toBibtex({ ...record, title: words }, false).replaceAll(/\\[\\{}]/g, '');
      expect(text.split('{').length).toBe(text.split('}').length);
    }),
  );
});

/** What Zotero makes of a COinS, by the rules of its `parseContextObject` for the Dublin Core format. */
function readAsZotero(coins: string) {
  const values = coins.split('&').map((part) => {
    const at = part.indexOf('=');
    return [part.slice(0, at), decodeURIComponent(part.slice(at + 1).replaceAll('+', ' '))] as const;
  });
  const all = (key: string) => values.filter(([name]) => name === key).map(([, value]) => value);
  const [one] = [(key: string) => all(key)[0]];
  expect(one('rft_val_fmt')).toBe('info:ofi/fmt:kev:mtx:dc');
  return {
    itemType: one('rft.type'),
    title: one('rft.title'),
    creators: all('rft.au'),
    publicationTitle: one('rft.source'),
    publisher: one('rft.publisher'),
    date: one('rft.date'),
    language: one('rft.language'),
    url: all('rft.identifier').find((identifier) => /^https?:\/\//.test(identifier)),
  };
}

describe('COinS', () => {
  const coinsOf = (slug: string, root?: string) => {
    const document = documentOf(slug);
    return readAsZotero(toCoins(recordOf(document, root)));
  };

  test('are read by Zotero’s rules', () => {
    expect(coinsOf('2023-joint-statement', site)).toEqual({
      itemType: 'webpage',
      title: '中华人民共和国和俄罗斯联邦关于深化新时代全面战略协作伙伴关系的联合声明',
      creators: ['中华人民共和国', '俄罗斯联邦'],
      publicationTitle: '读本（2026-11-21版）',
      publisher: undefined,
      date: '2023-03-21',
      language: 'zh-Hans-CN',
      url: 'https://duben.example/hans/2023-joint-statement/',
    });
    expect(coinsOf('cna-report', site)).toMatchObject({
      creators: ['呂佳蓉'],
      // The publisher would be the website’s.
      publisher: undefined,
      publicationTitle: '讀本（2026-11-21版）',
    });
  });

  test('leave out what is not known', () => {
    expect(coinsOf('xinhua-signing')).toMatchObject({ date: undefined, url: undefined });
    expect(coinsOf('xinhua-first-day')).toMatchObject({ creators: [], date: undefined });
  });

  test('hold any title', () => {
    const record = recordOf(documentOf('cna-report'), site);
    fc.assert(
      fc.property(title, (words) => {
        expect(readAsZotero(toCoins({ ...record, title: words })).title).toBe(words);
      }),
    );
  });
});

describe('JSON-LD', () => {
  const jsonLdOf = (slug: string, root?: string) => {
    const document = documentOf(slug);
    return toJsonLd(recordOf(document, root));
  };

  test('says what the source says, persons and bodies apart', () => {
    expect(jsonLdOf('cna-report', site)).toMatchObject({
      '@context': 'https://schema.org',
      '@type': 'Article',
      headline: '中俄簽署聯合聲明 稱彼此為優先合作夥伴',
      inLanguage: 'zh-Hant-TW',
      author: [{ '@type': 'Person', name: '呂佳蓉' }],
      sourceOrganization: [{ '@type': 'Organization', name: '中央社' }],
      datePublished: '2023-03-22',
      url: 'https://duben.example/hant/cna-report/',
      isPartOf: { '@type': 'Collection', name: '讀本', version: '2026-11-21' },
    });
    expect(jsonLdOf('2023-joint-statement', site)).toMatchObject({
      author: [
        { '@type': 'Organization', name: '中华人民共和国' },
        { '@type': 'Organization', name: '俄罗斯联邦' },
      ],
    });
  });

  test.each([
    ['a date without a year', 'xinhua-signing', ['datePublished', 'url', 'publisher']],
    ['nothing stated', 'xinhua-first-day', ['datePublished', 'author', 'publisher']],
  ])('leaves out what is not known: %s', (_, slug, keys) => {
    const data = jsonLdOf(slug);
    for (const key of keys) expect(data).not.toHaveProperty([key]);
  });
});
