import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, inject, test } from 'vitest';
import { openBuiltSite } from '../../scripts/steps/built-site.ts';
import { writeOffline } from '../../scripts/steps/write-offline.ts';
import { readOfflineFiles } from '../lib/read-offline-manifest.ts';
import { useBrowser } from './browser.ts';
import { faults, type SiteServer, serveFolder } from './site-server.ts';

/*
 * The server is really stopped: a browser that is said to be offline still lets a worker's own requests through.
 */

const open = useBrowser();
const statement = '2024-joint-statement';
/** A page that the second version has otherwise, and one of its own. */
const changed = 'hans/about/index.html';

let folders: string;
/** The site as built; less of it, as a first and a second version, and above its limit. */
let whole: string;
let first: string;
let second: string;
let chosen: string;
let server: SiteServer;

beforeAll(async () => {
  folders = mkdtempSync(join(tmpdir(), 'duben-offline-'));
  whole = join(folders, 'whole');
  first = join(folders, 'first');
  second = join(folders, 'second');
  chosen = join(folders, 'chosen');
  cpSync('dist', whole, { recursive: true });
  // Two documents are enough for what can go wrong.
  const isLeft = (path: string) =>
    /(?:hans|hant)\/(?:compare|collate|sources|cite\/[^i])|dist\/(?:share|pagefind|downloads\/.*\.|data\/(?:cite|dts))/.test(
      path,
    ) || /\/(?:2023|xinhua)-[a-z-]+(?:\/|$)/.test(path);
  for (const folder of [first, second, chosen])
    cpSync('dist', folder, { recursive: true, filter: (path) => !isLeft(path) });
  const about = readFileSync(join(second, changed), 'utf8');
  writeFileSync(join(second, changed), about.replace('</main>', '<p id="second">第二版</p></main>'));
  const write = (folder: string) => writeOffline(openBuiltSite(folder));
  await write(first);
  await write(second);
  process.env.OFFLINE_LIMIT = '100000';
  await write(chosen);
  delete process.env.OFFLINE_LIMIT;
});
afterAll(() => rmSync(folders, { recursive: true, force: true }));
beforeEach(async () => {
  server = await serveFolder(first);
});
afterEach(() => server.stop());

const visit = async (path = 'hans/') =>
  (await open(`${server.url}${path}`, { serviceWorkers: 'allow' })).page;
const line = (page: Page) => page.locator('offline-state span');
const isSaved = (page: Page) =>
  expect.poll(() => line(page).innerText(), { timeout: 15_000 }).toMatch(/已保存|已儲存/);
const notice = (page: Page) => page.locator('.update-notice');
/** As browsers do on a visit, and at least once a day. */
const lookForUpdate = (page: Page) =>
  page.evaluate(() =>
    navigator.serviceWorker.ready.then((registration) => registration.update().catch(() => {})),
  );
const bodyOf = (page: Page, path: string) =>
  page.evaluate(async (address) => (await fetch(address)).text(), path);

test('a first visit saves everything, says so, and then the server may be gone', async () => {
  server.folder = whole;
  const page = await visit();
  await isSaved(page);
  expect(await line(page).innerText()).toMatch(/^已保存（1\.\d MB，\d{4}-\d\d-\d\d 版）$/);
  await server.stop();
  const files = readOfflineFiles(whole);
  // Every page, style, script and text, byte for byte.
  for (const { path } of files) {
    const body = await bodyOf(page, `/${path}`);
    if (!path.endsWith('.png')) expect(body === readFileSync(join(whole, path), 'utf8'), path).toBe(true);
  }
  await page.goto(`${server.url}hant/${statement}/#s5-3`);
  expect(await page.locator('#s5-3').isVisible()).toBe(true);
  await page.goto(`${server.url}hans/search/?q=${encodeURIComponent('世贸组织')}`);
  await expect.poll(() => page.locator('clause-search [role=status]').first().innerText()).toMatch(/\d+ 段/);
  await page.goto(`${server.url}hans/cite/`);
  await page.locator('textarea').fill('双方重申，将恪守两国元首达成的共识');
  await page.keyboard.press('Control+Enter');
  await page.goto(`${server.url}hans/compare/2023-joint-statement-vs-2024-joint-statement/`);
  expect(await page.locator('h1').innerText()).not.toBe('');
});

