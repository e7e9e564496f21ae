import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { readDocuments } from '../../src/content/content-files.ts';
import { expectQuiet, layoutShift, select, siteUrl, useBrowser } from './browser.ts';

const openPage = useBrowser();

/** The tools of a converted view come a moment after the page. */
const open: typeof openPage = async (...given) => {
  const opened = await openPage(...given);
  if (given[1]?.javaScriptEnabled !== false) await toolsAreThere(opened.page);
  return opened;
};
async function toolsAreThere(page: Page) {
  await page.waitForFunction(
    () => !document.querySelector('converted-text') || customElements.get('converted-text') !== undefined,
  );
}
const documents = new Map(readDocuments('content').map((document) => [document.slug, document]));

function published(slug: string, id: string): string {
  return documents.get(slug)?.blocks.find((block) => block.id === id)?.text ?? '';
}

/** What a copy event puts on the clipboard, both forms. */
function copied(page: Page) {
  return page.evaluate(() => {
    const data = new DataTransfer();
    const event = new ClipboardEvent('copy', { clipboardData: data, bubbles: true, cancelable: true });
    document.body.dispatchEvent(event);
    return {
      plain: data.getData('text/plain'),
      html: data.getData('text/html'),
      isOwn: event.defaultPrevented,
    };
  });
}

test('a paragraph shows its published form, by a tap and by a key, and its converted one again', async () => {
  const { page, watched } = await open('hant/2024-joint-statement/#s1-2', { hasTouch: true, isMobile: true });
  const text = page.locator('#s1-2 .t');
  const shown = await text.textContent();
  expect(shown).toContain('中俄關係');
  await text.tap();
  await page.getByRole('toolbar').getByRole('button', { name: '原文' }).tap();
  expect(await text.textContent()).toBe(published('2024-joint-statement', 's1-2'));
  expect(await text.getAttribute('lang')).toBe('zh-Hans-CN');
  expect(await page.locator('#s1-2 .o').getAttribute('aria-pressed')).toBe('true');
  await page.keyboard.press('o');
  expect(await text.textContent()).toBe(shown);
  expect(await text.getAttribute('lang')).toBe('zh-Hant-CN');
  expectQuiet(watched);
});

test.each(['hant/2023-joint-statement/', 'hant/xinhua-putin-talks/', 'hans/cna-report/'])(
  'every paragraph of %s leads back to the published text',
  async (path) => {
    const { page } = await open(path);
    const texts = await page.evaluate(() => {
      const buttons = document.querySelectorAll<HTMLElement>('.text p .o');
      for (const button of buttons) button.click();
      return [...document.querySelectorAll('.text p[id]')].map((block) => [
        block.id,
        block.querySelector('.t')?.textContent ?? '',
      ]);
    });
    expect(texts.length).toBeGreaterThan(10);
    const slug = path.split('/')[1] ?? '';
    for (const [id = '', text] of texts) expect(text, id).toBe(published(slug, id));
  },
);

test('nothing moves when the tools begin to work', async () => {
  const { page } = await open('hant/2024-joint-statement/', { viewport: { width: 360, height: 740 } });
  expect(await layoutShift(page)).toBe(0);
  expect(await page.locator('#s1-1 .o').isEnabled()).toBe(true);
});

test('the published view has none of these tools, and copies as browsers do', async () => {
  const { page } = await open('hans/2024-joint-statement/');
  expect(await page.locator('.o, .tools').count()).toBe(0);
  await select(page, ['s1-1', 0], ['s1-1', 5]);
  expect((await copied(page)).isOwn).toBe(false);
});

test('characters with several conversions are marked on request', async () => {
  const { page, watched } = await open('hant/2024-joint-statement/');
  const marked = () =>
    page.evaluate(() =>
      [...(CSS.highlights.get('choices') ?? [])].map((range) => (range as Range).toString()).join(''),
    );
  expect(await marked()).toBe('');
  await page.locator('[data-do="mark"]').click();
  const characters = await marked();
  expect(characters).toContain('關係'.at(1));
  expect(characters).toContain('發');
  expect(characters).not.toContain('國');
  expect(await page.locator('#s1-1 .t').textContent()).toContain('中俄隆重慶祝');
  await page.locator('[data-do="mark"]').click();
  expect(await marked()).toBe('');
  expectQuiet(watched);
});

