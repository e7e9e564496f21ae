import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { expectQuiet, layoutShift, siteUrl, useBrowser } from './browser.ts';

const open = useBrowser();
const page2024 = 'hans/2024-joint-statement/';

/** Choose in the settings, as a reader does. */
async function choose(page: Page, ...names: readonly string[]) {
  await page.getByRole('button', { name: '版式' }).click();
  const dialog = page.getByRole('dialog', { name: '阅读版式' });
  for (const name of names)
    await dialog
      .getByLabel(name, { exact: true })
      .or(dialog.getByRole('button', { name, exact: true }))
      .click();
  await page.keyboard.press('Escape');
}
const dataOf = (page: Page) => page.evaluate(() => ({ ...document.documentElement.dataset }));
const colourOf = (page: Page) =>
  page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
/** Where a block begins, under the header. */
const topOf = (page: Page, id: string) =>
  page.evaluate((of) => document.getElementById(of)?.getBoundingClientRect().top ?? Number.NaN, id);

describe('the settings', () => {
  test('are seen at once, stay on other pages, and are there before anything is painted', async () => {
    const { page, watched } = await open(page2024, { colorScheme: 'light' });
    const light = await colourOf(page);
    await choose(page, '深色', '黑体', '大');
    expect(await dataOf(page)).toEqual({ theme: 'dark', face: 'sans', size: 'large' });
    const dark = await colourOf(page);
    expect(dark).not.toBe(light);
    // What the first frame of the next page shows.
    await page.addInitScript(() => {
      requestAnimationFrame(() => {
        Object.assign(window, { first: getComputedStyle(document.documentElement).backgroundColor });
      });
    });
    await page.goto(`${siteUrl}hans/about/`);
    expect(await page.evaluate(() => (window as unknown as { first: string }).first)).toBe(dark);
    // A page that is open beside it follows, as does one that is gone back to.
    const other = await page.context().newPage();
    await other.goto(`${siteUrl}${page2024}`);
    await choose(page, '恢复默认');
    await expect.poll(() => dataOf(other)).toEqual({});
    expect(await dataOf(page)).toEqual({});
    expect(await colourOf(page)).toBe(light);
    expectQuiet(watched);
  });

  test.each([
    ['浅色', 'rgb(251, 249, 244)'],
    ['米黄', 'rgb(244, 234, 213)'],
    ['深色', 'rgb(25, 24, 22)'],
  ])('have paper that is %s, whatever the system has', async (name, colour) => {
    for (const colorScheme of ['light', 'dark'] as const) {
      const { page } = await open(page2024, { colorScheme });
      await choose(page, name);
      expect(await colourOf(page)).toBe(colour);
    }
  });

  test.each([
    ['32 字', 32],
    ['35 字', 35],
    ['38 字', 38],
  ])('set lines of %s', async (name, characters) => {
    const { page } = await open(page2024, { viewport: { width: 1440, height: 900 } });
    await choose(page, name);
    const width = await page.evaluate(() => {
      const text = document.querySelector('.document > .text') as HTMLElement;
      return text.getBoundingClientRect().width / Number.parseFloat(getComputedStyle(text).fontSize);
    });
    expect(width).toBeCloseTo(characters, 1);
  });

  test.each(['特大', '38 字', '黑体', '竖排'])('leave the reader at their line: %s', async (name) => {
    const { page } = await open(`${page2024}#s3-20`);
    // What shows of the line at the edge: its characters, by where they are drawn.
    const first = () =>
      page.evaluate(() => {
        const vertical = document.documentElement.dataset.flow === 'vertical';
        const frame = document.querySelector('.document > .text')?.getBoundingClientRect() as DOMRect;
        const header = document.querySelector('.site-header')?.getBoundingClientRect().bottom ?? 0;
        const blocks = [...document.querySelectorAll<HTMLElement>('.text p[id]')];
        return blocks.find((block) => {
          const { bottom, left } = block.getBoundingClientRect();
          return vertical ? left < frame.right - 16 : bottom > header + 16;
        })?.id;
      });
    expect(await first()).toBe('s3-20');
    await choose(page, name);
    expect(await first()).toBe('s3-20');
  });

  test('hide the numbers until they are pointed at, and each kind of mark', async () => {
    const { page } = await open('hans/2023-joint-statement/');
    const isShown = (selector: string) => page.locator(selector).first().isVisible();
    const opacity = () => page.locator('#s2-1 .n').evaluate((number) => getComputedStyle(number).opacity);
    expect([await isShown('.r .parallel'), await isShown('.r .difference'), await opacity()]).toEqual([
      true,
      true,
      '1',
    ]);
    await choose(page, '指到时显示', '异文', '对应与转述');
    await page.mouse.move(5, 300);
    expect([await isShown('.r .parallel'), await isShown('.r .difference'), await opacity()]).toEqual([
      false,
      false,
      '0',
    ]);
    await page.locator('#s2-1').hover();
    expect(await opacity()).toBe('1');
    await page.goto(`${siteUrl}hans/xinhua-putin-talks/`);
    expect(await isShown('aside.note')).toBe(true);
    await choose(page, '疑误的按语');
    expect(await isShown('aside.note')).toBe(false);
    // What is missing is said whatever is chosen.
    await page.goto(`${siteUrl}hans/2024-joint-statement/`);
    expect(await isShown('aside.gap')).toBe(true);
  });

  test('hold where a browser keeps nothing, and are taken for nothing where they say nothing', async () => {
    const { page, watched } = await open(page2024);
    await page.evaluate(() => {
      Storage.prototype.setItem = () => {
        throw new DOMException('refused', 'QuotaExceededError');
      };
    });
    await choose(page, '深色');
    expect((await dataOf(page)).theme).toBe('dark');
    await page.reload();
    await page.evaluate(() => localStorage.setItem('duben.look', 'theme=purple&size=%E0%A4%A&flow=vertical'));
    await page.reload();
    expect(await dataOf(page)).toEqual({ flow: 'vertical' });
    expectQuiet(watched);
  });

  test('move nothing while a page loads', async () => {
    const { page } = await open(page2024);
    await choose(page, '深色', '特大', '32 字', '指到时显示');
    await page.reload();
    expect(await layoutShift(page)).toBe(0);
  });
});

