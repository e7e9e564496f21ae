import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { unzipSync } from 'fflate';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { asText, layerDocuments, makeCollection, pageSlug } from '../lib/xss/make-collection.ts';
import { payloads, techniques } from '../lib/xss/payloads.ts';
import { expectQuiet, useBrowser, type Watched } from './browser.ts';
import { type SiteServer, serveFolder } from './site-server.ts';

/* A collection of nothing but attempts to run a program or to reach another host, in every place that takes text. */

const open = useBrowser();
let folder: string;
let dist: string;
let server: SiteServer;

/** Some of each technique, for what has to be typed or followed one by one. */
const some = techniques.flatMap((technique) => technique.payloads.slice(0, 2));

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'duben-payloads-'));
  dist = join(folder, 'dist');
  makeCollection(join(folder, 'content'));
  const { status, stderr } = spawnSync(
    process.execPath,
    ['scripts/build.ts', '--content', join(folder, 'content'), '--dist', dist],
    { env: { PATH: process.env.PATH }, encoding: 'utf8' },
  );
  expect(status, stderr).toBe(0);
  for (const name of ['site.zip', 'collection.epub'])
    for (const [path, content] of Object.entries(unzipSync(readFileSync(join(dist, 'downloads', name))))) {
      mkdirSync(dirname(join(dist, 'opened', name, path)), { recursive: true });
      writeFileSync(join(dist, 'opened', name, path), content);
    }
  server = await serveFolder(dist);
}, 180_000);
afterAll(async () => {
  await server?.stop();
  rmSync(folder, { recursive: true, force: true });
});

interface Attempts extends Watched {
  /** Where the page went by itself, and what it asked the reader. */
  readonly others: string[];
}

/**
 * Open a page in which every payload that runs complains.
 * @param isBypassed whether the policy is off: it is the second line, and must not be what holds
 */
async function openWatched(path: string, isBypassed: boolean) {
  const others: string[] = [];
  const { page, watched } = await open(path, { bypassCSP: isBypassed }, async (prepared) => {
    await prepared.addInitScript(() => {
      Object.defineProperty(globalThis, 'xss', {
        set: () => console.error(`A payload ran: ${new Error().stack}`),
        get: () => undefined,
      });
    });
    prepared.on('dialog', (dialog) => {
      others.push(dialog.message());
      void dialog.dismiss();
    });
    prepared.context().on('page', (other) => others.push(other.url()));
  });
  const attempts: Attempts = { ...watched, others };
  return { page, attempts };
}

/** What of a page would run, or lead elsewhere, if somebody touched it. */
function listActive(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('*')].flatMap((element) =>
      [...element.attributes]
        .filter(
          ({ name, value }) =>
            /^on/i.test(name) ||
            (/^(?:xlink:)?href$|src$|action$|^data$/i.test(name) &&
              !(new URL(value, location.href).origin === location.origin)),
        )
        .map(({ name, value }) => `<${element.localName} ${name}="${value}">`),
    ),
  );
}

async function expectNothing(page: Page, attempts: Attempts): Promise<void> {
  expect(await listActive(page)).toEqual([]);
  expect(
    await page.evaluate(() => [Object.keys(Object.prototype), 'xss' in Object.prototype].flat()),
  ).toEqual([false]);
  expectQuiet(attempts);
  expect(attempts.others).toEqual([]);
}

test('a payload that ran would be seen, and the policy is off where it is said to be', async () => {
  const insert = (html: string) => document.querySelector('main')?.insertAdjacentHTML('beforeend', html);
  const markup = '<img src=x onerror=globalThis.xss=1><a href="javascript:1">甲</a>';
  const { page, attempts } = await openWatched(`${server.url}hans/about/`, true);
  await page.evaluate(insert, markup);
  await expect.poll(() => attempts.complaints.join()).toContain('A payload ran');
  expect(await listActive(page)).toHaveLength(2);
  const held = await openWatched(`${server.url}hans/about/`, false);
  await held.page.evaluate(insert, markup);
  await expect.poll(() => held.attempts.complaints.join()).toContain('Content Security Policy');
  expect(held.attempts.complaints.join()).not.toContain('A payload ran');
});

