import { readFileSync } from 'node:fs';
import type { Element } from 'hast';
import { describe, expect, test } from 'vitest';
import { idsOf } from '../../scripts/validators/built-pages.ts';
import { readDocuments, readRelationsData, readScriptExceptions } from '../../src/content/content-files.ts';
import { createConverter } from '../../src/lib/script/create-converter.ts';
import { type Script, scripts } from '../../src/lib/script/scripts.ts';
import { toOneLine } from '../../src/lib/text/to-one-line.ts';
import { classesOf, elementsOf, textContent } from '../lib/text-content.ts';
import { pageAt } from './dist.ts';

const documents = readDocuments('content');
const relations = readRelationsData('content');
const convert = createConverter(readScriptExceptions('content'));

const split = (address: string) => address.split('#') as [slug: string, id: string];
const blockAt = (address: string) => {
  const [slug, id] = split(address);
  const document = documents.find((other) => other.slug === slug);
  const text = document?.blocks.find((block) => block.id === id)?.text;
  if (!document || text === undefined) throw new Error(`no ${address}`);
  return { text, lang: document.lang };
};
/** A block's text on one line in a script. */
const shown = (address: string, script: Script) => {
  const { text, lang } = blockAt(address);
  return convert(toOneLine(text), lang, script);
};
const elementAt = (address: string, id: string): Element => {
  const found = elementsOf(pageAt(address).tree).find(({ properties }) => properties.id === id);
  if (!found) throw new Error(`no #${id} at ${address}`);
  return found;
};
const withClass = (element: Element, name: string) =>
  elementsOf(element).filter((inner) => classesOf(inner).includes(name));
/** The addresses that the links in some elements lead to. */
const linksIn = (elements: readonly Element[]) =>
  elements
    .flatMap(elementsOf)
    .flatMap(({ properties: { href } }) => (typeof href === 'string' ? [href] : []));

test('the data is what was related', () => {
  expect(JSON.parse(readFileSync('dist/data/relations.json', 'utf8'))).toEqual(relations);
});

test('spans are the words they stand for', () => {
  for (const { from, span, title } of relations.mentions)
    expect(
      Array.from(blockAt(from).text)
        .slice(...span)
        .join(''),
    ).toBe(title);
  for (const { from, span } of relations.quoted) {
    const characters = Array.from(blockAt(from).text);
    expect(`${characters[span[0] - 1]}${characters[span[1]]}`).toMatch(/^(?:「」|“”|『』)$/);
  }
});

test('every title between marks is an instrument, and every instrument is held or said not to be', () => {
  const named = new Set(relations.mentions.map(({ from, title }) => `${from} ${title}`));
  // Those with others inside are named with them.
  for (const { slug, blocks } of documents)
    for (const { id, text } of blocks)
      for (const [, title] of text.matchAll(/[《〈]([^《》〈〉]+)[》〉]/gu))
        expect(named.has(`${slug}#${id} ${title}`), title).toBe(true);
  for (const { title, to } of relations.mentions) {
    const held = documents.find(({ blocks }) => toOneLine(blocks[0]?.text ?? '') === title);
    if (held) expect(to).toBe(held.slug);
  }
});

