import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readScriptExceptions } from '../../src/content/content-files.ts';
import { createConverter } from '../../src/lib/script/create-converter.ts';
import { documentDataSchema, indexDataSchema } from '../../src/schemas/data.ts';
import { expectQuiet, siteUrl, useBrowser } from './browser.ts';

const open = useBrowser();
const convert = createConverter(readScriptExceptions('content'));

/** Every clause of the built site in both scripts, as the data has them. */
const clauses = indexDataSchema
  .parse(JSON.parse(readFileSync('dist/data/index.json', 'utf8')))
  .documents.flatMap(({ slug }) => {
    const data = documentDataSchema.parse(JSON.parse(readFileSync(`dist/data/${slug}.json`, 'utf8')));
    const blocks = [
      { id: 'title', text: data.title.replaceAll('\n', ' ') },
      ...data.front,
      ...data.sections.flatMap(({ paragraphs }) => paragraphs),
      ...data.back,
    ];
    return blocks.map(({ id, text }) => ({
      address: `${slug}/#${id}`,
      forms: (['hans', 'hant'] as const).map((script) => convert(text, data.lang, script)),
    }));
  });

test.each(['联合声明', '聯合聲明', '蒲亭', '北', '，中方', 'aukus', '“双方”', '双方 乌克兰', '东北－远东'])(
  'finds exactly the clauses that contain %s',
  async (query) => {
    const { page, watched } = await open(`hans/search/?q=${encodeURIComponent(query)}`);
    const words = query.split(' ').map((word) => word.toLowerCase());
    const expected = clauses
      .filter(({ forms }) => words.every((word) => forms.some((form) => form.toLowerCase().includes(word))))
      .map(({ address }) => `${siteUrl}hans/${address}`);
    expect(expected.length).toBeGreaterThan(0);

    await expect.poll(() => page.locator('.status').textContent()).toContain(`${expected.length} 段含有`);
    const more = page.locator('.more');
    for (let shown = 20; shown < expected.length; shown += 20) {
      await expect.poll(() => page.locator('.results li').count()).toBe(shown);
      await more.click();
    }
    await expect.poll(() => page.locator('.results li').count()).toBe(expected.length);
    expect(await more.isVisible()).toBe(false);
    const found = await page
      .locator('.results a')
      .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href));
    expect(found.sort()).toEqual(expected.sort());
    expectQuiet(watched);
    await page.context().close();
  },
);

test('a query is typed, its words are marked, and a hit leads to its paragraph', async () => {
  const { page, watched } = await open('hant/search/');
  await page.getByRole('searchbox').fill('拱火浇油');
  await page.keyboard.press('Enter');
  await expect.poll(() => page.locator('.results li').count()).toBe(4);
  expect(new URL(page.url()).searchParams.get('q')).toBe('拱火浇油');
  const marks = await page.locator('.results mark').allTextContents();
  expect(marks).toEqual(Array(4).fill('拱火澆油'));
  const link = page.locator('.results a[href*="2023-joint-statement/"]');
  await link.click();
  await page.waitForURL(`${siteUrl}hant/2023-joint-statement/#s9-1`);
  await page.goBack();
  await expect.poll(() => page.locator('.results li').count()).toBe(4);
  expectQuiet(watched);
  await page.context().close();
});

test('nothing found and nothing asked are said so', async () => {
  const { page } = await open('hans/search/?q=龘');
  await expect.poll(() => page.locator('.status').textContent()).toBe('没有一段含有 龘');
  await page.getByRole('searchbox').fill(' ');
  await page.keyboard.press('Enter');
  await expect.poll(() => page.locator('.status').textContent()).toBe('请输入要找的字词。');
  await page.context().close();
});

test('an index that cannot be read is said so, and tried again', async () => {
  const { page } = await open('hans/search/');
  await page.route('**/pagefind/**', (route) => route.abort());
  await page.getByRole('searchbox').fill('双方');
  await page.keyboard.press('Enter');
  await expect.poll(() => page.locator('.status').textContent()).toContain('检索没有成功');
  await page.unroute('**/pagefind/**');
  await page.keyboard.press('Enter');
  await expect.poll(() => page.locator('.results li').count()).toBe(20);
  await page.context().close();
});

test('the home page’s box asks the search page', async () => {
  const { page } = await open('hans/');
  await page.getByRole('searchbox').fill('北极');
  await page.getByRole('button', { name: '检索' }).click();
  await page.waitForURL(/\/hans\/search\/\?q=/);
  await expect.poll(() => page.locator('.results li').count()).toBeGreaterThan(1);
  await page.context().close();
});