describe.each([
  ['with its policy', false],
  ['without its policy', true],
])('every page, %s,', (_, isBypassed) => {
  test('runs nothing, asks for nothing elsewhere and stays', async () => {
    // What runs nothing without the policy runs nothing with it: there, one script tells whether a page offends it.
    // The copy that is taken away has another policy.
    const of = isBypassed ? /^(?!opened\/|downloads\/collection)|^opened\/site\.zip\/hans\// : /^hans\//;
    const isAsked = (path: string) => path.endsWith('.html') && of.test(path);
    const pages = readdirSync(dist, { recursive: true, encoding: 'utf8' }).filter(isAsked);
    expect(pages.length).toBeGreaterThan(isBypassed ? 40 : 15);
    const queue = pages.map((path) => path.replace(/^((?!opened).*)index\.html$/, '$1')).values();
    const openNext = async () => {
      const { page, attempts } = await openWatched(new URL('404.html', server.url).href, isBypassed);
      for (const path of queue) {
        const { href } = new URL(path, server.url);
        await page.goto(href);
        // The first page goes on to a script, by its own.
        if (path !== '') expect(page.url().startsWith(href), page.url()).toBe(true);
        expect(attempts, path).toMatchObject({ complaints: [], strangers: [], others: [] });
        expect(await listActive(page), path).toEqual([]);
      }
      await expectNothing(page, attempts);
    };
    await Promise.all([openNext(), openNext()]);
  }, 120_000);
});

test('every payload in a text is that text, character for character', async () => {
  const texts = (page: Page) =>
    page.evaluate(() =>
      [...document.querySelectorAll('[id] > .t, [id].t, h1 .t')].map((text) => [
        text.closest('[id]')?.id,
        text.textContent,
      ]),
    );
  const { page, attempts } = await openWatched(server.url, true);
  for (const { slug, payloads: own } of layerDocuments) {
    await page.goto(`${server.url}hans/${slug}/`);
    const found = new Map((await texts(page)).map(([id, text]) => [id, text]));
    for (const [index, payload] of own.entries())
      expect(found.get(`p${index + 1}`), payload).toBe(asText(payload));
    expect(found.get('title')).toBe(own.map(asText).join('\n'));
    expect(await page.title()).toContain(own.map(asText).join(' ').replace(/\s+/g, ' ').slice(0, 100));
  }
  await page.goto(`${server.url}hant/${pageSlug}/`);
  const found = new Map((await texts(page)).map(([id, text]) => [id, text]));
  // In a web page a tab is a space.
  for (const [index, payload] of payloads.entries())
    expect(found.get(`p${index + 1}`), payload).toBe(asText(payload).replace('\t', ' '));
  await expectNothing(page, attempts);
});

test('files for other programs are read as what they are', async () => {
  const { page, attempts } = await openWatched(server.url, true);
  // A browser asks for it beside a page that is no HTML.
  await page.route('**/favicon.ico', (route) => route.fulfill({ body: '' }));
  const opened = 'opened/collection.epub';
  const xhtml = Object.keys(unzipSync(readFileSync(join(dist, 'downloads/collection.epub')))).filter((name) =>
    name.endsWith('.xhtml'),
  );
  expect(xhtml.length).toBeGreaterThan(layerDocuments.length);
  for (const path of [
    'hans/feed.xml',
    'icon.svg',
    'data/index.json',
    ...xhtml.map((name) => `${opened}/${name}`),
  ]) {
    await page.goto(`${server.url}${path}`);
    expect(await page.locator('parsererror').count(), path).toBe(0);
    expectQuiet(attempts);
  }
});

