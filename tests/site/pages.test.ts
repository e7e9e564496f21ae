import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { idsOf } from '../../scripts/validators/built-pages.ts';
import { readDocuments, readRelationsData, readScriptExceptions } from '../../src/content/content-files.ts';
import { pageTransition } from '../../src/lib/reader/page-transition.ts';
import { createConverter } from '../../src/lib/script/create-converter.ts';
import { otherScript, pageLanguage, scriptOf, scripts, textLanguage } from '../../src/lib/script/scripts.ts';
import { permalinksSchema } from '../../src/schemas/permalinks.ts';
import { classesOf, elementsOf, textContent, textContentById } from '../lib/text-content.ts';
import { pageAt, pages } from './dist.ts';

const documents = readDocuments('content');
const convert = createConverter(readScriptExceptions('content'));
const relations = readRelationsData('content');
const permalinks = permalinksSchema.parse(JSON.parse(readFileSync('content/permalinks.json', 'utf8')));

test('all addresses of the design are there', () => {
  const addresses = pages.map(({ address }) => address);
  const sources = readdirSync('content/sources');
  const expected = scripts.flatMap((script) => [
    `/${script}/`,
    `/${script}/about/`,
    `/${script}/search/`,
    `/${script}/instruments/`,
    `/${script}/cite/`,
    `/${script}/downloads/`,
    `/${script}/notes/`,
    `/${script}/offline/`,
    ...documents.map(({ slug }) => `/${script}/cite/${slug}/`),
    ...new Set(relations.witnesses.map(({ base }) => `/${script}/collate/${base}/`)),
    ...relations.comparisons.map(({ from, to }) => `/${script}/compare/${from}-vs-${to}/`),
    ...relations.reports.map(({ report, of }) => `/${script}/compare/${report}-vs-${of}/`),
    ...documents.map(({ slug }) => `/${script}/${slug}/`),
    ...sources.map((source) => `/${script}/sources/${source}/`),
  ]);
  expect([...addresses].sort()).toEqual(['/', '/404.html', '/downloads/', ...expected].sort());
});

describe.each(pages)('$address', (page) => {
  const elements = elementsOf(page.tree);

  test('has a policy without anything unsafe, and nothing inline that it would refuse', () => {
    const policy = elements.find(({ properties }) =>
      /content-security-policy/i.test(String(properties.httpEquiv)),
    );
    const content = String(policy?.properties.content);
    expect(content).toContain("default-src 'none'");
    expect(content).not.toContain('unsafe');
    for (const { tagName, properties } of elements) {
      expect(Object.keys(properties).filter((name) => name === 'style' || /^on[A-Z]/.test(name))).toEqual([]);
      if (tagName === 'script')
        expect(properties.src || properties.type === 'application/ld+json').toBeTruthy();
      // One rule, by its hash.
      if (tagName === 'style') {
        expect(page.html).toContain(`<style>${pageTransition}</style>`);
        expect(content).toContain(createHash('sha256').update(pageTransition).digest('base64'));
      }
    }
  });
});

