import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { expectQuiet, indexSiteUrl, layoutShift, siteUrl, useBrowser } from './browser.ts';

const open = useBrowser();
const [statement, source] = ['2024-joint-statement', 'statement-2024'];

/** What a page shows of each block: its small links without where they lead in the source. */
const toolsOf = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('.text .w')].map((tools) => ({
      block: tools.closest('[id]')?.id,
      before: tools.previousElementSibling?.className,
      links: [...tools.children].map(({ className, textContent }) => `${className} ${textContent}`),
      source: tools.querySelector('.s')?.getAttribute('href'),
      cite: tools.querySelector('.c')?.getAttribute('aria-label'),
      lang: tools.closest<HTMLElement>('[lang]')?.lang,
    })),
  );

/** In which language each text of the page stands. */
const languagesOf = (page: Page) =>
  page.evaluate(() => {
    const walker = document.createTreeWalker(
      document.querySelector('.text') as Element,
      NodeFilter.SHOW_TEXT,
    );
    const found: string[] = [];
    while (walker.nextNode())
      found.push(
        `${walker.currentNode.parentElement?.closest<HTMLElement>('[lang]')?.lang} ${walker.currentNode.nodeValue}`,
      );
    return found;
  });

/** Where a target stands on the screen, once the page is at rest. */
const placeOf = async (page: Page, id: string) => {
  await page.waitForLoadState('networkidle');
  return page.evaluate(
    (name) => Math.round(document.getElementById(name)?.getBoundingClientRect().y ?? 0),
    id,
  );
};

/** The table of contents. */
const contentsOf = (page: Page) =>
  page
    .locator('page-contents li')
    .evaluateAll((all) => all.map(({ innerHTML }) => innerHTML.replace(/ aria-current="true"/, '')));

describe.each(['hans', 'hant'])('in a large collection, in %s,', (script) => {
  test.each([statement, 'xinhua-putin-talks', 'cna-report', '2023-economic-plan'])(
    'the page of %s has what it has in a small one, drawn by its script',
    async (slug) => {
      const { page: small } = await open(`${siteUrl}${script}/${slug}/`);
      const { page: large, watched } = await open(`${indexSiteUrl}${script}/${slug}/`);
      expect(await large.locator('.text[data-beside]').count()).toBe(1);
      await expect.poll(() => large.locator('.text .w').count()).toBeGreaterThan(5);
      expect(await toolsOf(large)).toEqual(await toolsOf(small));
      // Where the reader is, is marked in both.
      await expect.poll(() => contentsOf(large)).toEqual(await contentsOf(small));
      expect(await layoutShift(large)).toBe(0);
      expect(await languagesOf(large)).toEqual(await languagesOf(small));
      expectQuiet(watched);
    },
  );

  test('a source is drawn as it stands in a small one', async () => {
    const rows = (page: Page) => page.locator('.received').innerHTML();
    for (const id of [source, 'mirror-2023', 'cna-2023', 'dispatches-2023', 'statements-2023']) {
      const { page: small } = await open(`${siteUrl}${script}/sources/${id}/`);
      const { page: large, watched } = await open(`${indexSiteUrl}${script}/sources/${id}/`);
      await expect.poll(() => large.locator('.received li').count()).toBeGreaterThan(0);
      expect(await rows(large)).toBe(await rows(small));
      expectQuiet(watched);
    }
  });
});