test('search by the index works without the server too', async () => {
  server.folder = inject('indexSiteFolder');
  const page = await visit('hans/search/');
  await isSaved(page);
  await server.stop();
  await page.goto(`${server.url}hans/search/?q=${encodeURIComponent('世贸组织')}`);
  await expect.poll(() => page.locator('clause-search [role=status]').first().innerText()).toMatch(/\d+ 段/);
});

test('nothing is saved that nobody asked for: received bytes, downloads', async () => {
  const page = await visit();
  await isSaved(page);
  for (const path of server.asked) {
    expect(path).not.toMatch(/^data\/sources\//);
    expect(path === 'downloads/' || !path.startsWith('downloads/'), path).toBe(true);
  }
  await server.stop();
  await page.goto(`${server.url}data/sources/cna-2023.txt`).catch(() => {});
  expect(await page.locator('.missing').innerText()).toContain('连不上服务器');
});

test('on a second visit what is saved is not asked for again', async () => {
  const page = await visit();
  await isSaved(page);
  server.asked.length = 0;
  await page.goto(`${server.url}hans/${statement}/`);
  await isSaved(page);
  // What says which edition is the newest is asked for at each visit, and so is the worker itself.
  const others = server.asked.filter((path) => path !== 'data/edition.json' && path !== 'sw.js');
  expect(others).toEqual([]);
});

test('every way of writing an address hits', async () => {
  const page = await visit();
  await isSaved(page);
  await server.stop();
  for (const path of [
    `hans/${statement}`,
    `hans/${statement}/index.html`,
    `hans/${statement.replaceAll('-', '%2D')}/?q=x#s1-1`,
    `h%61ns/${statement}`,
    '',
    'index.html',
  ]) {
    await page.goto(`${server.url}${path}`);
    await expect.poll(() => page.locator('main h1').first().innerText()).not.toBe('');
    expect(await page.locator('.missing').count(), path).toBe(0);
  }
  // `/` goes on to a script; a folder without its slash gets it.
  await page.goto(`${server.url}hans/${statement}#s2-1`);
  await expect.poll(() => page.url()).toBe(`${server.url}hans/${statement}/#s2-1`);
});

test('under a path of a host, also of one that redirects', async () => {
  await server.stop();
  server = await serveFolder(join(folders, 'first'), '/read/duben/', 'redirects index');
  // Built for the root: only the worker is under test, which goes by where it is registered.
  const { page } = await open(`${server.url}icon.svg`, { serviceWorkers: 'allow' });
  await page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        navigator.serviceWorker.addEventListener(
          'message',
          ({ data }) => data.state?.kind === 'saved' && resolve(),
        );
        navigator.serviceWorker.startMessages();
        void navigator.serviceWorker.register('/read/duben/sw.js').then(async () => {
          (await navigator.serviceWorker.ready).active?.postMessage({ ask: 'keep' });
        });
      }),
  );
  await server.stop();
  const about = readFileSync(join(first, changed), 'utf8');
  for (const path of ['hans/about/', 'hans/about', 'hans/about/index.html'])
    expect(await bodyOf(page, `/read/duben/${path}`), path).toBe(about);
});

test('an update waits, says so, and takes over when the reader wants it', async () => {
  const page = await visit('hans/about/');
  await isSaved(page);
  server.folder = second;
  server.asked.length = 0;
  await lookForUpdate(page);
  await expect.poll(() => notice(page).innerText()).toContain('新版已经存好');
  // Only what changed was fetched.
  expect(server.asked.filter((path) => path.endsWith('/'))).toEqual(['hans/about/']);
  await page.reload();
  expect(await page.locator('#second').count()).toBe(0);
  await expect.poll(() => notice(page).innerText()).toContain('新版已经存好');
  await server.stop();
  await notice(page).locator('button').click();
  await expect.poll(() => page.locator('#second').count()).toBe(1);
  await isSaved(page);
  expect(await notice(page).isVisible()).toBe(false);
});

