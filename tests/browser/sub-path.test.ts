import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type BuiltPage, readPages } from '../../scripts/validators/built-pages.ts';
import { validateFeed } from '../../scripts/validators/feed.ts';
import { validateJsonLd } from '../../scripts/validators/json-ld.ts';
import { validateLinks } from '../../scripts/validators/links.ts';
import { openBuilt } from '../../scripts/validators/open-built.ts';
import type { Built } from '../../scripts/validators/validator.ts';
import { readSettings } from '../../src/content/settings.ts';
import { expectQuiet, useBrowser } from './browser.ts';
import { serveFolder } from './site-server.ts';

const open = useBrowser();
let folder: string;
let built: Built;
let pages: readonly BuiltPage[];

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'duben-dist-'));
  const options = ['--dist', folder, '--base', '/read/duben/', '--site', 'https://texts.example'];
  const { status, stderr } = spawnSync(process.execPath, ['scripts/build.ts', ...options], {
    // Not the test runner's own environment: it sets BASE_URL, which Vite reads.
    // Few entries on a page: lists of several pages are looked at here.
    env: { PATH: process.env.PATH, PAGE_LIMIT: '4' },
    encoding: 'utf8',
  });
  expect(status, stderr).toBe(0);
  built = openBuilt(folder, readSettings({ BASE_PATH: '/read/duben/', SITE_URL: 'https://texts.example' }));
  pages = readPages(built);
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('every address holds under a sub-path, in pages, feeds and what search engines are told', async () => {
  for (const validate of [validateLinks, validateFeed, validateJsonLd]) {
    const { files, findings } = await validate(built);
    expect(files).toBeGreaterThan(1);
    expect(findings).toEqual([]);
  }
  const addresses = pages.map(({ address }) => address);
  expect(addresses).toEqual(expect.arrayContaining(['/hans/collection/3/', '/hant/instruments/2/']));
});

test('with the site’s own address set, canonical and alternate links are absolute', () => {
  const { html } = pages.find(({ address }) => address === '/hant/cna-report/') ?? { html: '' };
  const own = 'https://texts.example/read/duben';
  expect(html).toContain(`<link rel="canonical" href="${own}/hant/cna-report/">`);
  expect(html).toContain(`<link rel="alternate" hreflang="zh-Hans" href="${own}/hans/cna-report/">`);
  expect(html).toContain(`<link rel="alternate" hreflang="x-default" href="${own}/hant/cna-report/">`);
});

test('with the site’s own address set, citations name the page of the published text', () => {
  const own = 'https://texts.example/read/duben';
  const file = (name: string) => readFileSync(join(folder, 'data/cite', name), 'utf8');
  const { address, citations } = JSON.parse(file('cna-report.json'));
  expect(address).toBe(`${own}/hant/cna-report/`);
  for (const { key, whole, part } of citations) {
    expect(whole, key).toContain(`${own}/hant/cna-report/`);
    expect(part, key).toContain(`${own}/hant/cna-report/⟦fragment⟧`);
  }
  expect(file('cna-report.bib')).toContain(`url = {${own}/hant/cna-report/}`);
  const { html } = pages.find(({ address }) => address === '/hant/cna-report/') ?? { html: '' };
  expect(html).toContain(`<meta property="og:image" content="${own}/share/cna-report.png">`);
  expect(html).toContain(`rft.identifier=${encodeURIComponent(`${own}/hant/cna-report/`)}`);
  expect(html).toContain(`<meta name="citation_public_url" content="${own}/hant/cna-report/">`);
  expect(readFileSync(join(folder, 'hans/feed.xml'), 'utf8')).toContain(`href="${own}/hans/feed.xml"`);
});

test('with the site’s own address set, what is taken away names it, and links there for what it has not', () => {
  const own = 'https://texts.example/read/duben';
  const read = (name: string) => readFileSync(join(folder, 'downloads', name));
  for (const name of ['cna-report.txt', 'cna-report.md', 'cna-report.tei.xml'])
    expect(read(name).toString('utf8')).toContain(`${own}/hant/cna-report/`);
  expect(read('collection.html').toString('utf8')).toContain(`href="${own}/hans/"`);
  const copy = unzipSync(read('site.zip'));
  const page = strFromU8(copy['hans/cna-report/index.html'] ?? new Uint8Array());
  expect(page).toContain(`href="${own}/downloads/cna-report.epub"`);
  expect(page).toContain('href="../../hans/about/index.html#editions"');
  expect(page).not.toContain('"/read/duben/');
  const entry = JSON.parse(readFileSync(join(folder, 'data/dts/index.json'), 'utf8'));
  expect(entry.document).toBe(`${own}/data/dts/document/{resource}{/ref}.xml`);
});

test('the site is read, searched and saved under a sub-path, and then without its server', async () => {
  const server = await serveFolder(folder, '/read/duben/', 'index documents');
  const { page, watched } = await open(server.url, { serviceWorkers: 'allow' });
  await page.waitForURL('**/read/duben/hans/');
  await page.locator('.documents a.title[href*="2023-joint-statement/"]').first().click();
  await page.waitForURL('**/read/duben/hans/2023-joint-statement/');
  await expect
    .poll(() => page.locator('offline-state span').innerText(), { timeout: 15_000 })
    .toContain('已保存');
  expectQuiet(watched);
  await server.stop();
  await page.goto(`${server.url}hant/search/?q=${encodeURIComponent('冷戰思維')}`);
  await expect.poll(() => page.locator('clause-search .status').innerText()).toMatch(/^\d+ 段/);
  await page.locator('.results a').first().click();
  await page.waitForURL('**/read/duben/hant/**#**');
});