describe('set vertically', () => {
  test('the text goes to the left, by wheel and by keys, and the place is followed', async () => {
    const { page, watched } = await open('hant/cna-report/', { viewport: { width: 1280, height: 800 } });
    await page.evaluate(() => localStorage.setItem('duben.look', 'flow=vertical'));
    await page.reload();
    const text = page.locator('.document > .text');
    expect(await text.evaluate((element) => getComputedStyle(element).writingMode)).toBe('vertical-rl');
    await text.evaluate((element) => element.scrollIntoView());
    const at = () => text.evaluate((element) => element.scrollLeft);
    await text.hover();
    await page.mouse.wheel(0, 300);
    await expect.poll(at).toBeLessThan(-200);
    await text.focus();
    const before = await at();
    await page.keyboard.press('PageDown');
    expect(await at()).toBeLessThan(before);
    await expect.poll(() => new URL(page.url()).hash).toMatch(/^#p\d+$/);
    // The page itself does not go sideways.
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    const frame = await text.boundingBox();
    expect(frame?.height).toBeLessThan(800);
    expectQuiet(watched);
  });

  test('the place is kept over a reload, and nothing jumps at the start of the page', async () => {
    const { page } = await open(page2024);
    await page.evaluate(() => localStorage.setItem('duben.look', 'flow=vertical'));
    await page.reload();
    await choose(page, '深色');
    expect(await page.evaluate(() => scrollY)).toBe(0);
    await page.evaluate(() => document.getElementById('s3-4')?.scrollIntoView());
    await expect.poll(() => new URL(page.url()).hash).toBe('#s3-4');
    await page.reload();
    await page.waitForTimeout(600);
    await expect.poll(() => new URL(page.url()).hash).toBe('#s3-4');
    const box = await page.locator('#s3-4').boundingBox();
    expect(box && box.x > 0 && box.x < 1280).toBe(true);
  });

  test('a link to a paragraph leads to it', async () => {
    const { page } = await open(page2024);
    await page.evaluate(() => localStorage.setItem('duben.look', 'flow=vertical'));
    await page.goto(`${siteUrl}hant/2024-joint-statement/#s3-20`);
    const box = await page.locator('#s3-20').boundingBox();
    expect(box && box.x >= 0 && box.x + box.width <= 1281).toBe(true);
    expect(await topOf(page, 's3-20')).toBeGreaterThan(0);
    expect(await topOf(page, 's3-20')).toBeLessThan(400);
  });
});

describe('as Chinese is set', () => {
  const sizes = [320, 360, 411, 1280];

  test.each(['hans/2024-joint-statement/', 'hant/cna-report/', 'hant/2023-joint-statement/'])(
    'in %s no line begins or ends with a mark that may not, and —— and …… are whole, at any width',
    async (path) => {
      const { page } = await open(path);
      for (const width of sizes) {
        await page.setViewportSize({ width, height: 800 });
        const broken = await page.evaluate(() => {
          const found: string[] = [];
          for (const text of document.querySelectorAll('.text p .t')) {
            const node = text.firstChild;
            if (!(node instanceof Text)) continue;
            const range = new Range();
            let last: { top: number; sign: string } | undefined;
            for (let at = 0; at < node.length; at += 1) {
              range.setStart(node, at);
              range.setEnd(node, at + 1);
              const rect = range.getClientRects()[0];
              const sign = node.data[at] ?? '';
              if (!rect || rect.width === 0) continue;
              if (last && rect.top > last.top + 8) {
                if (/[，。、；：？！）」』”’》〉]/u.test(sign))
                  found.push(`${node.data.slice(at - 4, at)}|${sign}`);
                if (/[（「『“‘《〈]/u.test(last.sign)) found.push(`${last.sign}|${sign}`);
                if (/[—…]/u.test(sign) && sign === last.sign) found.push(`${last.sign}|${sign}`);
              }
              last = { top: rect.top, sign };
            }
          }
          return found;
        });
        expect(broken, String(width)).toEqual([]);
      }
    },
  );

  test('forms and marks go with the region of the text, not with its script', async () => {
    const fontsOf = async (path: string) => {
      const { page } = await open(path);
      return page
        .locator('.text p .t')
        .first()
        .evaluate((text) => getComputedStyle(text).fontFamily);
    };
    for (const path of ['hans/2024-joint-statement/', 'hant/2024-joint-statement/'])
      expect(await fontsOf(path)).toContain('Noto Serif CJK SC');
    for (const path of ['hans/cna-report/', 'hant/cna-report/'])
      expect(await fontsOf(path)).toContain('Noto Serif CJK TC');
  });
});