test('an update that fails leaves the old version whole, and says why', async () => {
  const page = await visit('hans/about/');
  await isSaved(page);
  server.folder = second;
  for (const [name, fault, why] of [
    ['404', faults.status(404), '404'],
    ['500', faults.status(500), '500'],
    ['another body', faults.otherBody, '登录页'],
    ['a cut body', faults.cutBody, '登录页'],
    ['a short body', faults.shortBody, '登录页'],
  ] as const) {
    server.faults.set('hans/about/', fault);
    await lookForUpdate(page);
    await expect.poll(() => notice(page).innerText(), { message: name }).toContain(why);
    expect(await notice(page).innerText(), name).toContain('hans/about/');
    await server.stop();
    await page.reload();
    expect(await page.locator('main h2').count(), name).toBeGreaterThan(0);
    expect(await page.locator('#second').count(), name).toBe(0);
    expect(await bodyOf(page, `/hant/${statement}/`), name).toContain('</html>');
    await isSaved(page);
    await server.start();
  }
  // The next time it succeeds.
  server.faults.clear();
  await page.reload();
  await expect.poll(() => notice(page).innerText()).toContain('新版已经存好');
});

test('a first visit that fails says why, and goes on by itself at the next', async () => {
  server.faults.set(`hant/${statement}/`, faults.otherBody);
  const page = await visit();
  await expect.poll(() => line(page).innerText(), { timeout: 15_000 }).toContain('没有存全');
  server.faults.clear();
  await page.reload();
  await isSaved(page);
});

test('without room on the device the reader is told, and what was saved is still read', async () => {
  const page = await visit();
  await isSaved(page);
  const session = await page.context().newCDPSession(page);
  const quota = (quotaSize?: number) =>
    session.send('Storage.overrideQuotaForOrigin', { origin: new URL(server.url).origin, quotaSize });
  server.folder = second;
  await quota(1);
  await lookForUpdate(page);
  await expect.poll(() => notice(page).innerText()).toContain('空间');
  await quota();
  await server.stop();
  await page.goto(`${server.url}hans/${statement}/`);
  expect(await page.locator('#s1-1').count()).toBe(1);
});

test('without room at the first visit the reader is told, and reads on', async () => {
  const { page } = await open(`${server.url}icon.svg`, { serviceWorkers: 'allow' });
  const session = await page.context().newCDPSession(page);
  await session.send('Storage.overrideQuotaForOrigin', { origin: new URL(server.url).origin, quotaSize: 1 });
  await page.goto(`${server.url}hans/${statement}/`);
  await expect.poll(() => line(page).innerText(), { timeout: 15_000 }).toContain('空间');
  expect(await page.locator('#s1-1').count()).toBe(1);
});

test('of two pages, the one that asks changes at once and the other is told', async () => {
  const page = await visit('hans/about/');
  await isSaved(page);
  const other = await page.context().newPage();
  await other.goto(`${server.url}hans/cite/`);
  await other.locator('textarea').fill('写到一半的话');
  server.folder = second;
  await lookForUpdate(page);
  await expect.poll(() => notice(other).innerText()).toContain('新版已经存好');
  // Where there is no room to note it, it takes over all the same.
  const session = await page.context().newCDPSession(page);
  await session.send('Storage.overrideQuotaForOrigin', { origin: new URL(server.url).origin, quotaSize: 1 });
  await notice(page).locator('button').click();
  await expect.poll(() => page.locator('#second').count()).toBe(1);
  await expect.poll(() => notice(other).innerText()).toContain('另一个标签页已换用新版');
  expect(await other.locator('textarea').inputValue()).toBe('写到一半的话');
});

test('a page of the version before still gets its scripts', async () => {
  const page = await visit('hans/about/');
  await isSaved(page);
  // A script that only the first version has.
  const script = readOfflineFiles(first).find(({ path }) => path.endsWith('.js'))?.path ?? '';
  const third = join(folders, 'third');
  cpSync(second, third, { recursive: true });
  rmSync(join(third, script));
  rmSync(join(third, 'hant/about'), { recursive: true });
  await writeOffline(openBuiltSite(third));
  server.folder = third;
  await lookForUpdate(page);
  await notice(page).locator('button').click();
  await expect.poll(() => page.locator('#second').count()).toBe(1);
  // A page that the new version has not any more is not served from the old one.
  expect(await page.evaluate(async () => (await fetch('/hant/about/')).status)).toBe(404);
  await server.stop();
  expect(await bodyOf(page, `/${script}`)).toBe(readFileSync(join(first, script), 'utf8'));
});

