import { parse } from 'parse5';
import { expect, test } from 'vitest';
import { type FeedInput, toFeed } from '../../../src/lib/export/to-feed.ts';
import type { EditionsData } from '../../../src/schemas/editions.ts';

const editions: EditionsData = {
  newest: '2026-02-01',
  editions: [
    { edition: '2026-02-01', documents: {} },
    { edition: '2026-01-01', documents: {} },
  ],
};
const input: FeedInput = {
  title: '读本',
  lang: 'zh-Hans',
  name: 'duben hans',
  self: 'https://duben.example/hans/feed.xml',
  page: 'https://duben.example/hans/about/',
  author: '读本',
  editions,
  describe: ({ edition }) => [`${edition}：一`, '二'],
};
const idsOf = (feed: string) => [...feed.matchAll(/<id>(.*?)<\/id>/g)].map(([, id]) => id);

/** Whether every tag closes in order, and no mark stands bare: what well-formed XML of this kind needs. */
function checkWellFormed(xml: string): void {
  const [declaration = '', body = ''] = xml.split(/(?<=\?>)\n/);
  expect(declaration).toBe('<?xml version="1.0" encoding="utf-8"?>');
  const open: string[] = [];
  for (const [, closing, name = '', attributes = '', empty] of body.matchAll(
    /<(\/?)([a-z]+)((?:\s[\w:]+="[^"<]*")*)(\/?)>/g,
  )) {
    if (closing) expect(open.pop()).toBe(name);
    else if (!empty) open.push(name);
    expect(attributes).not.toMatch(/&(?!(?:amp|lt|gt|quot|#\d+);)/);
  }
  expect(open).toEqual([]);
  const text = body.replaceAll(/<\/?[a-z]+(?:\s[\w:]+="[^"<]*")*\/?>/g, '');
  expect(text).not.toMatch(/<|&(?!(?:amp|lt|gt|quot|#\d+);)/);
}

test('the feed is well-formed, and has an entry an edition, the newest first', () => {
  const feed = toFeed(input);
  checkWellFormed(feed);
  expect(feed).toContain('<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="zh-Hans">');
  expect([...feed.matchAll(/<updated>(.*?)<\/updated>/g)].map(([, day]) => day)).toEqual([
    '2026-02-01T00:00:00Z',
    '2026-02-01T00:00:00Z',
    '2026-01-01T00:00:00Z',
  ]);
  expect(feed).toContain('<content type="text">2026-01-01：一\n二</content>');
});

test('its ids are UUIDs of version 8, and stay what they are wherever it is published', () => {
  const ids = idsOf(toFeed(input));
  expect(new Set(ids).size).toBe(3);
  for (const id of ids)
    expect(id).toMatch(/^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  const elsewhere = { ...input, self: '/hans/feed.xml', page: '/hans/about/', title: '另一个名称' };
  expect(idsOf(toFeed(elsewhere))).toEqual(ids);
  const later = {
    newest: '2026-03-01',
    editions: [{ edition: '2026-03-01', documents: {} }, ...editions.editions],
  };
  expect(idsOf(toFeed({ ...input, editions: later }))).toEqual([ids[0], expect.any(String), ids[1], ids[2]]);
  expect(idsOf(toFeed({ ...input, name: 'duben hant' }))).not.toContain(ids[0]);
});

test('whatever its words have in them, they come back', () => {
  const strange = '<b>&amp;“"\'</b> ]]> & <';
  const feed = toFeed({
    ...input,
    title: strange,
    author: strange,
    page: 'https://duben.example/?a=1&b="2"',
    describe: () => [strange],
  });
  checkWellFormed(feed);
  // As text, XML and HTML unescape alike.
  const contents = [...feed.matchAll(/<(?:name|content type="text")>(.*?)<\/(?:name|content)>/gs)].map(
    ([, escaped]) => parse(`<p>${escaped}`),
  );
  expect(contents).toHaveLength(3);
  for (const page of contents) {
    const [html] = page.childNodes;
    const body = html && 'childNodes' in html ? html.childNodes.at(-1) : undefined;
    const [paragraph] = body && 'childNodes' in body ? body.childNodes : [];
    const [text] = paragraph && 'childNodes' in paragraph ? paragraph.childNodes : [];
    expect(text && 'value' in text ? text.value : undefined).toBe(strange);
  }
});
