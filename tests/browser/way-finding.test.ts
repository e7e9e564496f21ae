import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { expectQuiet, siteUrl, useBrowser } from './browser.ts';

const open = useBrowser();
const document2024 = 'hans/2024-joint-statement/';
const hashOf = (page: Page) => new URL(page.url()).hash;
const wayBack = (page: Page) => page.locator('way-back a');
/** Read on to a paragraph without following a link. */
const readTo = (page: Page, id: string) =>
  page.evaluate((to) => document.getElementById(to)?.scrollIntoView(), id);

describe('where a reader is', () => {
  test('stands in the address, without an entry in the history, and goes when they are at the start again', async () => {
    const { page, watched } = await open(document2024);
    const entries = await page.evaluate(() => history.length);
    await readTo(page, 's3-20');
    await expect.poll(() => hashOf(page)).toBe('#s3-20');
    await readTo(page, 's5-2');
    await expect.poll(() => hashOf(page)).toBe('#s5-2');
    expect(await page.evaluate(() => history.length)).toBe(entries);
    await expect.poll(() => page.locator('.contents .position').textContent()).toMatch(/^5\.2 · \d+%$/);
    expect(await page.locator('.contents a[aria-current]').getAttribute('href')).toBe('#s5');
    await page.evaluate(() => scrollTo(0, 0));
    await expect.poll(() => hashOf(page)).toBe('');
    expectQuiet(watched);
  });

  test('is read upwards too, though they came for another paragraph', async () => {
    const { page } = await open(`${document2024}#s3-20`);
    await readTo(page, 's5-2');
    await expect.poll(() => hashOf(page)).toBe('#s5-2');
    await readTo(page, 's5-1');
    await expect.poll(() => hashOf(page)).toBe('#s5-1');
  });

  test('a link to words keeps its address', async () => {
    const { page } = await open(`${document2024}?mark=s3-20#s3-20`);
    await readTo(page, 's5-2');
    await page.waitForTimeout(600);
    await expect.poll(() => page.url()).toContain('?mark=s3-20#s3-20');
  });

  test('grows to the whole, and says so', async () => {
    const { page } = await open('hans/xinhua-signing/');
    await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
    await expect.poll(() => page.locator('.contents .position').textContent()).toMatch(/100%$/);
  });

  test('the trail leads up', async () => {
    const { page } = await open('hans/compare/2023-joint-statement-vs-2024-joint-statement/');
    const trail = page.getByRole('navigation', { name: '所在位置' });
    expect(await trail.locator('li').allTextContents()).toEqual(['读本', '2023年联合声明', '逐条对照']);
    await trail.getByRole('link', { name: '2023年联合声明' }).click();
    await page.waitForURL(`${siteUrl}hans/2023-joint-statement/`);
    await trail.getByRole('link', { name: '读本' }).click();
    await page.waitForURL(`${siteUrl}hans/`);
  });
});