// Stopped while it is made ready, and while it completes the first version.
for (const percent of [/正在保存 [1-9]%/, /正在保存 [5-9]\d%/])
  test(`a worker stopped in the middle goes on: ${percent}`, async () => {
    server.delay = 60;
    const page = await visit();
    await expect.poll(() => line(page).innerText(), { timeout: 15_000, interval: 10 }).toMatch(percent);
    const session = await page.context().newCDPSession(page);
    await session.send('ServiceWorker.enable');
    await session.send('ServiceWorker.stopAllWorkers');
    server.delay = 0;
    await isSaved(page);
    await server.stop();
    await page.goto(`${server.url}hant/${statement}/`);
    expect(await page.locator('#s1-1').count()).toBe(1);
  });

test('what is damaged or lost on the device is fetched again', async () => {
  const page = await visit();
  await isSaved(page);
  const damage = (isLost: boolean) =>
    page.evaluate(async (lost) => {
      // What is known of the files is damaged as they are.
      for (const name of await caches.keys()) {
        const cache = await caches.open(name);
        for (const request of await cache.keys())
          if (lost) await cache.delete(request);
          else await cache.put(request, new Response('damaged'));
      }
    }, isLost);
  await damage(false);
  await page.goto(`${server.url}hant/${statement}/`);
  expect(await page.locator('#s1-1').count()).toBe(1);
  await isSaved(page);
  await damage(true);
  await page.reload();
  await isSaved(page);
  await server.stop();
  await page.goto(`${server.url}hans/${statement}/`);
  expect(await page.locator('#s1-1').count()).toBe(1);
  // With neither a good copy nor a server there is nothing, rather than what is damaged.
  await damage(false);
  expect(await bodyOf(page, '/hans/about/').catch(() => 'nothing')).toBe('nothing');
});

test('a browser that keeps nothing says so', async () => {
  const { page } = await open(`${server.url}icon.svg`, { serviceWorkers: 'allow' });
  await page.addInitScript(() => {
    Object.defineProperty(Navigator.prototype, 'serviceWorker', { get: () => undefined });
  });
  await page.goto(`${server.url}hans/`);
  await expect.poll(() => line(page).innerText()).toContain('这里不能离线保存');
});

test('a browser that refuses says so', async () => {
  const { page } = await open(`${server.url}icon.svg`, { serviceWorkers: 'allow' });
  await page.addInitScript(() => {
    ServiceWorkerContainer.prototype.register = () =>
      Promise.reject(new DOMException('The user denied permission', 'SecurityError'));
  });
  await page.goto(`${server.url}hans/`);
  await expect.poll(() => line(page).innerText()).toContain('浏览器不允许');
});

test('the reader removes what is saved, and saves it again', async () => {
  const page = await visit('hans/offline/');
  await isSaved(page);
  await page.locator('button.remove').click();
  await expect.poll(() => line(page).innerText()).toBe('已停用');
  expect(await page.evaluate(() => caches.keys())).toEqual([]);
  expect(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)).toBe(0);
  await page.reload();
  expect(await line(page).innerText()).toBe('已停用');
  expect(await page.evaluate(() => caches.keys())).toEqual([]);
  await page.locator('button.save').click();
  await isSaved(page);
});

test('a worker that is there although the reader wants none is sent away', async () => {
  const page = await visit();
  await isSaved(page);
  await page.evaluate(() => localStorage.setItem('duben.offline', 'off'));
  await page.reload();
  await expect.poll(() => line(page).innerText()).toBe('已停用');
  expect(await page.evaluate(() => caches.keys())).toEqual([]);
  expect(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)).toBe(0);
});

test('the reader removes it while it is saved, and with another page open: it stays removed', async () => {
  server.delay = 60;
  const page = await visit('hans/offline/');
  const other = await page.context().newPage();
  await other.goto(`${server.url}hans/`);
  await expect.poll(() => line(page).innerText(), { interval: 10 }).toMatch(/正在保存 [2-9]\d%/);
  await page.locator('button.remove').click();
  server.delay = 0;
  // Longer than a page waits before it asks the worker again.
  await page.waitForTimeout(4000);
  for (const each of [page, other]) {
    expect(await line(each).innerText()).toBe('已停用');
    // The worker that is gone still answers pages that are open: it keeps nothing for them.
    await bodyOf(each, '/search/hans.json');
    expect(await each.evaluate(() => caches.keys())).toEqual([]);
  }
  expect(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)).toBe(0);
});

