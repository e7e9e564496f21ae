import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { expectQuiet, layoutShift, siteUrl, useBrowser } from './browser.ts';

const open = useBrowser();

/** The id of the numbered paragraph nearest to the top of the window. */
function topParagraph(page: Page) {
  return page.evaluate(() => {
    const blocks = [...document.querySelectorAll('.text p[id]')];
    const header = document.querySelector('.site-header')?.getBoundingClientRect().bottom ?? 0;
    return blocks.find((block) => block.getBoundingClientRect().bottom > header)?.id;
  });
}

const sizes = [
  { name: 'phone', viewport: { width: 360, height: 740 } },
  { name: 'desk', viewport: { width: 1280, height: 800 } },
];

test.each([
  'hans/',
  'hant/',
  'hans/2024-joint-statement/',
  'hant/2024-joint-statement/',
  'hans/2023-joint-statement-mirror/',
  'hant/xinhua-putin-talks/',
  'hans/cna-report/',
  'hans/sources/statement-2024/',
  'hant/sources/mirror-2023/',
  'hans/sources/cna-2023/',
  'hant/about/',
  'hans/search/?q=联合声明',
  'hans/collate/2023-joint-statement/',
  'hant/compare/2023-joint-statement-vs-2024-joint-statement/',
  'hans/compare/cna-report-vs-2023-joint-statement/',
  'hant/instruments/',
  'hans/cite/',
  'hant/cite/2023-joint-statement/',
  'hans/cite/cna-report/',
  'hans/offline/',
  'hant/downloads/',
  'hans/notes/',
  'downloads/',
  'nowhere/',
])('%s shows without sideways scrolling on phone and desk, without errors or other hosts', async (path) => {
  const { page, watched } = await open(path, { viewport: sizes[0]?.viewport ?? null });
  await page.waitForLoadState('networkidle');
  for (const { name, viewport } of sizes) {
    await page.setViewportSize(viewport);
    const { scroll, inner } = await page.evaluate(() => ({
      scroll: document.documentElement.scrollWidth,
      inner: window.innerWidth,
    }));
    expect(scroll, name).toBeLessThanOrEqual(inner);
  }
  expect(await page.locator('h1').count()).toBe(1);
  // The browser itself complains of the 404 it was sent.
  watched.complaints.splice(0, path === 'nowhere/' ? 1 : 0);
  expectQuiet(watched);
});

describe.each(sizes)('on a $name', ({ viewport }) => {
  test('a reader comes in by the browser’s language, opens a document and follows its contents', async () => {
    const { page, watched } = await open('', { viewport, locale: 'zh-TW' });
    await page.waitForURL(`${siteUrl}hant/`);
    await page.getByRole('link', { name: /在兩國建交75.年之際/ }).click();
    await page.waitForURL(`${siteUrl}hant/2024-joint-statement/`);
    if (viewport.width < 800) await page.getByRole('button', { name: '目錄' }).click();
    await page.locator('.contents a[href="#s5"]').click();
    await expect.poll(() => new URL(page.url()).hash).toBe('#s5');
    await expect.poll(() => page.locator('.contents a[aria-current]').getAttribute('href')).toBe('#s5');
    expectQuiet(watched);
  });

  test('the toggle keeps the paragraph the reader is at', async () => {
    const { page, watched } = await open('hans/2024-joint-statement/', { viewport });
    await page.evaluate(() => document.getElementById('s3-20')?.scrollIntoView());
    await page.getByRole('link', { name: '繁體' }).click();
    await page.waitForURL(`${siteUrl}hant/2024-joint-statement/#s3-20`);
    expect(await topParagraph(page)).toBe('s3-20');
    expect(await page.locator('#s3-20 .t').textContent()).toContain('北極航道');
    expectQuiet(watched);
  });
});

