import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import { openBuiltSite } from '../../scripts/steps/built-site.ts';
import { copySite } from '../../scripts/steps/copy-site.ts';
import { readVolume } from '../../scripts/steps/read-volume.ts';
import { zip } from '../../scripts/steps/zip.ts';
import { readCollection, readDocuments, readScriptExceptions } from '../../src/content/content-files.ts';
import { createConverter } from '../../src/lib/script/create-converter.ts';
import { type Script, scriptOf, scripts } from '../../src/lib/script/scripts.ts';
import type { Catalogue } from '../../src/lib/search/clause.ts';
import type { CollectionData, DocumentData } from '../../src/schemas/data.ts';
import {
  type Texts,
  textsOfHtml,
  textsOfMarkdown,
  textsOfPlainText,
  textsOfTei,
} from '../lib/export/extract-texts.ts';
import { readOfflineFiles } from '../lib/read-offline-manifest.ts';
import { elementsOf, parseHtml, textContent, textContentById } from '../lib/text-content.ts';
import { pageAt } from './dist.ts';

const documents = readDocuments('content');
const { edition, rights } = readCollection('content');
const convert = createConverter(readScriptExceptions('content'));
const read = (name: string) => readFileSync(`dist/downloads/${name}`, 'utf8');
const unzip = (name: string) => {
  const files = unzipSync(readFileSync(`dist/downloads/${name}`));
  return new Map(Object.entries(files).map(([path, bytes]) => [path, strFromU8(bytes)]));
};
const site = unzip('site.zip');
const whole = {
  txt: read('collection.txt').split(/\n={40}\n\n/),
  md: read('collection.md'),
  tei: read('collection.tei.xml'),
  epub: unzip('collection.epub'),
  html: read('collection.html'),
  json: JSON.parse(read('collection.json')) as CollectionData,
};

function textsOfData(data: DocumentData | undefined): Texts {
  if (!data) return new Map();
  const blocks = [
    { id: 'title', text: data.title },
    ...data.front,
    ...data.sections.flatMap(({ id, heading, paragraphs }) => [
      ...(heading === null ? [] : [{ id: id ?? '', text: heading }]),
      ...paragraphs,
    ]),
    ...data.back,
  ];
  return new Map(blocks.map(({ id, text }) => [id, text]));
}

test.each(documents)(
  'the text of $slug is the published one in every format, character for character',
  (document) => {
    const { slug, lang } = document;
    const own = scriptOf(lang);
    const published: Texts = new Map(document.blocks.map(({ id, text }) => [id, text]));
    const epub = unzip(`${slug}.epub`);
    const plain = whole.txt.find((text) => text.startsWith('# ') && text.includes(`：${slug}\n`)) ?? '';
    const taken: Record<string, Texts> = {
      txt: textsOfPlainText(read(`${slug}.txt`)),
      'collection.txt': textsOfPlainText(plain),
      md: textsOfMarkdown(read(`${slug}.md`)),
      tei: textsOfTei(read(`${slug}.tei.xml`)),
      'collection.tei': textsOfTei(whole.tei, `doc.${slug}.`),
      'collection.md': textsOfMarkdown(whole.md, `${slug}.`),
      json: textsOfData(JSON.parse(read(`${slug}.json`))),
      'collection.json': textsOfData(whole.json.documents.find((each) => each.slug === slug)),
      epub: textsOfHtml(epub.get(`EPUB/${own}/${slug}.xhtml`) ?? ''),
      'collection.epub': textsOfHtml(whole.epub.get(`EPUB/${own}/${slug}.xhtml`) ?? ''),
      'collection.html': textsOfHtml(whole.html, `${own}.${slug}.`),
      dts: textsOfTei(readFileSync(`dist/data/dts/document/${slug}.xml`, 'utf8')),
    };
    for (const [format, texts] of Object.entries(taken)) {
      expect([...texts.keys()].sort(), format).toEqual([...published.keys()].sort());
      for (const [id, text] of published) expect(texts.get(id), `${format} ${id}`).toBe(text);
    }
    // A copied page has tools beside its text: it is held to the page it is a copy of.
    const page = textContentById(site.get(`${own}/${slug}/index.html`) ?? '');
    expect(page).toEqual(textContentById(pageAt(`/${own}/${slug}/`).html));

    // The other script is the converted text, in the formats that have both.
    const other = own === 'hans' ? 'hant' : 'hans';
    for (const texts of [
      textsOfHtml(epub.get(`EPUB/${other}/${slug}.xhtml`) ?? ''),
      textsOfHtml(whole.epub.get(`EPUB/${other}/${slug}.xhtml`) ?? ''),
      textsOfHtml(whole.html, `${other}.${slug}.`),
    ])
      for (const [id, text] of published)
        expect(texts.get(id), `${other} ${id}`).toBe(convert(text, lang, other));
  },
);