test('a version that comes while another waits is whole, whichever is taken first', async () => {
  const page = await visit('hans/about/');
  await isSaved(page);
  server.folder = second;
  await lookForUpdate(page);
  await expect.poll(() => notice(page).innerText()).toContain('新版已经存好');
  const fourth = join(folders, 'fourth');
  cpSync(second, fourth, { recursive: true });
  const pages = ['hans/index.html', 'hant/index.html', 'hant/about/index.html', changed];
  for (const path of pages) {
    const html = readFileSync(join(fourth, path), 'utf8');
    writeFileSync(join(fourth, path), html.replace('</main>', `<p class="fourth">${path}</p></main>`));
  }
  await writeOffline(openBuiltSite(fourth));
  server.folder = fourth;
  let release = () => {};
  const isReleased = new Promise<void>((resolve) => {
    release = resolve;
  });
  server.faults.set('hant/about/', (response, content) => {
    void isReleased.then(() => response.writeHead(200).end(content));
  });
  await page.evaluate(() => {
    void navigator.serviceWorker.ready.then((registration) => registration.update());
  });
  await expect.poll(() => server.asked.slice(-9)).toContain('hant/about/');
  // In the middle of the saving of the one, the other takes over: as when all pages are closed.
  await page.evaluate(async () => {
    (await navigator.serviceWorker.ready).waiting?.postMessage({ ask: 'take-over' });
  });
  await expect.poll(() => notice(page).innerText()).toContain('已换用新版');
  release();
  await expect.poll(() => notice(page).innerText()).toContain('新版已经存好');
  await server.stop();
  await notice(page).locator('button').click();
  await expect.poll(() => page.locator('.fourth').count()).toBe(1);
  for (const path of pages)
    expect(await bodyOf(page, `/${path}`), path).toBe(readFileSync(join(fourth, path), 'utf8'));
});

test('what an earlier worker noted, in one list of all files, is no hindrance to an update', async () => {
  const page = await visit('hans/about/');
  await isSaved(page);
  const files = readOfflineFiles(first);
  await page.evaluate(async (all) => {
    const names = await caches.keys();
    const notes = await caches.open(names.find((name) => name.endsWith(' notes')) ?? '');
    for (const request of await notes.keys())
      if (request.url.endsWith('/versions')) {
        const { active } = await ((await notes.match(request)) as Response).json();
        const manifest = { edition: active.manifest.edition, isWhole: true, files: all };
        await notes.put(request, new Response(JSON.stringify({ active: { ...active, manifest } })));
      }
  }, files);
  server.folder = second;
  await lookForUpdate(page);
  await expect.poll(() => notice(page).innerText()).toContain('新版已经存好');
  await server.stop();
  await notice(page).locator('button').click();
  await expect.poll(() => page.locator('#second').count()).toBe(1);
  await isSaved(page);
  expect(await bodyOf(page, `/hant/${statement}/`)).toContain('</html>');
});

test('above the limit the core is saved, and of the rest what the reader chooses', async () => {
  server.folder = chosen;
  const page = await visit('hans/offline/');
  await expect.poll(() => line(page).innerText()).toContain('只保存了目录');
  expect(server.asked.some((path) => path.startsWith(`hans/${statement}`))).toBe(false);
  await page.locator(`input[value="${statement}"]`).check();
  await page.locator('input[value="search"]').check();
  await page.locator('button.save').click();
  await expect.poll(() => server.asked.includes(`hant/${statement}/`)).toBe(true);
  await expect.poll(() => line(page).innerText()).toContain('已保存所选的文献');
  await server.stop();
  await page.goto(`${server.url}hant/${statement}/`);
  expect(await page.locator('#s1-1').count()).toBe(1);
  await page.goto(`${server.url}hans/cna-report/`).catch(() => {});
  expect(await page.locator('.missing').isVisible()).toBe(true);
  // What is not wanted any more gives its room back.
  await page.goto(`${server.url}hans/offline/`);
  await expect.poll(() => page.locator(`input[value="${statement}"]`).isChecked()).toBe(true);
  const kept = () =>
    page.evaluate(async () => {
      const names = await caches.keys();
      const cache = await caches.open(names.find((name) => name.endsWith(' files')) ?? '');
      return (await cache.keys()).length;
    });
  const before = await kept();
  await page.locator(`input[value="${statement}"]`).uncheck();
  await page.locator('button.save').click();
  await expect.poll(kept).toBeLessThan(before);
  expect(await bodyOf(page, '/hans/search/')).toContain('</html>');
});

