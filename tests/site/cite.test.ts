import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { idsOf } from '../../scripts/validators/built-pages.ts';
import { readDocuments, readEditions, readPermalinks } from '../../src/content/content-files.ts';
import { formats } from '../../src/lib/cite/formats.ts';
import { scripts } from '../../src/lib/script/scripts.ts';
import { editionsDataSchema } from '../../src/schemas/editions.ts';
import { classesOf, elementsOf, textContent } from '../lib/text-content.ts';
import { pageAt, pages } from './dist.ts';

const documents = readDocuments('content');
const each = scripts.flatMap((script) => documents.map(({ slug }) => ({ script, slug })));

test.each(each)(
  '$script/$slug has a page with every format, whole and in part, and every place',
  ({ script, slug }) => {
    const page = pageAt(`/${script}/cite/${slug}/`);
    const citations = elementsOf(page.tree).filter((element) => classesOf(element).includes('citation'));
    expect(citations).toHaveLength(2 * formats.length);
    for (const citation of citations) expect(textContent(citation)).not.toMatch(/[⟦⟧]/u);
    const active = Object.entries(readPermalinks('content')[slug] ?? {}).filter(
      ([, { movedTo }]) => !movedTo,
    );
    expect(idsOf(page)).toEqual(expect.arrayContaining(active.map(([id]) => id)));
  },
);

test.each(each)('each paragraph of $script/$slug leads to its citations', ({ script, slug }) => {
  const links = elementsOf(pageAt(`/${script}/${slug}/`).tree).filter((element) =>
    classesOf(element).includes('c'),
  );
  const numbers = elementsOf(pageAt(`/${script}/${slug}/`).tree).filter((element) =>
    classesOf(element).includes('n'),
  );
  expect(links).toHaveLength(numbers.length);
  for (const { properties } of links)
    expect(String(properties.href)).toMatch(new RegExp(`^/${script}/cite/${slug}/#[a-z0-9-]+$`));
});

test.each(each)('$script/$slug tells what it is to whoever reads its head', ({ script, slug }) => {
  const elements = elementsOf(pageAt(`/${script}/${slug}/`).tree);
  const document = documents.find((other) => other.slug === slug);
  const title = document?.blocks[0]?.text.replaceAll('\n', ' ');
  const coins = elements.filter((element) => classesOf(element).includes('Z3988'));
  expect(coins).toHaveLength(1);
  const values = new URLSearchParams(String(coins[0]?.properties.title));
  expect(values.get('rft_val_fmt')).toBe('info:ofi/fmt:kev:mtx:dc');
  expect(values.get('rft.title')).toBe(title);
  expect(values.get('rft.type')).toBe('webpage');
  const data = elements.find(({ properties }) => properties.type === 'application/ld+json');
  const json = JSON.parse(data ? textContent(data) : '{}');
  expect(json).toMatchObject({ '@context': 'https://schema.org', '@type': 'Article', headline: title });
  // What the source does not say is not said here.
  expect('datePublished' in json).toBe(Boolean(document?.date && !document.date.startsWith('XXXX')));
  const meta = (name: string) =>
    elements.filter(({ properties }) => properties.property === name || properties.name === name);
  expect(meta('og:image')).toHaveLength(1);
  expect(meta('citation_author').map(({ properties }) => properties.content)).toEqual(
    document?.persons ?? document?.bodies ?? [],
  );
  // By this alone a page is taken for an article of a journal.
  expect(meta('citation_title')).toHaveLength(0);
});

test('every page names the edition, leads to the editions, and knows the newest', () => {
  const newest = readEditions('content').at(-1)?.edition.edition ?? '';
  const data = editionsDataSchema.parse(JSON.parse(readFileSync('dist/data/editions.json', 'utf8')));
  expect(data.newest).toBe(newest);
  for (const { address, html, tree } of pages) {
    if (!/^\/han[st]\//.test(address)) continue;
    expect(html, address).toContain(`data-edition="${newest}"`);
    expect(textContent(tree), address).toContain(newest);
  }
});

test.each(scripts)('the feed of %s has every edition', (script) => {
  const feed = readFileSync(`dist/${script}/feed.xml`, 'utf8');
  const editions = readEditions('content');
  expect(feed.match(/<entry>/g)).toHaveLength(editions.length);
  const ids = [...feed.matchAll(/<id>(urn:uuid:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})<\/id>/g)];
  expect(new Set(ids.map(([, id]) => id)).size).toBe(editions.length + 1);
  for (const { edition } of editions)
    expect(feed).toContain(`<updated>${edition.edition}T00:00:00Z</updated>`);
});
