import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { expectQuiet, select, siteUrl, useBrowser } from './browser.ts';

const open = useBrowser();
const document2024 = 'hans/2024-joint-statement/';

/** Select words and write a note on them, as a reader does. */
async function annotate(page: Page, id: string, [from, to]: [number, number], words: string, names = hans) {
  await select(page, [id, from], [id, to]);
  await page.locator('.of-selection').getByRole('button', { name: names.note }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox').fill(words);
  await dialog.getByRole('button', { name: names.save }).click();
  await expect.poll(() => page.locator('.toast').textContent()).toBe(names.saved);
}
const hans = { note: '批注', save: '保存', saved: '已保存在本机' };
const hant = { note: '批註', save: '儲存', saved: '已儲存在本機' };

/** What is marked in the text. */
const marked = (page: Page, name: string) =>
  page.evaluate(
    (of) => [...(CSS.highlights.get(of) ?? [])].map((range) => (range as Range).toString()),
    name,
  );
const stored = (page: Page) => page.evaluate(() => JSON.parse(localStorage.getItem('duben.notes') ?? '[]'));

describe('on a document', () => {
  test('a passage is noted, marked, found again, changed and deleted', async () => {
    const { page, watched } = await open(document2024);
    await annotate(page, 's1-1', [0, 5], '第一条');
    expect(await marked(page, 'noted')).toEqual(['2024年']);
    await annotate(page, 's1-1', [6, 8], '');
    expect(await marked(page, 'highlighted')).toEqual(['中俄']);
    await page.reload();
    await expect.poll(() => marked(page, 'noted')).toEqual(['2024年']);
    const mark = page.locator('#s1-1 .note-mark');
    // The mark means the notes of its block, whatever is selected.
    await select(page, ['s1-2', 0], ['s1-2', 4]);
    expect(await mark.getAttribute('aria-label')).toBe('1.1的批注（2）');
    await mark.click();
    const dialog = page.getByRole('dialog', { name: '批注 1.1' });
    await expect.poll(() => dialog.locator('blockquote').allTextContents()).toEqual(['2024年', '中俄']);
    await dialog.getByRole('textbox').first().fill('改过的');
    await dialog.getByRole('button', { name: '保存' }).first().click();
    expect((await stored(page))[0].words).toBe('改过的');
    await mark.click();
    await dialog.getByRole('button', { name: '删除' }).first().click();
    await expect.poll(() => marked(page, 'noted')).toEqual([]);
    expect(await stored(page)).toHaveLength(1);
    await expect.poll(() => page.evaluate(() => document.activeElement?.className)).toBe('note-mark');
    await page.keyboard.press('Enter');
    // What was written and not saved is there again.
    await dialog.getByRole('textbox').fill('没有存的');
    await page.keyboard.press('Escape');
    await mark.click();
    expect(await dialog.getByRole('textbox').inputValue()).toBe('没有存的');
    await dialog.getByRole('button', { name: '删除' }).click();
    await expect.poll(() => page.evaluate(() => document.activeElement?.closest('[id]')?.id)).toBe('s1-1');
    expectQuiet(watched);
  });

  test('is on the published text, whichever script is shown, and by keys', async () => {
    const { page, watched } = await open('hant/2024-joint-statement/#s1-2');
    await annotate(page, 's1-2', [8, 12], '', hant);
    expect((await stored(page))[0]).toMatchObject({
      exact: '中俄关系',
      block: 's1-2',
      slug: '2024-joint-statement',
    });
    expect(await marked(page, 'highlighted')).toEqual(['中俄關係']);
    await page.waitForLoadState('networkidle');
    await page.waitForTimeout(300);
    await page.keyboard.press('t');
    await expect.poll(() => page.evaluate(() => document.documentElement.lang)).toBe('zh-Hans');
    await expect.poll(() => marked(page, 'highlighted')).toEqual(['中俄关系']);
    // The whole paragraph the reader is at, which has a note already: that one.
    await page.keyboard.press('n');
    await expect
      .poll(() => page.getByRole('dialog').locator('blockquote').allTextContents())
      .toEqual(['中俄关系']);
    expectQuiet(watched);
  });

  test('says so where the browser keeps nothing, and loses no words', async () => {
    const { page } = await open(document2024);
    await page.evaluate(() => {
      Storage.prototype.setItem = () => {
        throw new DOMException('refused', 'QuotaExceededError');
      };
    });
    await select(page, ['s1-1', 0], ['s1-1', 5]);
    await page.locator('.of-selection').getByRole('button', { name: '批注' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox').fill('写了很多');
    await dialog.getByRole('button', { name: '保存' }).click();
    expect(await dialog.getByRole('status').textContent()).toContain('浏览器没有存下');
    expect(await dialog.getByRole('textbox').inputValue()).toBe('写了很多');
  });

  test('survives an edition in which the text before it has changed', async () => {
    const { page } = await open(document2024);
    await annotate(page, 's1-2', [8, 12], '旧版的批注');
    const [note] = await stored(page);
    await page.evaluate((old) => localStorage.setItem('duben.notes', JSON.stringify([old])), {
      ...note,
      edition: '2020-01-01',
      start: note.start - 7,
      end: note.end - 7,
      prefix: '从前的前文',
    });
    await page.reload();
    await expect.poll(() => marked(page, 'noted')).toEqual([note.exact]);
    expect((await stored(page))[0]).toMatchObject({
      start: note.start,
      edition: note.edition,
      prefix: note.prefix,
    });
  });
});

describe('the page of notes', () => {
  test('lists them, and gives and takes them as Web Annotations', async () => {
    const { page, watched } = await open(document2024);
    await annotate(page, 's1-2', [8, 12], '<b>不是标记</b>');
    await page.goto(`${siteUrl}hans/cna-report/`);
    await page.waitForLoadState('networkidle');
    await annotate(page, 'p3', [0, 4], '');
    await page.goto(`${siteUrl}hans/notes/`);
    await expect.poll(() => page.locator('.count').textContent()).toBe('共 2 条，0 条未能定位。');
    expect(await page.locator('.notes-list .words').allTextContents()).toEqual([
      '<b>不是标记</b>',
      '（划线）',
    ]);
    // The published words, in their own script.
    expect(await page.locator('.notes-list blockquote').last().getAttribute('lang')).toBe('zh-Hant-TW');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: '导出' }).click(),
    ]);
    const json = readFileSync(await download.path(), 'utf8');
    const sources = JSON.parse(json).first.items.map(
      ({ target }: { target: { source: string } }) => target.source,
    );
    expect(sources).toEqual([`${siteUrl}hans/2024-joint-statement/`, `${siteUrl}hant/cna-report/`]);

    page.on('dialog', (dialog) => void dialog.accept());
    await page.getByRole('button', { name: '全部删除' }).click();
    await expect.poll(() => page.locator('.count').textContent()).toBe('还没有批注。');

    // One that does not agree, one that is known, one that is none.
    const [good, other] = JSON.parse(json).first.items;
    other.target.selector[2].start += 1;
    other.target.selector[2].end += 1;
    const file = { name: 'notes.json', mimeType: 'application/json' };
    await page
      .locator('[type="file"]')
      .setInputFiles({ ...file, buffer: Buffer.from(JSON.stringify([good, other, 5])) });
    await expect
      .poll(() => page.locator('notes-page [role="status"]').textContent())
      .toBe('导入了 2 条，其中 1 条未能定位；0 条已有；1 条读不懂。');
    expect(await page.locator('.notes-list .place').last().textContent()).toContain(
      '未能定位：文字在文中，但不在所记的位置。',
    );
    // The one that agrees is the reader’s own again.
    expect(
      (await stored(page)).map(({ isImported = false }: { isImported?: boolean }) => isImported),
    ).toEqual([false, true]);
    await page.getByRole('button', { name: '按文字定位' }).click();
    await expect.poll(() => page.locator('.count').textContent()).toBe('共 2 条，0 条未能定位。');
    await page.locator('[type="file"]').setInputFiles({ ...file, buffer: Buffer.from('no JSON') });
    await expect.poll(() => page.locator('notes-page [role="status"]').textContent()).toContain('不是 JSON');
    expect(await stored(page)).toHaveLength(2);
    // What in storage is no note is put aside.
    await page.evaluate(() => {
      const notes = JSON.parse(localStorage.getItem('duben.notes') ?? '[]');
      localStorage.setItem('duben.notes', JSON.stringify([null, ...notes]));
    });
    await page.reload();
    await expect.poll(() => page.locator('.count').textContent()).toBe('共 2 条，0 条未能定位。');
    await page.locator('.notes-list .place a').first().click();
    await page.waitForURL(`${siteUrl}hans/2024-joint-statement/#s1-2`);
    await expect.poll(() => marked(page, 'noted')).toHaveLength(1);
    expectQuiet(watched);
  });
});
