import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { findViolations } from '../../scripts/validators/axe.ts';
import { expectFile } from '../lib/expect-file.ts';
import { expectQuiet, siteUrl, useBrowser } from './browser.ts';

const open = useBrowser();

/** What axe-core finds in the page as it is now: rule, and the elements. */
const find = async (page: Page) =>
  (await findViolations(page)).map(({ id, targets }) => [id, ...targets].join(' ')).join('\n');

const phone = { width: 360, height: 740 };

// Every page, light and dark, on a desk and on a phone, is looked at by `npm run validate`.
describe('axe-core finds nothing', () => {
  test.each([
    ['hans/', 'dark'],
    ['hant/2024-joint-statement/', 'light'],
    ['hans/search/?q=合作', 'sepia'],
  ])('on %s, %s', async (path, theme) => {
    const { page } = await open(path);
    await page.evaluate((to) => {
      document.documentElement.dataset.theme = to;
    }, theme);
    expect(await find(page)).toBe('');
  });

  const over: readonly (readonly [string, (page: Page) => Promise<unknown>])[] = [
    ['the settings', (page) => page.getByRole('button', { name: '版式' }).click()],
    ['citing', (page) => page.keyboard.press('c')],
    ['a note', (page) => page.keyboard.press('n')],
    ['the shortcuts', (page) => page.keyboard.press('?')],
    ['the contents', (page) => page.getByRole('button', { name: '目录' }).click()],
    ['the menu', (page) => page.getByRole('button', { name: '菜单' }).click()],
    ['what can be done with a paragraph', (page) => page.locator('#p2 .t').click()],
    ['finding', (page) => page.locator('reading-bar').getByRole('button', { name: '查找' }).click()],
  ];
  test.each(over)('when a document has %s over it', async (_, act) => {
    const { page } = await open('hans/xinhua-putin-talks/', { viewport: phone, reducedMotion: 'reduce' });
    await act(page);
    expect(await find(page)).toBe('');
  });

  test('set vertically, in forced colours, and with more contrast', async () => {
    for (const options of [{ contrast: 'more' }, { forcedColors: 'active' }] as const) {
      const { page } = await open('hant/cna-report/', options);
      await page.evaluate(() => localStorage.setItem('duben.look', 'flow=vertical'));
      await page.reload();
      // Forced colours are the system’s own, which are not the page’s to contrast.
      const found = (await find(page)).split('\n').filter((line) => line !== '');
      const own = 'forcedColors' in options ? found.filter((line) => !/^color-contrast/.test(line)) : found;
      expect(own).toEqual([]);
    }
  });
});