test('above the limit an update fetches only what is new of what the reader chose', async () => {
  server.folder = chosen;
  const page = await visit('hans/offline/');
  await expect.poll(() => line(page).innerText()).toContain('只保存了目录');
  await page.locator(`input[value="${statement}"]`).check();
  await page.locator('button.save').click();
  await expect.poll(() => line(page).innerText()).toContain('已保存所选的文献');
  const lists = () => server.asked.filter((path) => path.startsWith('offline/'));
  expect(lists().filter((path) => path.startsWith('offline/lists/'))).toEqual([
    `offline/lists/${statement}.json`,
  ]);
  process.env.OFFLINE_LIMIT = '100000';
  /** Another version, in which pages are otherwise. */
  const change = async (name: string, paths: readonly string[]) => {
    const folder = join(folders, name);
    cpSync(server.folder, folder, { recursive: true });
    for (const path of paths) {
      const html = readFileSync(join(folder, path), 'utf8');
      writeFileSync(join(folder, path), html.replace('</main>', `<p class="changed">${name}</p></main>`));
    }
    await writeOffline(openBuiltSite(folder));
    server.folder = folder;
    server.asked.length = 0;
    await lookForUpdate(page);
  };
  /** The page is loaded anew. */
  const take = () => Promise.all([page.waitForEvent('load'), notice(page).locator('button').click()]);
  // Only what nobody has here, and what is saved in any case.
  await change('elsewhere', ['hans/cna-report/index.html', changed]);
  await expect.poll(() => notice(page).innerText()).toContain('新版已经存好');
  expect(lists()).toHaveLength(1);
  expect(server.asked.filter((path) => path.endsWith('/'))).toEqual(['hans/about/']);
  await take();
  await change('here', [`hans/${statement}/index.html`]);
  await expect.poll(() => notice(page).innerText()).toContain('新版已经存好');
  delete process.env.OFFLINE_LIMIT;
  expect(lists().slice(1)).toEqual([`offline/lists/${statement}.json`]);
  expect(server.asked.filter((path) => path.endsWith('/'))).toEqual([`hans/${statement}/`]);
  await server.stop();
  await take();
  await page.goto(`${server.url}hans/${statement}/`);
  expect(await page.locator('.changed').innerText()).toBe('here');
});

test('the site is an app that can be installed', async () => {
  const page = await visit();
  await isSaved(page);
  const session = await page.context().newCDPSession(page);
  const { errors, data } = await session.send('Page.getAppManifest');
  expect(errors).toEqual([]);
  expect(JSON.parse(data ?? '{}')).toMatchObject({ name: '读本', lang: 'zh-Hans', start_url: '/hans/' });
  const { installabilityErrors } = await session.send('Page.getInstallabilityErrors');
  expect(installabilityErrors.filter(({ errorId }) => errorId !== 'in-incognito')).toEqual([]);
});

test('a publisher can take the worker back', async () => {
  const page = await visit();
  await isSaved(page);
  const off = join(folders, 'off');
  cpSync(first, off, { recursive: true });
  process.env.OFFLINE = 'off';
  await writeOffline(openBuiltSite(off));
  delete process.env.OFFLINE;
  server.folder = off;
  await lookForUpdate(page);
  await expect.poll(() => page.evaluate(() => caches.keys())).toEqual([]);
  expect(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)).toBe(0);
  // Pages that are open do not ask for it again and again.
  await page.reload();
  await expect.poll(() => line(page).innerText()).toBe('已停用');
  server.asked.length = 0;
  await page.waitForTimeout(4000);
  expect(server.asked.filter((path) => path === 'sw.js')).toEqual([]);
});