describe('the way back', () => {
  test('leads to the place before a link was followed in the page', async () => {
    const { page, watched } = await open(document2024);
    await readTo(page, 's3-20');
    await page.evaluate(() => scrollBy(0, 31));
    await expect.poll(() => hashOf(page)).toBe('#s3-20');
    const at = await page.evaluate(() => scrollY);
    await page.locator('.contents a[href="#s6"]').click();
    expect(hashOf(page)).toBe('#s6');
    expect(await wayBack(page).textContent()).toBe('回到 3.20');
    await wayBack(page).click();
    await expect.poll(() => page.evaluate(() => scrollY)).toBe(at);
    await expect.poll(() => hashOf(page)).toBe('#s3-20');
    expect(await wayBack(page).isVisible()).toBe(false);
    expectQuiet(watched);
  });

  test('leads to the place on another page, with its name', async () => {
    const { page, watched } = await open('hans/2023-joint-statement/');
    await readTo(page, 's2-9');
    await page.locator('#s2-9 .r a').first().click();
    await page.waitForURL(/\/compare\//);
    expect(await wayBack(page).textContent()).toBe('回到 2023年联合声明 2.9');
    await wayBack(page).click();
    await page.waitForURL(`${siteUrl}hans/2023-joint-statement/#s2-9`);
    expect(await wayBack(page).isVisible()).toBe(false);
    expectQuiet(watched);
  });

  test('goes when it is closed', async () => {
    const { page } = await open(document2024);
    await readTo(page, 's3-20');
    await page.locator('.contents a[href="#s6"]').click();
    await page.getByRole('navigation', { name: '返回' }).getByRole('button', { name: '关闭' }).click();
    expect(await wayBack(page).isVisible()).toBe(false);
  });
});

describe('a reader who returns', () => {
  test('is offered the line they were at, in the document and on the page of all documents', async () => {
    const { page, watched } = await open(document2024);
    await readTo(page, 's3-20');
    await page.evaluate(() => scrollBy(0, 40));
    await expect.poll(() => hashOf(page)).toBe('#s3-20');
    const line = await page.evaluate(() => document.getElementById('s3-20')?.getBoundingClientRect().top);
    await page.goto(`${siteUrl}hans/about/`);
    await page.goto(`${siteUrl}${document2024}`);
    expect(await page.evaluate(() => scrollY)).toBe(0);
    expect(await wayBack(page).textContent()).toBe('上次读到 3.20，接着读');
    await wayBack(page).click();
    const now = await page.evaluate(() => document.getElementById('s3-20')?.getBoundingClientRect().top);
    expect(Math.abs((now ?? 0) - (line ?? 0))).toBeLessThan(2);
    // In the other script it is the same document.
    await page.goto(`${siteUrl}hant/`);
    expect(await wayBack(page).textContent()).toBe('接著讀：2024年聯合聲明 3.20');
    await wayBack(page).click();
    await page.waitForURL(`${siteUrl}hant/2024-joint-statement/#s3-20`);
    expectQuiet(watched);
  });

  test('a link that is only looked at does not take the place of where they read', async () => {
    const { page } = await open(document2024);
    await readTo(page, 's3-20');
    await expect.poll(() => hashOf(page)).toBe('#s3-20');
    await page.goto('about:blank');
    await page.goto(`${siteUrl}${document2024}#s1-2`);
    await page.waitForTimeout(500);
    await page.goto('about:blank');
    await page.goto(`${siteUrl}${document2024}`);
    expect(await wayBack(page).textContent()).toBe('上次读到 3.20，接着读');
  });

  test('is not, where they come for a place, or have read to the end', async () => {
    const { page } = await open('hans/xinhua-signing/');
    await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
    await page.waitForTimeout(500);
    await page.goto(`${siteUrl}hans/`);
    expect(await wayBack(page).isVisible()).toBe(false);
    await page.goto(`${siteUrl}${document2024}`);
    await readTo(page, 's3-20');
    await expect.poll(() => hashOf(page)).toBe('#s3-20');
    await page.goto(`${siteUrl}${document2024}#s1-1`);
    await page.reload();
    expect(await wayBack(page).isVisible()).toBe(false);
  });
});

describe('the other script', () => {
  const state = (page: Page) =>
    page.evaluate(() => ({
      lang: document.documentElement.lang,
      title: document.title,
      focus: document.activeElement?.closest('toggle-script') !== null,
      canonical: new URL(document.querySelector<HTMLLinkElement>('link[rel="canonical"]')?.href ?? '')
        .pathname,
    }));
  const lineOf = (page: Page, id: string) =>
    page.evaluate((of) => document.getElementById(of)?.getBoundingClientRect().top ?? Number.NaN, id);

  test.each([
    [1280, 'hans', 'hant'],
    [360, 'hant', 'hans'],
  ])(
    'comes in the place of this one, %i pixels wide, and the reader stays at their line',
    async (width, from, to) => {
      const { page, watched } = await open(`${from}/2024-joint-statement/#s3-20`, {
        viewport: { width, height: 800 },
      });
      await page.evaluate(() => scrollBy(0, 57));
      // Once the other one is at hand, no page is loaded.
      await page.waitForLoadState('networkidle');
      await page.waitForTimeout(300);
      await page.evaluate(() => Object.assign(window, { isSame: true }));
      const before = await lineOf(page, 's3-20');
      const link = page.locator('toggle-script a');
      await link.focus();
      await page.keyboard.press('Enter');
      await page.waitForURL(`${siteUrl}${to}/2024-joint-statement/#s3-20`);
      await expect
        .poll(() => page.evaluate(() => document.documentElement.lang))
        .toBe(to === 'hans' ? 'zh-Hans' : 'zh-Hant');
      expect(await page.evaluate(() => 'isSame' in window)).toBe(true);
      expect(Math.abs((await lineOf(page, 's3-20')) - before)).toBeLessThan(2);
      expect(await state(page)).toMatchObject({ focus: true, canonical: `/${to}/2024-joint-statement/` });
      // All of it, as the other page has it.
      const shown = await page.evaluate(() => document.querySelector('main')?.textContent);
      const { page: other } = await open(`${to}/2024-joint-statement/`, { javaScriptEnabled: false });
      const words = (text: string | null | undefined) => (text ?? '').replace(/\s+/g, '');
      expect(words(shown).replaceAll(/\d\.\d+·\d+%/g, '')).toBe(
        words(await other.locator('main').textContent()),
      );
      // And back, by the history.
      await page.goBack();
      await page.waitForURL(`${siteUrl}${from}/2024-joint-statement/#s3-20`);
      await expect
        .poll(() => page.evaluate(() => document.documentElement.lang))
        .toBe(from === 'hans' ? 'zh-Hans' : 'zh-Hant');
      expectQuiet(watched);
    },
  );

  test('works again and again, with all that works on the text', async () => {
    const { page, watched } = await open('hant/2024-joint-statement/#s1-2', {
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    for (const script of ['hans', 'hant', 'hans', 'hant']) {
      await page.waitForLoadState('networkidle');
      await page.waitForTimeout(300);
      await page.keyboard.press('t');
      await page.waitForURL(`${siteUrl}${script}/2024-joint-statement/#s1-2`);
      await expect
        .poll(() => page.evaluate(() => document.documentElement.lang))
        .toContain(script === 'hans' ? 'Hans' : 'Hant');
    }
    // One answer to a key, not one for each time.
    await page.keyboard.press('c');
    await expect.poll(() => page.locator('dialog').count()).toBe(1);
    await page.keyboard.press('Escape');
    await page.locator('#s1-2 .o').click();
    expect(await page.locator('#s1-2 .t').getAttribute('lang')).toBe('zh-Hans-CN');
    expectQuiet(watched);
  });

  test.each(['hans/collate/2023-joint-statement/', 'hant/compare/xinhua-signing-vs-2023-joint-statement/'])(
    'on %s the line is kept, too',
    async (path) => {
      const { page } = await open(path);
      await page.evaluate(() => scrollTo(0, 1500));
      await page.locator('toggle-script a').click();
      await page.waitForURL(/collate|compare/);
      await expect.poll(() => page.evaluate(() => Math.abs(scrollY - 1500))).toBeLessThan(60);
    },
  );

  test('pressed quickly, it never throws the reader to the start', async () => {
    const { page } = await open('hans/2024-joint-statement/#s3-20');
    await page.evaluate(() => scrollBy(0, 40));
    for (let times = 0; times < 5; times += 1) {
      await page.locator('toggle-script a').evaluate((link: HTMLElement) => link.click());
      await page.waitForTimeout(120);
    }
    await page.waitForLoadState('networkidle');
    await page.waitForTimeout(500);
    expect(hashOf(page)).toBe('#s3-20');
    expect(await page.evaluate(() => scrollY)).toBeGreaterThan(3000);
  });

  test('the way back is offered there as well', async () => {
    const { page } = await open('hans/2024-joint-statement/');
    await readTo(page, 's3-20');
    await page.locator('.contents a[href="#s6"]').click();
    await page.waitForLoadState('networkidle');
    await page.waitForTimeout(300);
    await page.keyboard.press('t');
    await page.waitForURL(/\/hant\//);
    await wayBack(page).click();
    await expect.poll(() => hashOf(page)).toBe('#s3-20');
  });

  test('where something else has put an element into the page, the link is followed', async () => {
    const { page, watched } = await open('hans/2024-joint-statement/#s3-20');
    await page.waitForLoadState('networkidle');
    await page.waitForTimeout(300);
    await page.evaluate(() => document.body.prepend(document.createElement('some-extension')));
    const before = await lineOf(page, 's3-20');
    await page.locator('toggle-script a').click();
    await page.waitForURL(`${siteUrl}hant/2024-joint-statement/#s3-20`);
    await expect.poll(() => page.evaluate(() => document.readyState)).toBe('complete');
    expect(await page.evaluate(() => document.querySelector('some-extension'))).toBe(null);
    await expect.poll(async () => Math.abs((await lineOf(page, 's3-20')) - before)).toBeLessThan(30);
    expectQuiet(watched);
  });

  test.each([
    ['that comes in the place of this one', 'hans/2024-joint-statement/#s3-20'],
    ['whose page is loaded', 'hans/sources/statement-2024/#2024-joint-statement.s3-20'],
  ])('%s leaves a reader alone who goes on to the search at once', async (_, path) => {
    const { page } = await open(path);
    await page.waitForLoadState('networkidle');
    await page.waitForTimeout(300);
    // As early as can be: before the browser has gone to the address’s place, or all of the text is changed.
    await page.addInitScript(() =>
      addEventListener('DOMContentLoaded', () =>
        document.body.dispatchEvent(new KeyboardEvent('keydown', { key: '/', bubbles: true })),
      ),
    );
    await page.evaluate(() => {
      document.querySelector<HTMLElement>('toggle-script a')?.click();
      document.body.dispatchEvent(new KeyboardEvent('keydown', { key: '/', bubbles: true }));
    });
    await page.waitForURL(/\/hant\//);
    await page.waitForTimeout(500);
    expect(await page.evaluate(() => document.activeElement?.closest('search-box') !== null)).toBe(true);
  });

  test.each([360, 1280])('a reader goes on at once by keys, %i pixels wide', async (width) => {
    const { page, watched } = await open('hans/2024-joint-statement/#s3-20', {
      viewport: { width, height: 800 },
    });
    await page.waitForLoadState('networkidle');
    await page.waitForTimeout(300);
    await page.keyboard.press('t');
    for (let times = 0; times < 5; times += 1) await page.keyboard.press('j');
    await page.waitForURL(/\/hant\//);
    await expect.poll(() => page.evaluate(() => document.documentElement.lang)).toBe('zh-Hant');
    await page.waitForTimeout(500);
    const { id, top } = await page.evaluate(() => {
      const block = document.activeElement?.closest('[id]');
      return { id: block?.id, top: block?.getBoundingClientRect().top ?? Number.NaN };
    });
    expect(id).toBe('s3-25');
    expect(hashOf(page)).toBe('#s3-25');
    expect(top).toBeGreaterThan(0);
    expect(top).toBeLessThan(200);
    expectQuiet(watched);
  });

  test('on other pages the link is followed, and the focus is on it again', async () => {
    const { page } = await open('hans/sources/statement-2024/#2024-joint-statement.s3-20');
    await page.locator('toggle-script a').focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/hant\/sources\//);
    await expect.poll(async () => (await state(page)).focus).toBe(true);
  });
});

test('from page to page a browser that can shows the change, unless motion is not wanted', async () => {
  for (const [reducedMotion, isShown] of [
    ['no-preference', true],
    ['reduce', false],
  ] as const) {
    const { page, watched } = await open('hans/', { reducedMotion });
    await page.addInitScript(() => {
      addEventListener('pagereveal', (event) => {
        Object.assign(window, {
          isShown: (event as Event & { viewTransition?: unknown }).viewTransition != null,
        });
      });
    });
    await page.locator('a.title[href*="2024-joint-statement"]').first().click();
    await page.waitForURL(/2024-joint-statement/);
    await page.waitForLoadState('load');
    expect(await page.evaluate(() => (window as unknown as { isShown: boolean }).isShown)).toBe(isShown);
    expectQuiet(watched);
  }
});