test('what is listed is there, with its size and hash, on each list', () => {
  const list = JSON.parse(read('index.json')) as { files: { name: string; bytes: number; sha256: string }[] };
  const there = readdirSync('dist/downloads').filter(
    (name) => !['index.html', 'index.json', 'SHA256SUMS.txt'].includes(name) && !name.endsWith('.pdf'),
  );
  expect(list.files.map(({ name }) => name).sort()).toEqual(there.sort());
  for (const { name, bytes, sha256 } of list.files) {
    const content = readFileSync(`dist/downloads/${name}`);
    expect(content.length, name).toBe(bytes);
    expect(createHash('sha256').update(content).digest('hex'), name).toBe(sha256);
    expect(read('SHA256SUMS.txt')).toContain(`${sha256}  ${name}\n`);
    for (const address of ['/downloads/', ...scripts.map((script) => `/${script}/downloads/`)]) {
      const cells = elementsOf(pageAt(address).tree);
      expect(
        cells.filter(({ properties }) => properties.dataSha256 === name).map(textContent),
        address,
      ).toEqual([sha256]);
      const [size] = cells.filter(({ properties }) => properties.dataSize === name).map(textContent);
      expect(size, address).toMatch(/^\d+\.\d+ [KM]B$/);
    }
  }
});

test('every document and the collection link to their downloads', () => {
  const linksOf = (address: string) =>
    elementsOf(pageAt(address).tree).map(({ properties }) => String(properties.href));
  for (const script of scripts) {
    for (const name of ['site.zip', 'collection.html', 'collection.epub'])
      expect(linksOf(`/${script}/`)).toContain(`/downloads/${name}`);
    for (const { slug } of documents)
      for (const format of ['epub', 'txt', 'md', 'tei.xml', 'json'])
        expect(linksOf(`/${script}/${slug}/`)).toContain(`/downloads/${slug}.${format}`);
  }
});

describe.each(documents)('$slug', ({ slug, sha256, lang }) => {
  const epub = unzip(`${slug}.epub`);
  const own = scriptOf(lang);

  test('carries edition, source hash and rights in every format', () => {
    for (const [format, text] of Object.entries({
      txt: read(`${slug}.txt`),
      md: read(`${slug}.md`),
      tei: read(`${slug}.tei.xml`),
      json: read(`${slug}.json`),
      opf: epub.get('EPUB/package.opf') ?? '',
      epub: epub.get(`EPUB/${own}/${slug}.xhtml`) ?? '',
      html: whole.html,
    })) {
      expect(text, format).toContain(edition);
      expect(text, format).toContain(sha256);
      // Lines may be folded.
      const said = format === 'epub' || format === 'txt' ? convert(rights, 'zh-Hans-CN', own) : rights;
      expect(text.replaceAll(/\s/g, ''), format).toContain(said.replaceAll(/\s/g, ''));
    }
  });

  test('has notes as footnotes that lead there and back, and gaps in their places', () => {
    const document = documents.find((each) => each.slug === slug);
    for (const script of scripts) {
      const elements = elementsOf(parseHtml(epub.get(`EPUB/${script}/${slug}.xhtml`) ?? ''));
      const withRole = (role: string) =>
        elements.filter(({ properties }) => String(properties.role) === role);
      expect(withRole('doc-noteref').map(({ properties }) => properties.href)).toEqual(
        withRole('doc-footnote').map(({ properties }) => `#${properties.id}`),
      );
      expect(withRole('doc-backlink').map(({ properties }) => properties.href)).toEqual(
        withRole('doc-noteref').map(({ properties }) => `#${properties.id}`),
      );
      expect(withRole('doc-footnote')).toHaveLength(document?.notes.length ?? -1);
      expect(withRole('note')).toHaveLength(document?.gaps.length ?? -1);
    }
    const tei = read(`${slug}.tei.xml`);
    expect(tei.match(/<gap/g) ?? []).toHaveLength(document?.gaps.length ?? -1);
    expect(tei.match(/<sic>/g) ?? []).toHaveLength(document?.notes.length ?? -1);
  });
});

