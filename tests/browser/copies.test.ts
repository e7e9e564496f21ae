import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { unzipSync } from 'fflate';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readOfflineFiles } from '../lib/read-offline-manifest.ts';
import { expectQuiet, useBrowser } from './browser.ts';
import { type SiteServer, serveFolder } from './site-server.ts';

/* What was taken away, opened as its reader does: from a disk, and from an object store under some path, which has files by their whole names and nothing else. */

const open = useBrowser();
let folder: string;
let server: SiteServer;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'duben copy '));
  for (const [path, content] of Object.entries(unzipSync(readFileSync('dist/downloads/site.zip')))) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  server = await serveFolder(folder, '/some/path/', 'exact keys');
});
afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

describe.each(['a disk', 'a server'])('the site as a ZIP, from %s', (from) => {
  const addressOf = (path: string) =>
    from === 'a disk' ? `${pathToFileURL(folder).href}/${path}` : `${server.url}${path}`;

  test('goes on to a script, and from page to page', async () => {
    const { page, watched } = await open(addressOf('index.html'));
    await page.waitForURL('**/hans/index.html');
    await page.locator('.documents a.title[href*="2023-joint-statement/"]').first().click();
    await page.waitForURL('**/hans/2023-joint-statement/index.html');
    await page.locator('#s2-1 a.s').click();
    await page.waitForURL('**/hans/sources/statements-2023/index.html#2023-joint-statement.s2-1');
    await page.locator('.scripts a').click();
    await page.waitForURL('**/hant/sources/statements-2023/index.html**');
    expect(await page.locator('html').getAttribute('lang')).toBe('zh-Hant');
    expectQuiet(watched);
  });

  test('finds clauses, from the box and on the page of search', async () => {
    const { page, watched } = await open(addressOf('hant/2024-joint-statement/index.html'));
    await page.locator('search-box input').fill('世贸组织');
    await expect.poll(() => page.locator('search-box .panel li').count()).toBeGreaterThan(0);
    await page.locator('search-box .panel li a').first().click();
    await page.waitForURL('**/hant/2024-joint-statement/index.html?q=**');
    await expect.poll(() => page.locator('find-in-document').innerText()).toContain('/');
    await page.locator('search-box input').fill('冷戰思維');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/hant/search/index.html?q=**');
    await expect.poll(() => page.locator('clause-search .status').innerText()).toMatch(/^\d+ 段/);
    expectQuiet(watched);
  });

  test('cites and verifies', async () => {
    const { page, watched } = await open(addressOf('hans/cna-report/index.html#p2'));
    await page.keyboard.press('c');
    await expect.poll(() => page.locator('dialog').innerText()).toContain('GB/T 7714');
    await page.goto(addressOf('hans/cite/index.html'));
    await page.locator('textarea').fill('双方反对外部势力干涉内政。');
    await page.keyboard.press('Control+Enter');
    await expect.poll(() => page.locator('verify-passage').innerText()).toContain('2.4');
    expectQuiet(watched);
  });
});

describe('the single file, from a disk', () => {
  const file = pathToFileURL(resolve('dist/downloads/collection.html')).href;
  const isShown = (page: Page, script: string) => page.locator(`#${script}`).isVisible();

  test('shows a script at a time, and keeps the place', async () => {
    const { page, watched } = await open(file);
    expect([await isShown(page, 'hans'), await isShown(page, 'hant')]).toEqual([true, false]);
    await page.goto(`${file}#hans.2023-joint-statement.s5-3`);
    await page.locator('header a[data-script="hant"]').click();
    await expect.poll(() => isShown(page, 'hant')).toBe(true);
    expect(await isShown(page, 'hans')).toBe(false);
    expect(page.url()).toMatch(/#hant\.2023-joint-statement\.s5-3$/);
    const place = page.locator(`[id="${page.url().split('#')[1]}"]`);
    expect(await place.evaluate((block) => block.getBoundingClientRect().top)).toBeLessThan(300);
    // Opened anew: what is kept from one process reaches another a little later, where a file has one of its own.
    const reopen = async () => {
      await page.goto(file);
      return isShown(page, 'hant');
    };
    await expect.poll(reopen, { timeout: 10_000 }).toBe(true);
    expectQuiet(watched);
  });

  test('finds clauses in either script, and leads to them', async () => {
    const { page, watched } = await open(file);
    const search = page.locator('#hans clause-search');
    await search.locator('input').fill('世貿組織');
    await expect.poll(() => search.locator('[role=status]').innerText()).toBe('2 段，5 处');
    await search.locator('.results a').first().click();
    expect(page.url()).toMatch(/#hans\.2024-joint-statement\.s5-5$/);
    await search.locator('input').fill('推动构建新型国际关糸');
    await expect.poll(() => search.locator('[role=status]').innerText()).toContain('没有');
    expect(await search.locator('.results li').count()).toBeGreaterThan(0);
    await search.locator('input').fill('双方');
    await expect.poll(() => search.locator('.results li').count()).toBe(20);
    await search.locator('button.more').click();
    await expect.poll(() => search.locator('.results li').count()).toBe(40);
    expectQuiet(watched);
  });

  test('is read without JavaScript', async () => {
    const { page } = await open(file, { javaScriptEnabled: false });
    expect([await isShown(page, 'hans'), await isShown(page, 'hant')]).toEqual([true, true]);
    expect(await page.locator('clause-search').first().isVisible()).toBe(false);
    await page.locator('#hant nav a').nth(2).click();
    expect(page.url()).toMatch(/#hant\./);
  });

  test('has no ids twice, and links within it that lead somewhere', async () => {
    const { page } = await open(file);
    const { twice, nowhere } = await page.evaluate(() => {
      const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id);
      const links = [...document.querySelectorAll('a[href^="#"]')].map(
        (link) => link.getAttribute('href') ?? '',
      );
      return {
        twice: ids.filter((id, index) => ids.indexOf(id) !== index),
        nowhere: links.filter((href) => !document.getElementById(href.slice(1))),
      };
    });
    expect([twice, nowhere]).toEqual([[], []]);
  });
});

test('a document is printed in both scripts, and listed with the other downloads', async () => {
  const dist = join(folder, 'dist');
  cpSync('dist', dist, { recursive: true });
  const args = ['scripts/pdf.ts', '--dist', dist, '--document', 'xinhua-first-day'];
  const { status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  expect(status, stderr).toBe(0);
  const list = readFileSync(join(dist, 'hant/downloads/index.html'), 'utf8');
  for (const name of ['xinhua-first-day.hans.pdf', 'xinhua-first-day.hant.pdf']) {
    const content = readFileSync(join(dist, 'downloads', name));
    expect(content.subarray(0, 5).toString()).toBe('%PDF-');
    expect(list).toContain(`href="/downloads/${name}"`);
    expect(list).toContain(createHash('sha256').update(content).digest('hex'));
  }
  expect(list).not.toContain('cna-report.hans.pdf');
  expect(readFileSync(join(dist, 'downloads/SHA256SUMS.txt'), 'utf8')).toContain(
    '  xinhua-first-day.hans.pdf\n',
  );
  // The changed lists are still what the worker holds them to.
  for (const { path: file, sha256 } of readOfflineFiles(dist))
    expect(
      createHash('sha256')
        .update(readFileSync(join(dist, file)))
        .digest('base64'),
      file,
    ).toBe(sha256);
});