describe('what is typed, pasted, followed and taken in, with the policy off,', () => {
  test('is text in searches', async () => {
    const { page, attempts } = await openWatched(`${server.url}hans/search/`, true);
    await page.evaluate(async (typed) => {
      const input = document.querySelector('clause-search input[name="q"]') as HTMLInputElement;
      for (const payload of typed) {
        input.value = payload;
        input.dispatchEvent(new Event('input', { bubbles: true }));
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    }, some);
    for (const view of ['list', 'concordance', 'counts']) {
      await page.goto(
        `${server.url}hans/search/?q=${encodeURIComponent('<img src=x onerror=globalThis.xss=1>')}&view=${view}`,
      );
      await expect.poll(() => page.locator('clause-search .status').innerText()).toMatch(/^\d+ 段/);
      await expectNothing(page, attempts);
    }
    await page.goto(`${server.url}hans/search/?q=${encodeURIComponent(`${some.join(' ')}`)}`);
    await expect.poll(() => page.locator('clause-search .status').innerText()).not.toBe('');
    await page.locator('search-box input, clause-search input').first().fill('</script>');
    await expectNothing(page, attempts);
  });

  test('is text in addresses, marks and finds', async () => {
    const { page, attempts } = await openWatched(server.url, true);
    for (let index = 0; index < some.length; index += 4) {
      const [q, mark] = some.slice(index, index + 2).map(encodeURIComponent);
      await page.goto(`${server.url}hans/document-1/?q=${q}&mark=${mark}#${mark}`);
    }
    await page.goto(`${server.url}hans/document-1/?q=${encodeURIComponent('<img')}#p1`);
    await expect.poll(() => page.locator('find-in-document').innerText()).toContain('/');
    await expectNothing(page, attempts);
    // What is made of the page as one reads: citations, the other script.
    await page.keyboard.press('c');
    await expect.poll(() => page.locator('dialog').innerText()).toContain('GB/T 7714');
    await expectNothing(page, attempts);
    await page.keyboard.press('Escape');
    await page.keyboard.press('t');
    await expect.poll(() => page.evaluate(() => document.documentElement.lang)).toBe('zh-Hant');
    await expectNothing(page, attempts);
  });

  test('is text in what is verified', async () => {
    const { page, attempts } = await openWatched(`${server.url}hans/cite/`, true);
    await page.locator('textarea').fill(some.join('\n'));
    await expect.poll(() => page.locator('verify-passage .found').innerText()).toContain('onerror');
    await expectNothing(page, attempts);
  });

  test('is text in notes', async () => {
    const { page, attempts } = await openWatched(`${server.url}hans/notes/`, true);
    const { slug, payloads: own } = layerDocuments[1] ?? { slug: '', payloads: [] };
    const notes = own.map((payload, index) => ({
      type: 'Annotation',
      id: payload,
      body: { type: 'TextualBody', value: payload, format: 'text/html' },
      target: {
        source: `https://xss.example/hans/${slug}/`,
        selector: [
          // Every other one is on a passage that no document has.
          { type: 'FragmentSelector', value: index % 2 ? `p${index + 1}` : payload },
          { type: 'TextQuoteSelector', exact: asText(payload), prefix: '', suffix: payload },
          { type: 'TextPositionSelector', start: 0, end: Array.from(asText(payload)).length },
        ],
      },
    }));
    await page.locator('[type="file"]').setInputFiles({
      name: 'notes.json',
      mimeType: 'application/json',
      buffer: Buffer.from(JSON.stringify(notes)),
    });
    await expect.poll(() => page.locator('notes-page li').count()).toBe(notes.length);
    await expectNothing(page, attempts);
    // One that is typed, on the paragraph the reader is at.
    await page.goto(`${server.url}hans/${slug}/#p2`);
    await page.keyboard.press('n');
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox').fill(some.join('\n'));
    await dialog.getByRole('button', { name: '保存' }).click();
    await page.locator('#p2 .note-mark').click();
    await expect.poll(() => dialog.getByRole('textbox').inputValue()).toBe(some.join('\n').trim());
    await expectNothing(page, attempts);
  });

  test('is text in the file that has all, from a disk', async () => {
    const { href } = pathToFileURL(join(dist, 'downloads/collection.html'));
    const { page, attempts } = await openWatched(href, true);
    const search = page.locator('#hans clause-search');
    for (const payload of ['<img src=x onerror=globalThis.xss=1>', '</script>']) {
      await search.locator('input').fill(payload);
      await expect.poll(() => search.locator('.results li').count()).toBeGreaterThan(0);
    }
    expectQuiet(attempts);
    expect(attempts.others).toEqual([]);
  });
});