test('TEI has every difference of a witness, and the line of every block', () => {
  const { witnesses } = whole.json.relations;
  for (const { base, differences } of witnesses) {
    const tei = read(`${base}.tei.xml`);
    expect(tei.match(/<rdg /g)).toHaveLength(differences.length);
    for (const { witness } of differences)
      for (const part of witness.text.split('¶').filter((text) => text !== ''))
        expect(tei.match(/<rdg [^>]*>(?:(?!<\/rdg>).)*/g)?.join('\n')).toContain(part);
  }
  for (const { slug, titleSource, front, sections, back } of whole.json.documents) {
    const tei = read(`${slug}.tei.xml`);
    const lines = [...tei.matchAll(/<milestone unit="line" n="(\d+)"/g)].map(([, line]) => Number(line));
    const sources = [
      titleSource,
      ...[...front, ...sections.flatMap(({ paragraphs }) => paragraphs), ...back].map(({ source }) => source),
    ];
    for (const { line } of sources.flat()) expect(lines, slug).toContain(line);
  }
});

test('the schema of TEI refuses what is not the site’s', async () => {
  // One with a witness: it has every element there is.
  const name = `${whole.json.relations.witnesses[0]?.base}.tei.xml`;
  const schema = [readFileSync('src/schemas/tei.rng', 'utf8')];
  for (const [from, to] of [
    [/<p xml:id/, '<p lang="x" xml:id'],
    [/<publisher>/, '<publisher><b/>'],
    [/ wit="#/, ' witness="#'],
    [/<\/sourceDesc>/, '<p/></sourceDesc>'],
    [/n="\d+" ed="source"/, 'n="0" ed="source"'],
  ] as const) {
    const contents = read(name).replace(from, to);
    expect(contents, String(from)).not.toBe(read(name));
    const { valid } = await validateXML({
      xml: [{ fileName: name, contents }],
      schema,
      extension: 'relaxng',
    });
    expect(valid, String(from)).toBe(false);
  }
});

test('the copy of the site has relative links that lead to files in it, and two classic scripts', () => {
  const pages = [...site].filter(([path]) => path.endsWith('.html'));
  expect(pages.length).toBeGreaterThan(30);
  for (const [path, html] of pages) {
    const elements = elementsOf(parseHtml(html));
    const scriptsOf = elements.filter(({ tagName, properties }) => tagName === 'script' && properties.src);
    // What gives a page its look before it is painted, and all the rest.
    expect(
      scriptsOf.map(({ properties }) => String(properties.src).replace(/^(?:\.\.\/)*/, '')).sort(),
      path,
    ).toEqual(['look.js', 'site.js']);
    expect(
      scriptsOf.some(({ properties }) => properties.type),
      path,
    ).toBe(false);
    expect(
      elements.some(({ tagName }) => ['offline-state', 'edition-notice'].includes(tagName)),
      path,
    ).toBe(false);
    for (const { properties } of elements)
      for (const value of [
        properties.href,
        properties.src,
        properties.action,
        properties.dataFile,
        properties.dataPage,
      ]) {
        if (typeof value !== 'string') continue;
        const { pathname, host, hash } = new URL(value, `http://copy/${path}`);
        expect(host, `${path}: ${value}`).toBe('copy');
        expect(value.startsWith('/'), `${path}: ${value}`).toBe(false);
        const target = decodeURIComponent(pathname.slice(1));
        expect(site.has(target), `${path}: ${value}`).toBe(true);
        if (hash && target.endsWith('.html'))
          expect(site.get(target), `${path}: ${value}`).toContain(
            ` id="${decodeURIComponent(hash.slice(1))}"`,
          );
      }
  }
  expect(site.get('README.txt')).toContain(edition);
});

test('the ZIP is the same bytes each time it is made of the same site', async () => {
  const built = openBuiltSite('dist');
  const catalogue = (script: Script): Catalogue =>
    JSON.parse(/globalThis\.dubenData=(.*);\n/.exec(site.get(`search/${script}.json.js`) ?? '')?.[1] ?? '');
  const files = await copySite(built, readVolume(built), {
    hans: catalogue('hans'),
    hant: catalogue('hant'),
  });
  expect(Buffer.from(zip(files)).equals(readFileSync('dist/downloads/site.zip'))).toBe(true);
});

test('a document’s JSON is that of its address', () => {
  for (const { slug } of documents)
    expect(read(`${slug}.json`)).toBe(readFileSync(`dist/data/${slug}.json`, 'utf8'));
});

test('what is saved offline and what is taken away keep their limits', () => {
  let served = 0;
  for (const { path, sha256 } of readOfflineFiles('dist')) {
    const content = readFileSync(`dist/${path}`);
    expect(createHash('sha256').update(content).digest('base64'), path).toBe(sha256);
    served += gzipSync(content, { level: 9 }).length;
  }
  expect(served).toBeLessThanOrEqual(1_500_000);
  expect(Buffer.byteLength(whole.html)).toBeLessThanOrEqual(600_000);
});
