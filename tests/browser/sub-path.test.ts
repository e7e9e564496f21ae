import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBuiltSite } from '../../scripts/steps/built-site.ts';
import { writeOffline } from '../../scripts/steps/write-offline.ts';
import { findViolations } from '../../scripts/validators/axe.ts';
import { type BuiltPage, readPages } from '../../scripts/validators/built-pages.ts';
import { validateFeed } from '../../scripts/validators/feed.ts';
import { validateJsonLd } from '../../scripts/validators/json-ld.ts';
import { validateLinks } from '../../scripts/validators/links.ts';
import { openBuilt } from '../../scripts/validators/open-built.ts';
import type { Built } from '../../scripts/validators/validator.ts';
import { readSettings } from '../../src/content/settings.ts';
import { expectQuiet, useBrowser } from './browser.ts';
import { faults, serveFolder } from './site-server.ts';

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
  expect(addresses).toEqual(
    expect.arrayContaining(['/hans/collection/3/', '/hant/instruments/2/', '/hans/cite/documents/3/']),
  );
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

test('where a page does not list all documents, a search is narrowed to one that is found', async () => {
  const server = await serveFolder(folder, '/read/duben/', 'index documents');
  const { page, watched } = await open(`${server.url}hans/search/?q=${encodeURIComponent('合作')}`);
  const search = () => Object.fromEntries(new URL(page.url()).searchParams);
  const said = () => page.locator('find-documents [role="status"]').textContent();
  const status = page.locator('clause-search .status');
  const results = async () => /^\d+ 段/.exec((await status.textContent()) ?? '')?.[0];
  await expect.poll(results).toBeDefined();
  const all = await results();
  // Nothing is fetched that nobody asks for.
  expect(server.asked.filter((path) => path.endsWith('documents.json'))).toEqual([]);
  await page.getByText('范围与次序').click();
  const box = page.getByLabel('按题名或日期查找文献');
  await box.fill('聯合聲明');
  await expect.poll(said).toMatch(/^找到 \d 篇$/);
  await box.fill('龘');
  await expect.poll(said).toBe('没有题名或日期里有“龘”的文献。');
  await box.fill('米舒斯京');
  await expect.poll(said).toBe('找到 1 篇');
  expect(search()).toEqual({ q: '合作' });
  expect((await findViolations(page)).map(({ id, targets }) => [id, ...targets])).toEqual([]);
  // Enter sends no form: it leads to what is found.
  await page.keyboard.press('Enter');
  await page.keyboard.press('Space');
  await expect.poll(search).toEqual({ q: '合作', document: 'xinhua-mishustin' });
  await expect.poll(results).toBe('3 段');
  await page.reload();
  const chosen = page.locator('find-documents input:checked');
  await expect.poll(() => chosen.inputValue()).toBe('xinhua-mishustin');
  await expect.poll(() => page.locator('.documents-chosen').innerText()).toContain('米舒斯京');
  await expect.poll(results).toBe('3 段');
  await page.getByText('繁體').click();
  await page.waitForURL(/hant\/search\/\?q=[^&]+&document=xinhua-mishustin/);
  await expect.poll(() => page.locator('.documents-chosen').innerText()).toContain('米舒斯京');
  await page.getByLabel('全部文獻', { exact: true }).check();
  await expect.poll(results).toBe(all);
  expect(search()).toEqual({ q: '合作' });
  await page.goBack();
  await expect.poll(() => chosen.inputValue()).toBe('xinhua-mishustin');
  await expect.poll(results).toBe('3 段');
  // What the collection does not have is not asked for.
  await page.goto(`${server.url}hans/search/?q=${encodeURIComponent('合作')}&document=nope`);
  await expect.poll(results).toBe(all);
  expectQuiet(watched);
  await server.stop();
});