describe('what a screen reader is told', () => {
  test.each([
    ['desk', { width: 1280, height: 800 }],
    ['phone', phone],
  ])('of a document, on a %s', async (name, viewport) => {
    const { page } = await open('hans/xinhua-signing/', { viewport });
    await page.waitForLoadState('networkidle');
    await expectFile(
      `tests/fixtures/accessibility/xinhua-signing.${name}.txt`,
      (await page.locator('body').ariaSnapshot()).replace(/("版本 )\d{4}-\d\d-\d\d/, '$1{{edition}}'),
    );
  });

  test('of the page of all documents', async () => {
    const { page } = await open('hans/');
    const tree = await page.locator('body').ariaSnapshot();
    // The picture’s parts, and the same in the table.
    expect(tree).toContain(
      'link "2024年联合声明 联合声明 · 9800，来源未写明日期，7 节 · 91 段 · 9800 字 · 1 处缺文"',
    );
    expect(tree).toMatch(/table:[\s\S]*rowheader "中华人民共和国和俄罗斯联邦在两国建交75周年之际/);
  });

  test('words in another language than the page’s are said to be', async () => {
    for (const path of ['hans/cna-report/', 'hant/2024-joint-statement/', 'hans/', 'hant/instruments/']) {
      const { page } = await open(path);
      const [script] = path.split('/');
      const region = script === 'hans' ? 'zh-Hans' : 'zh-Hant';
      const languages = await page.evaluate(() => [
        ...new Set([...document.querySelectorAll<HTMLElement>('[lang]')].map(({ lang }) => lang)),
      ]);
      // The other script’s name in itself, and texts of each region.
      expect(languages).toContain(region);
      expect(
        languages.some((lang) => /-(?:CN|TW)$/.test(lang)),
        path,
      ).toBe(true);
    }
  });
});

test('by keys alone: in, down to the text, to a section, a citation, the settings, the other script, a search, a hit', async () => {
  const { page, watched } = await open('hans/');
  const focused = () =>
    page.evaluate(() => {
      const element = document.activeElement as HTMLElement;
      const { outlineStyle, outlineWidth } = getComputedStyle(element);
      const isSeen = element.matches(':focus-visible') && outlineStyle !== 'none' && outlineWidth !== '0px';
      return {
        words: (element.getAttribute('aria-label') ?? element.textContent ?? '').trim(),
        isSeen,
        tag: element.tagName,
      };
    });
  /** Press Tab until something has the focus, which is seen all the way. */
  const tabTo = async (words: string | RegExp) => {
    for (let times = 0; times < 80; times += 1) {
      await page.keyboard.press('Tab');
      const now = await focused();
      if (now.tag !== 'BODY') expect(now.isSeen, `${now.tag} ${now.words}`).toBe(true);
      if (typeof words === 'string' ? now.words === words : words.test(now.words)) return;
    }
    throw new Error(`${words} is not reached.`);
  };
  await tabTo('跳到正文');
  await page.keyboard.press('Enter');
  await tabTo(/^中华人民共和国和俄罗斯联邦在两国建交/);
  await page.keyboard.press('Enter');
  await page.waitForURL(`${siteUrl}hans/2024-joint-statement/`);
  await tabTo(/^三\s/);
  await page.keyboard.press('Enter');
  await expect.poll(() => new URL(page.url()).hash).toBe('#s3');
  await tabTo('3.1');
  await page.keyboard.press('c');
  await page.getByRole('dialog').waitFor();
  await page.keyboard.press('Escape');
  expect((await focused()).words).toBe('3.1');
  await page.keyboard.press('t');
  await page.waitForURL(/\/hant\/2024-joint-statement\//);
  await page.keyboard.press('/');
  await page.keyboard.type('北極');
  await page.locator('.panel li').first().waitFor();
  await page.keyboard.press('ArrowDown');
  expect((await focused()).isSeen).toBe(true);
  await page.keyboard.press('Enter');
  await page.waitForURL(/\?q=[^#]+#/);
  // The focus is where the hit is.
  await expect.poll(() => page.evaluate(() => document.activeElement?.className)).toBe('n');
  expect(`#${await page.evaluate(() => document.activeElement?.closest('[id]')?.id)}`).toBe(
    new URL(page.url()).hash,
  );
  expectQuiet(watched);
});

test('on a small screen whatever is pressed is at least 44 pixels high, and nothing goes sideways at 320', async () => {
  const { page } = await open('hans/2023-joint-statement/', {
    viewport: phone,
    hasTouch: true,
    isMobile: true,
  });
  await page.locator('#s2-2 .t').tap();
  const small = await page.evaluate(() => {
    const pressed = document.querySelectorAll<HTMLElement>(
      '.site-header :is(a, button), reading-bar :is(a, button), .text .n, .r a, .neighbours a, .breadcrumbs a, .site-footer :is(a, button), .facts a, .open-find button, .search-form :is(input, button)',
    );
    return [...pressed]
      .map((element) => ({ element, box: element.getBoundingClientRect() }))
      .filter(({ box: { width, height } }) => width > 0 && (height < 43.5 || width < 24))
      .map(
        ({ element, box }) =>
          `${element.className || element.tagName} ${element.textContent} ${box.width}×${box.height}`,
      );
  });
  expect(small.join('\n')).toBe('');
  await page.setViewportSize({ width: 320, height: 640 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
});