test.each([
  ['hans/2023-joint-statement/#s9-9', 'hant/2023-joint-statement/#s9-9'],
  ['hans/2023-joint-statement/#signature-2', 'hant/2023-joint-statement/#signature-2'],
  ['hans/xinhua-signing/#p2', 'hant/xinhua-signing/#p2'],
  ['hans/2024-joint-statement/#gap-s7-14', 'hant/2024-joint-statement/#gap-s7-14'],
  [
    'hans/sources/statements-2023/#2023-joint-statement.s5-3',
    'hant/sources/statements-2023/#2023-joint-statement.s5-3',
  ],
])('the toggle keeps the place a reader came for: %s', async (from, to) => {
  const { page } = await open(from, { viewport: { width: 1280, height: 1200 } });
  await page.locator('toggle-script a').focus();
  await page.keyboard.press('Enter');
  await page.waitForURL(`${siteUrl}${to}`);
});

test('a paragraph’s number is a link to it, and the paragraph is marked', async () => {
  const { page, watched } = await open('hans/2023-joint-statement/');
  await page.locator('#s5-3 .n').click();
  await expect.poll(() => page.url()).toBe(`${siteUrl}hans/2023-joint-statement/#s5-3`);
  expect(await page.locator(':target').getAttribute('id')).toBe('s5-3');
  expect(await topParagraph(page)).toBe('s5-3');
  expectQuiet(watched);
});

test('copying a paragraph copies its text, not its number', async () => {
  const { page } = await open('hans/2023-joint-statement/');
  const selected = await page.evaluate(() => {
    const block = document.getElementById('s1-9') as HTMLElement;
    getSelection()?.selectAllChildren(block);
    return getSelection()?.toString().trim();
  });
  expect(selected).toBe('——在维护各自核心利益，首先是主权、领土完整、安全、发展问题上互予坚定支持。');
});

test('from a paragraph to its place in the source, and back', async () => {
  const { page, watched } = await open('hans/2023-economic-plan/#p5');
  await page.locator('#p5 .s').click();
  await page.waitForURL(`${siteUrl}hans/sources/statements-2023/#2023-economic-plan.p5`);
  const row = page.locator('li:has([id="2023-economic-plan.p5"])');
  expect(await page.locator(':target').textContent()).toContain('5');
  expect(await row.getAttribute('value')).toBe('28');
  await page.locator(':target').click();
  await page.waitForURL(`${siteUrl}hans/2023-economic-plan/#p5`);
  expectQuiet(watched);
});

test('a third-party page’s advertisements stand only in the raw download', async () => {
  const { page } = await open('hans/sources/mirror-2023/');
  const shown = await page.locator('main').textContent();
  expect(shown).not.toMatch(/翻墙|bannedbook|ChatGPT/);
  expect(shown).toContain('站方告示与软件广告');
  const raw = await page.evaluate(async () => (await fetch('/data/sources/mirror-2023.txt')).text());
  expect(raw).toContain('翻墙');
});

test('a keyboard reaches the text, the contents and the other script', async () => {
  const { page } = await open('hans/xinhua-signing/');
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement?.className)).toBe('skip');
  await page.keyboard.press('Enter');
  await expect.poll(() => new URL(page.url()).hash).toBe('#text');
  await page.evaluate(() => document.getElementById('text')?.focus());
  await page.locator('toggle-script a').focus();
  await page.keyboard.press('Enter');
  await page.waitForURL(`${siteUrl}hant/xinhua-signing/`);
});

test('a reader who scrolls and tabs to the toggle keeps the paragraph', async () => {
  const { page } = await open('hans/2023-joint-statement/');
  for (let times = 0; times < 8; times += 1) await page.keyboard.press('PageDown');
  await page.waitForTimeout(300);
  const id = await topParagraph(page);
  const link = page.getByRole('link', { name: '繁體' });
  for (let times = 0; times < 14; times += 1) {
    await page.keyboard.press('Tab');
    if (await link.evaluate((element) => element === document.activeElement)) break;
  }
  await page.keyboard.press('Enter');
  await page.waitForURL(`${siteUrl}hant/2023-joint-statement/#${id}`);
});

test('nothing moves while a page loads', async () => {
  const { page } = await open('hans/2024-joint-statement/');
  expect(await layoutShift(page)).toBe(0);
});