test.each([
  ['hans', 1280],
  ['hant', 1280],
  ['hans', 360],
  ['hant', 360],
])(
  'an address in %s at %i px leads to its paragraph, and to its place in the source',
  async (script, width) => {
    const view = { viewport: { width, height: 800 } };
    for (const path of [
      `${statement}/#s7-14`,
      `${statement}/#s5-3`,
      `sources/${source}/#${statement}.s5-3`,
    ]) {
      const id = path.replace(/.*#/, '');
      const { page: small } = await open(`${siteUrl}${script}/${path}`, view);
      const { page: large } = await open(`${indexSiteUrl}${script}/${path}`, view);
      if (path.startsWith('sources'))
        await expect.poll(() => large.locator('.received li').count()).toBeGreaterThan(0);
      const wanted = await placeOf(small, id);
      await expect.poll(() => placeOf(large, id)).toBeGreaterThan(wanted - 3);
      expect(await placeOf(large, id)).toBeLessThan(wanted + 3);
    }
  },
);

test('who comes back to a source is where they were', async () => {
  const { page } = await open(`${indexSiteUrl}hans/sources/${source}/#${statement}.s5-3`);
  await expect.poll(() => page.locator('.received li').count()).toBeGreaterThan(0);
  await page.evaluate(() => window.scrollTo(0, 6000));
  await page.getByRole('link', { name: '凡例' }).first().click();
  await page.waitForURL(/about/);
  await page.goBack();
  await expect.poll(() => page.evaluate(() => window.scrollY)).toBe(6000);
});

test('in the other script, who reads a source is at the same line', async () => {
  const { page } = await open(`${indexSiteUrl}hans/sources/${source}/#${statement}.s3-20`);
  const line = (id?: string) =>
    page.evaluate((of) => {
      const places = [...document.querySelectorAll('.received [id]')];
      const place = places.find((one) => (of ? one.id === of : one.getBoundingClientRect().top > 100));
      return { id: place?.id, top: place?.getBoundingClientRect().top ?? Number.NaN };
    }, id);
  await page.waitForLoadState('networkidle');
  await page.evaluate(() => scrollBy(0, 500));
  const before = await line();
  await page.keyboard.press('t');
  await page.waitForURL(/\/hant\//);
  await page.waitForLoadState('networkidle');
  await expect.poll(async () => Math.abs((await line(before.id)).top - before.top)).toBeLessThan(30);
});

test('from a paragraph to its place in the source, and back', async () => {
  const { page, watched } = await open(`${indexSiteUrl}hans/${statement}/#s7-14`);
  await page.locator('#s7-14 .s').click();
  await page.waitForURL(`${indexSiteUrl}hans/sources/${source}/#${statement}.s7-14`);
  const mark = page.locator(`[id="${statement}.s7-14"]`);
  await expect.poll(() => mark.evaluate((element) => element.matches(':target'))).toBe(true);
  const box = await mark.boundingBox();
  expect(box && box.y >= 0 && box.y < 800).toBe(true);
  await mark.click();
  await page.waitForURL(`${indexSiteUrl}hans/${statement}/#s7-14`);
  expectQuiet(watched);
});

test('a paragraph is cited, and its published form shown, also after a change of the script', async () => {
  const { page, watched } = await open(`${indexSiteUrl}hans/${statement}/`);
  await page.locator('#s5-3 .c').click();
  const dialog = page.locator('dialog.cite-dialog');
  expect(await dialog.locator('.citation').textContent()).toContain('第5.3段');
  // There is no page of citations to lead to.
  expect(await dialog.locator('a').count()).toBe(0);
  await page.keyboard.press('Escape');
  await page.getByRole('link', { name: '繁體' }).click();
  await expect.poll(() => page.locator('html').getAttribute('lang')).toBe('zh-Hant');
  await page.locator('#s5-3 .o').waitFor();
  const { page: small } = await open(`${siteUrl}hant/${statement}/`);
  await expect
    .poll(async () => JSON.stringify(await languagesOf(page)))
    .toBe(JSON.stringify(await languagesOf(small)));
  expect(await toolsOf(page)).toEqual(await toolsOf(small));
  const text = page.locator('#s5-3 .t');
  const converted = await text.textContent();
  await page.locator('#s5-3 .o').click();
  expect(await text.textContent()).not.toBe(converted);
  await page.locator('#s5-3 .o').click();
  expect(await text.textContent()).toBe(converted);
  expectQuiet(watched);
});

test('a source that cannot be read says so', async () => {
  const { page } = await open(`${indexSiteUrl}hans/sources/${source}/`, {}, (each) =>
    each.route(`**/data/sources/${source}.json`, (route) => route.abort()),
  );
  await expect
    .poll(() => page.locator('.source [role="status"]').textContent())
    .toContain('收到的文字读不到');
  expect(await page.locator('a[download]').getAttribute('href')).toBe(`/data/sources/${source}.txt`);
});

test('without JavaScript there is the text, and the source as a file', async () => {
  const options = { javaScriptEnabled: false };
  const { page } = await open(`${indexSiteUrl}hant/${statement}/`, options);
  expect(await page.locator('#s7-14 .t').textContent()).toContain('支持對方舉辦');
  expect(await page.locator('.facts a', { hasText: 'BibTeX' }).getAttribute('href')).toBe(
    `/data/cite/${statement}.bib`,
  );
  await page.goto(`${indexSiteUrl}hant/sources/${source}/`);
  expect(await page.locator('.source').innerText()).toContain('不用指令碼時，請下載上面的原始檔案。');
  expect(await page.locator('.source').innerText()).not.toContain('正在讀取');
});

test('the list of documents to cite leads to the documents', async () => {
  const { page } = await open(`${indexSiteUrl}hans/cite/`);
  const links = await page
    .locator('.documents-to-cite a')
    .evaluateAll((all) => all.map((link) => link.getAttribute('href')));
  expect(links).toContain(`/hans/${statement}/`);
});
