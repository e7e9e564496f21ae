import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DocumentData, IndexData } from '../../src/schemas/data.ts';
import { createRandom } from '../../tests/lib/search/acceptance.ts';

const paragraphsOfDocument = 70;

/**
 * A collection of as many paragraphs as asked for: sentences of the real one recombined, with names of places and
 * numbers that only it has, the same for the same seed. Every tenth document is in Traditional script.
 */
export function makeDocuments(
  real: readonly DocumentData[],
  paragraphs: number,
  seed: number,
): DocumentData[] {
  const random = createRandom(seed);
  const pick = <Item>(items: readonly Item[]) => items[Math.floor(random() * items.length)] as Item;
  const sentences = (script: string) =>
    real
      .filter(({ lang }) => lang.startsWith(script))
      .flatMap(({ sections }) => sections.flatMap((section) => section.paragraphs))
      .flatMap(({ text }) => text.match(/[^，；。]+[，；。]?/gu) ?? []);
  const pools = { 'zh-Hans-CN': sentences('zh-Hans'), 'zh-Hant-TW': sentences('zh-Hant') };
  const characters = [...new Set(real.flatMap(({ title }) => Array.from(title)))].filter((one) =>
    /\p{Script=Han}/u.test(one),
  );
  const name = () => [0, 0, 0].map(() => pick(characters)).join('');

  const paragraph = (lang: keyof typeof pools): string => {
    const parts = Array.from({ length: 3 + Math.floor(random() * 7) }, () => pick(pools[lang]));
    parts.splice(Math.floor(random() * parts.length), 0, `${name()}第${Math.floor(random() * 100_000)}号，`);
    return parts.join('').replace(/[，；]$/u, '。');
  };
  return Array.from({ length: Math.ceil(paragraphs / paragraphsOfDocument) }, (_, index): DocumentData => {
    const lang = index % 10 === 9 ? 'zh-Hant-TW' : 'zh-Hans-CN';
    const count = Math.min(paragraphsOfDocument, paragraphs - index * paragraphsOfDocument);
    return {
      slug: `synthetic-${index}`,
      kind: real[0]?.kind ?? '',
      lang,
      title: `${name()}${name()}第${index}篇`,
      bodies: [],
      persons: [],
      origin: null,
      titleSource: [],
      date: `${1950 + (index % 75)}-01-01`,
      dateBasis: 'signature',
      source: 'synthetic',
      edition: '2026-01-01',
      sourceSha256: '0'.repeat(64),
      rights: '',
      front: [],
      sections: [
        {
          id: null,
          heading: null,
          paragraphs: Array.from({ length: count }, (__, place) => ({
            id: `p${place + 1}`,
            text: paragraph(lang),
            source: [],
          })),
        },
      ],
      back: [],
      gaps: [],
      notes: [],
    };
  });
}

/** Put documents in the place of a built site's own. */
export function writeDocuments(dist: string, documents: readonly DocumentData[]): void {
  const folder = join(dist, 'data');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const write = (name: string, data: unknown) => writeFileSync(join(folder, name), JSON.stringify(data));
  for (const data of documents) write(`${data.slug}.json`, data);
  const index: IndexData = {
    title: 'synthetic',
    description: 'synthetic',
    edition: '2026-01-01',
    documents: documents.map(({ slug, kind, lang, title, date, dateBasis, source, edition, sections }) => {
      const paragraphs = sections.flatMap((section) => section.paragraphs);
      const characters = paragraphs.reduce((sum, { text }) => sum + Array.from(text).length, 0);
      return {
        slug,
        kind,
        lang,
        title,
        date,
        dateBasis,
        source,
        edition,
        sections: 0,
        paragraphs: paragraphs.length,
        characters,
      };
    }),
    sources: [],
  };
  write('index.json', index);
}