test('without the list of documents a search by address still holds, and the reader is told', async () => {
  const server = await serveFolder(folder, '/read/duben/', 'index documents');
  server.faults.set('hans/collection/documents.json', faults.status(500));
  const { page } = await open(
    `${server.url}hans/search/?q=${encodeURIComponent('合作')}&document=cna-report`,
  );
  await expect.poll(() => page.locator('.found .results').count()).toBe(1);
  await page.getByLabel('按题名或日期查找文献').fill('声明');
  const said = page.locator('find-documents [role="status"]');
  await expect.poll(() => said.textContent()).toContain('没有取到文献清单');
  server.faults.clear();
  await page.getByLabel('按题名或日期查找文献').fill('联合声明');
  await expect.poll(() => said.textContent()).toContain('找到');
  expect(await page.locator('find-documents input:checked').inputValue()).toBe('cna-report');
  await server.stop();
});

test('in a copy on a disk too', async () => {
  const copy = mkdtempSync(join(tmpdir(), 'duben-copy-'));
  for (const [path, content] of Object.entries(unzipSync(readFileSync(join(folder, 'downloads/site.zip'))))) {
    mkdirSync(dirname(join(copy, path)), { recursive: true });
    writeFileSync(join(copy, path), content);
  }
  const query = `?q=${encodeURIComponent('合作')}&document=cna-report`;
  const { page, watched } = await open(`${pathToFileURL(copy).href}/hans/search/index.html${query}`);
  await page.getByLabel('按题名或日期查找文献').fill('米舒斯京');
  await page.locator('.documents-found input').check();
  await expect.poll(() => page.locator('clause-search .status').innerText()).toMatch(/^3 段/);
  expectQuiet(watched);
  rmSync(copy, { recursive: true, force: true });
});

test('where a page does not list all documents, those to be saved are found', async () => {
  const settings = readSettings({
    BASE_PATH: '/read/duben/',
    SITE_URL: 'https://texts.example',
    PAGE_LIMIT: '4',
    OFFLINE_LIMIT: '100000',
  });
  await writeOffline(openBuiltSite(folder, settings));
  const server = await serveFolder(folder, '/read/duben/', 'index documents');
  const { page, watched } = await open(`${server.url}hant/offline/`, { serviceWorkers: 'allow' });
  const line = () => page.locator('offline-state span').innerText();
  await expect.poll(line, { timeout: 15_000 }).toContain('只儲存了目錄');
  expect(server.asked.filter((path) => path.startsWith('offline/lists/'))).toEqual([]);
  const box = page.getByLabel('按題名或日期尋找文獻');
  for (const [typed, slug] of [
    ['米舒斯京', 'xinhua-mishustin'],
    ['2023-economic', '2023-economic-plan'],
  ] as const) {
    await box.fill(typed);
    await page.locator(`.documents-found input[value="${slug}"]`).check();
  }
  // What was ticked stays so, whatever is looked for then.
  await expect.poll(() => page.locator('.documents-chosen input:checked').count()).toBe(1);
  expect(await page.locator('output').innerText()).toMatch(/^0\.\d\d MB$/);
  expect((await findViolations(page)).map(({ id, targets }) => [id, ...targets])).toEqual([]);
  await page.locator('button.save').click();
  await expect.poll(line).toContain('已儲存所選的文獻');
  const lists = server.asked.filter((path) => path.startsWith('offline/lists/'));
  expect(lists.toSorted()).toEqual([
    'offline/lists/2023-economic-plan.json',
    'offline/lists/xinhua-mishustin.json',
  ]);
  await server.stop();
  await page.goto(`${server.url}hans/xinhua-mishustin/`);
  expect(await page.locator('#p1').count()).toBe(1);
  // What is saved is named here without the server too.
  await page.goto(`${server.url}hans/offline/`);
  await expect.poll(() => page.locator('.documents-chosen').innerText()).toContain('米舒斯京');
  expect(await page.locator('.documents-chosen input:checked').count()).toBe(2);
  expectQuiet(watched);
});