describe.each(scripts)('in %s', (script) => {
  test.each(documents)('$slug shows the exact text of every block', (document) => {
    const texts = textContentById(pageAt(`/${script}/${document.slug}/`).html);
    for (const { id, text } of document.blocks)
      expect(texts.get(id), id).toBe(convert(text, document.lang, script));
  });

  test.each(documents)('$slug has every id of the register', ({ slug }) => {
    expect(idsOf(pageAt(`/${script}/${slug}/`))).toEqual(
      expect.arrayContaining(Object.keys(permalinks[slug] ?? {})),
    );
  });

  test.each(documents)('$slug says its language, its other view and whether it is converted', (document) => {
    const page = pageAt(`/${script}/${document.slug}/`);
    const elements = elementsOf(page.tree);
    const link = (rel: string, hreflang?: string) =>
      elements.find(
        ({ tagName, properties }) =>
          tagName === 'link' &&
          String(properties.rel) === rel &&
          (!hreflang || properties.hrefLang === hreflang),
      )?.properties.href;
    expect(elements.find(({ tagName }) => tagName === 'html')?.properties.lang).toBe(pageLanguage(script));
    expect(link('canonical')).toBe(page.address);
    for (const each of scripts)
      expect(link('alternate', pageLanguage(each))).toBe(`/${each}/${document.slug}/`);
    expect(link('alternate', 'x-default')).toBe(`/${scriptOf(document.lang)}/${document.slug}/`);
    const langs = elements
      .filter((element) => classesOf(element).includes('t'))
      .map(({ properties }) => properties.lang);
    expect(new Set(langs)).toEqual(new Set([textLanguage(document.lang, script)]));
    const view = elements.find((element) => classesOf(element).includes('view'));
    expect(view && classesOf(view).includes('converted')).toBe(scriptOf(document.lang) !== script);
    expect(page.html).toContain(`href="/${otherScript(script)}/${document.slug}/"`);
  });

  test.each(documents)('$slug shows its gaps and notes beside the text', (document) => {
    const elements = elementsOf(pageAt(`/${script}/${document.slug}/`).tree);
    const asides = elements.filter(({ tagName }) => tagName === 'aside');
    expect(asides.map(({ properties }) => String(properties.id)).sort()).toEqual(
      [
        ...document.gaps.map(({ after }) => `gap-${after}`),
        ...document.notes.map(({ at }) => `note-${at}`),
      ].sort(),
    );
    for (const note of document.notes) {
      const words = elements.filter((element) => classesOf(element).includes('sic')).map(textContent);
      expect(words).toContain(convert(note.printed, document.lang, script));
    }
  });
});

test('the source view holds every kept character in its place, and no other text of a third-party page', () => {
  for (const source of readdirSync('content/sources')) {
    const list = elementsOf(pageAt(`/hans/sources/${source}/`).tree).find((element) =>
      classesOf(element).includes('received'),
    );
    const rows = (list?.children ?? []).filter((node) => node.type === 'element');
    // From each block's own anchor to the next: in the order of the source, the block's text.
    const found = new Map<string, string>();
    let address = '';
    const keep = (text: string) => found.set(address, (found.get(address) ?? '') + text);
    for (const row of rows)
      for (const run of row.children) {
        // Of a line all is kept that has no element of its own; where more is left out than spaces, what is kept has one.
        if (run.type === 'text') keep(run.value);
        if (run.type !== 'element') continue;
        if (classesOf(run).includes('mark')) address = String(run.properties.id).replace('.', '#');
        if (classesOf(run).includes('kept')) keep(textContent(run));
      }
    const blocks = documents
      .filter((document) => document.source === source)
      .flatMap(({ slug, blocks: all }) =>
        all.map(({ id, text }) => [`${slug}#${id}`, text.replaceAll('\n', '')]),
      );
    for (const [id = '', text] of blocks) expect(found.get(id)?.replaceAll('\n', ''), id).toBe(text);
    expect(found.size).toBe(blocks.length);
  }
  const shown = textContent(pageAt('/hans/sources/mirror-2023/').tree);
  expect(shown).not.toMatch(/翻墙|bannedbook|ChatGPT|习近平透露/);
});

test('a reading page is light', () => {
  // Whole page as sent, compressed: HTML, styles and scripts. The limits are the project's own.
  const { html, tree } = pageAt('/hans/2024-joint-statement/');
  const files = elementsOf(tree).flatMap(({ tagName, properties: { src, href, rel } }) =>
    tagName === 'script' && src
      ? [String(src)]
      : tagName === 'link' && String(rel) === 'stylesheet'
        ? [String(href)]
        : [],
  );
  const imported = files.flatMap((file) =>
    [...readFileSync(`dist${file}`, 'utf8').matchAll(/from\s*"\.\/([^"]+)"|import\s*"\.\/([^"]+)"/g)].map(
      ([, named, bare]) => `/_astro/${named ?? bare}`,
    ),
  );
  const size = (text: string | Buffer) => gzipSync(text, { level: 9 }).length;
  const assets = [...new Set([...files, ...imported])].reduce(
    (sum, file) => sum + size(readFileSync(`dist${file}`)),
    0,
  );
  expect(files.length).toBeGreaterThan(1);
  expect(assets).toBeLessThan(20_000);
  expect(assets + size(html)).toBeLessThan(47_000);
});