describe.each(scripts)('in %s', (script) => {
  test('every difference has its row, and the text between the readings is the base’s', () => {
    for (const { base, witness, differences } of relations.witnesses) {
      const address = `/${script}/collate/${base}/`;
      for (const { id } of differences) elementAt(address, `${witness}.${id}`);
      expectText(address, base);
    }
  });

  test('the text of a report stands whole, with nothing between its characters', () => {
    for (const { report, of } of relations.reports)
      expectText(`/${script}/compare/${report}-vs-${of}/`, report);
  });

  /** All of a document's text on a page, without the readings and links in it. */
  function expectText(address: string, slug: string): void {
    const collated = elementsOf(pageAt(address).tree).find((element) =>
      classesOf(element).includes('collated'),
    );
    const text = elementsOf(collated as Element)
      .filter(({ tagName }) => tagName === 'p')
      .map((paragraph) => textOf(paragraph, ['place', 'reading']).trim());
    const blocks = documents.find((document) => document.slug === slug)?.blocks ?? [];
    expect(text).toEqual(blocks.map(({ id }) => shown(`${slug}#${id}`, script)));
  }

  test('every parallel has its place, with the exact text of both clauses', () => {
    for (const { id, from, to } of relations.parallels) {
      const address = `/${script}/compare/${split(from)[0]}-vs-${split(to)[0]}/`;
      const texts = withClass(elementAt(address, id), 't').map(textContent);
      expect(texts).toEqual([shown(from, script), shown(to, script)]);
      const picture = linksIn(elementsOf(pageAt(address).tree).filter(({ tagName }) => tagName === 'svg'));
      expect(picture).toContain(`#${id}`);
    }
  });

  test('every clause that is compared stands on the page of the comparison', () => {
    for (const { from, to } of relations.comparisons) {
      const page = pageAt(`/${script}/compare/${from}-vs-${to}/`);
      const links = new Set(linksIn([page.tree.children.find((node) => node.type === 'element') as Element]));
      for (const slug of [from, to])
        for (const { id, part } of documents.find((document) => document.slug === slug)?.blocks ?? [])
          if (part === 'paragraph') expect(links.has(`/${script}/${slug}/#${id}`), id).toBe(true);
    }
  });

  test('every quotation has its place, with the words of the report and the whole clause', () => {
    for (const { id, from, span, to } of relations.quotations) {
      const section = elementAt(`/${script}/compare/${split(from)[0]}-vs-${split(to)[0]}/`, id);
      const words = Array.from(shown(from, script))
        .slice(...span)
        .join('');
      expect(withClass(section, 't').map(textContent)).toEqual([words, shown(to, script)]);
    }
  });

  test('beside each paragraph stands what relates to it, and the contents count it', () => {
    for (const { slug } of documents) {
      const address = `/${script}/${slug}/`;
      const expected = new Set(
        [...relations.parallels, ...relations.quotations].flatMap(({ from, to }) =>
          [from, to].filter((end) => split(end)[0] === slug).map((end) => split(end)[1]),
        ),
      );
      const page = pageAt(address);
      for (const id of expected) {
        // A title’s stand after it, at the beginning of the text.
        const beside = id === 'title' ? elementsOf(page.tree) : [elementAt(address, id)];
        const links = linksIn(beside.flatMap((element) => withClass(element, 'r')));
        expect(
          links.some((link) => link.includes('/compare/')),
          `${slug}#${id}`,
        ).toBe(true);
      }
      if (expected.size === 0) continue;
      const contents = elementsOf(page.tree).filter(({ tagName }) => tagName === 'page-contents');
      const counts = contents.flatMap(elementsOf).filter(({ tagName }) => tagName === 'small');
      const sum = counts.reduce((total, count) => total + Number.parseInt(textContent(count), 10), 0);
      // Several relations to one block are one link, and count as many.
      const paragraphs = elementsOf(page.tree).filter(({ properties: { id } }) => /^[sp]\d/.test(String(id)));
      const links = linksIn(paragraphs.flatMap((paragraph) => withClass(paragraph, 'r')));
      expect(sum).toBeGreaterThanOrEqual(links.length);
      expect(links.length).toBeGreaterThan(0);
    }
  });

  test('every instrument has an entry by date, and a link to it by name', () => {
    const page = pageAt(`/${script}/instruments/`);
    const instruments = new Set(relations.mentions.map(({ instrument }) => instrument));
    const entries = idsOf(page).filter((id) => id.startsWith('i-'));
    expect(entries).toHaveLength(instruments.size);
    const byName = elementsOf(page.tree).filter((element) => classesOf(element).includes('by-name'));
    expect(linksIn(byName).sort()).toEqual(entries.map((id) => `#${id}`).sort());
  });
});

/** The text of an element without that of parts of some classes. */
function textOf(element: Element, left: readonly string[]): string {
  return element.children
    .map((child) => {
      if (child.type === 'text') return child.value;
      if (child.type !== 'element' || classesOf(child).some((name) => left.includes(name))) return '';
      return textOf(child, left);
    })
    .join('');
}