test('copying asks once, keeps the choice, and can be changed', async () => {
  const { page, watched } = await open('hant/2024-joint-statement/');
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await select(page, ['s1-1', 5], ['s1-1', 14]);
  await page.keyboard.press('Control+c');
  const ask = page.getByRole('dialog');
  expect(await ask.isVisible()).toBe(true);
  await ask.getByRole('button', { name: '原文（建議引用時用）' }).click();
  expect(await ask.isVisible()).toBe(false);
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe('，中俄隆重庆祝两国');
  expect(await page.locator('.tools [role="status"]').textContent()).toBe('已複製');

  // From now on without asking, on other pages too.
  await page.goto(`${siteUrl}hant/2023-joint-statement/`);
  await toolsAreThere(page);
  await select(page, ['s1-1', 0], ['s1-1', 7]);
  await page.keyboard.press('Control+c');
  expect(await page.getByRole('dialog').isVisible()).toBe(false);
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe('在双方不懈努力');

  await page.locator('[data-do="copy"]').selectOption('shown');
  await select(page, ['s1-1', 0], ['s1-1', 7]);
  await page.keyboard.press('Control+c');
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe('在雙方不懈努力');
  expectQuiet(watched);
});

test('a selection across paragraphs and headings is copied right to the character, plain and as HTML', async () => {
  const { page } = await open('hant/2024-joint-statement/');
  await page.locator('[data-do="copy"]').selectOption('published');
  await select(page, ['s1-10', 3], ['s2-2', 6]);
  const slug = '2024-joint-statement';
  const parts = [
    published(slug, 's1-10').slice(3),
    '二',
    published(slug, 's2-1'),
    published(slug, 's2-2').slice(0, 6),
  ];
  const { plain, html, isOwn } = await copied(page);
  expect(isOwn).toBe(true);
  expect(plain).toBe(parts.join('\n\n'));
  expect(
    html
      .replace(/<p[^>]*>/g, '')
      .split('</p>')
      .map((text) => text.trim())
      .filter(Boolean),
  ).toEqual(parts);
  expect(html).toContain('<p lang="zh-Hans-CN">');
});

test('the whole page: as shown is the same however it was chosen; notes are no published text', async () => {
  const { page } = await open('hant/xinhua-putin-talks/');
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  const clipboard = () => page.evaluate(() => navigator.clipboard.readText());
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Control+c');
  await page.getByRole('dialog').getByRole('button', { name: '本頁所見的轉換文字' }).click();
  await expect.poll(clipboard).toContain('疑誤');
  const first = await clipboard();
  expect(first.startsWith('中俄加強戰略協作的大方向堅定不移\n習近平會見俄羅斯總統普京\n\n新華社莫斯科')).toBe(
    true,
  );
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Control+c');
  expect(await clipboard()).toBe(first);

  await page.locator('[data-do="copy"]').selectOption('published');
  await page.locator('h1').click();
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Control+c');
  const whole = documents
    .get('xinhua-putin-talks')
    ?.blocks.map(({ text }) => text)
    .join('\n\n');
  await expect.poll(clipboard).toBe(whole);
});

test('the question goes away by a click beside it or by scrolling', async () => {
  const { page } = await open('hans/cna-report/');
  for (const leave of [() => page.mouse.click(5, 400), () => page.mouse.wheel(0, 300)]) {
    await select(page, ['p1', 0], ['p1', 5]);
    await page.keyboard.press('Control+c');
    expect(await page.getByRole('dialog').isVisible()).toBe(true);
    await leave();
    await expect.poll(() => page.getByRole('dialog').isVisible()).toBe(false);
  }
});

test('escape puts the question away, and nothing is copied', async () => {
  const { page } = await open('hans/cna-report/');
  await select(page, ['p1', 0], ['p1', 5]);
  await page.keyboard.press('Control+c');
  expect(await page.getByRole('dialog').isVisible()).toBe(true);
  await page.keyboard.press('Escape');
  expect(await page.getByRole('dialog').isVisible()).toBe(false);
});
