import type { BrowserContextOptions, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { readDocuments } from '../../src/content/content-files.ts';
import { hashWords } from '../../src/lib/cite/mark.ts';
import { expectQuiet, indexSiteUrl, select, siteUrl, useBrowser } from './browser.ts';

const open = useBrowser();
const documents = new Map(readDocuments('content').map((document) => [document.slug, document]));
const published = (slug: string, id: string) =>
  documents.get(slug)?.blocks.find((block) => block.id === id)?.text ?? '';

const withClipboard: BrowserContextOptions = { permissions: ['clipboard-read', 'clipboard-write'] };
const clipboard = (page: Page) => page.evaluate(() => navigator.clipboard.readText());
const toast = (page: Page) => page.locator('cite-tools [role="status"]').textContent();
const dialog = (page: Page) => page.locator('dialog.cite-dialog');

/** The words that the page marks as cited. */
const marked = (page: Page) =>
  page.evaluate(() => [...(CSS.highlights.get('cited') ?? [])].map((range) => String(range)));

describe('from a paragraph', () => {
  test('its link, its text and its citation are copied by pointer', async () => {
    const { page, watched } = await open('hans/2023-joint-statement/', withClipboard);
    await page.locator('#s5-3 .c').click();
    const tools = dialog(page);
    await tools.getByRole('button', { name: '复制链接', exact: true }).click();
    expect(await clipboard(page)).toBe(`${siteUrl}hans/2023-joint-statement/#s5-3`);
    await tools.getByRole('button', { name: '复制文字与链接' }).click();
    expect(await clipboard(page)).toBe(
      `${published('2023-joint-statement', 's5-3')}\n${siteUrl}hans/2023-joint-statement/#s5-3`,
    );
    await tools.getByRole('combobox', { name: '格式' }).selectOption('apa');
    await tools.getByRole('button', { name: '复制引注' }).click();
    expect(await clipboard(page)).toContain('(中华人民共和国 & 俄罗斯联邦, 2023, para. 5.3)');
    await page.keyboard.press('Escape');
    await expect.poll(() => tools.count()).toBe(0);
    // The format is remembered.
    await page.locator('#s5-4 .c').click();
    expect(await tools.locator('.citation').textContent()).toContain('para. 5.4');
    expectQuiet(watched);
  });

  test('by touch, on a small screen, with all of the dialog within it', async () => {
    const { page, watched } = await open('hant/2023-joint-statement/', {
      ...withClipboard,
      hasTouch: true,
      viewport: { width: 360, height: 740 },
    });
    // On a small screen what can be done with a paragraph comes at the foot, when it is touched.
    await page.locator('#s1-2 .t').tap();
    await page.getByRole('toolbar').getByRole('button', { name: '引用' }).tap();
    const box = await dialog(page).boundingBox();
    expect(box && box.x >= 0 && box.x + box.width <= 360 && box.y >= 0 && box.y + box.height <= 740).toBe(
      true,
    );
    await dialog(page).getByRole('button', { name: '複製文字與連結' }).tap();
    // The published text, in a converted view too.
    expect(await clipboard(page)).toContain(published('2023-joint-statement', 's1-2'));
    await dialog(page).getByRole('button', { name: '關閉' }).tap();
    expectQuiet(watched);
  });

  test('by keys: j and k walk, y copies the link, c cites, t changes the script, ? lists them', async () => {
    const { page, watched } = await open('hans/2023-joint-statement/#s5-3', withClipboard);
    await page.keyboard.press('y');
    await expect.poll(() => toast(page)).toBe('已复制第5.3段的链接');
    expect(await clipboard(page)).toBe(`${siteUrl}hans/2023-joint-statement/#s5-3`);
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    await expect.poll(() => new URL(page.url()).hash).toBe('#s5-5');
    expect(await page.evaluate(() => document.activeElement?.closest('[id]')?.id)).toBe('s5-5');
    await page.keyboard.press('k');
    await page.keyboard.press('c');
    expect(await dialog(page).getByRole('heading').textContent()).toBe('引用 第5.4段');
    // In a dialog they do nothing.
    await page.keyboard.press('j');
    await expect.poll(() => new URL(page.url()).hash).toBe('#s5-4');
    await page.keyboard.press('Escape');
    await expect.poll(() => dialog(page).count()).toBe(0);
    await page.keyboard.press('?');
    const list = page.getByRole('dialog', { name: '快捷键' });
    await expect.poll(() => list.isVisible()).toBe(true);
    await page.keyboard.press('Escape');
    await expect.poll(() => list.count()).toBe(0);
    await page.keyboard.press('t');
    await page.waitForURL(`${siteUrl}hant/2023-joint-statement/#s5-4`);
    expectQuiet(watched);
  });

  test('the title is cited by its link, and by keys at its address', async () => {
    const { page, watched } = await open('hans/xinhua-signing/', withClipboard);
    await page.getByRole('link', { name: '引标题' }).click();
    await dialog(page).getByRole('button', { name: '复制链接', exact: true }).click();
    expect(await clipboard(page)).toBe(`${siteUrl}hans/xinhua-signing/#title`);
    await page.keyboard.press('Escape');
    await page.goto(`${siteUrl}hans/xinhua-signing/#title`);
    await page.keyboard.press('y');
    await expect.poll(() => toast(page)).toContain('标题');
    // It is a place that the other script has, too.
    await page.keyboard.press('t');
    await page.waitForURL(`${siteUrl}hant/xinhua-signing/#title`);
    expectQuiet(watched);
  });

  test('keys do nothing while one types, and can be turned off for good', async () => {
    const { page } = await open('hans/2023-joint-statement/#s5-3', withClipboard);
    await page.locator('search-box input').fill('');
    await page.locator('search-box input').pressSequentially('jkyct?/');
    expect(await page.locator('search-box input').inputValue()).toBe('jkyct?/');
    await expect.poll(() => new URL(page.url()).hash).toBe('#s5-3');
    expect(await page.locator('dialog').count()).toBe(0);
    await page.getByRole('button', { name: '快捷键' }).click();
    await page.getByRole('checkbox', { name: '使用快捷键' }).uncheck();
    await page.keyboard.press('Escape');
    await page.reload();
    const address = page.url();
    for (const key of ['j', 'c', '?', '/', 't']) await page.keyboard.press(key);
    expect(await page.locator('dialog').count()).toBe(0);
    await expect.poll(() => page.url()).toBe(address);
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('BODY');
  });
});

describe('ranges and words', () => {
  test('a range is chosen in the dialog, linked, and marked', async () => {
    const { page, watched } = await open('hans/2023-joint-statement/', withClipboard);
    await page.locator('#s5-3 .c').click();
    await dialog(page).getByRole('combobox', { name: /从/ }).selectOption('s5-5');
    await dialog(page).getByRole('button', { name: '复制链接', exact: true }).click();
    const link = await clipboard(page);
    expect(link).toBe(`${siteUrl}hans/2023-joint-statement/?mark=s5-3..s5-5#s5-3`);
    expect(await dialog(page).locator('.citation').textContent()).toContain('第5.3—5.5段');
    await page.goto(link);
    await expect.poll(() => page.locator('.cited').count()).toBe(3);
    expectQuiet(watched);
  });

  test.each(['hans', 'hant'])('a selected phrase is linked and marked, in %s', async (script) => {
    const { page, watched } = await open(`${script}/2023-joint-statement/#s5-3`, withClipboard);
    await select(page, ['s5-3', 2], ['s5-3', 12]);
    await page.locator('.of-selection').click();
    await dialog(page).locator('.do button').first().click();
    const link = await clipboard(page);
    const words = Array.from(published('2023-joint-statement', 's5-3')).slice(2, 12).join('');
    expect(link).toBe(`${siteUrl}${script}/2023-joint-statement/?mark=s5-3:2-12:${hashWords(words)}#s5-3`);
    expect(await dialog(page).locator('blockquote').textContent()).toBe(words);
    await page.goto(link);
    await expect.poll(async () => (await marked(page)).map((text) => Array.from(text).length)).toEqual([10]);
    // In the other script the same words are marked.
    await page.keyboard.press('t');
    await page.waitForURL(/mark=/);
    await expect.poll(async () => (await marked(page)).map((text) => Array.from(text).length)).toEqual([10]);
    expectQuiet(watched);
  });

  test('words are marked in a converted view whose own tools come late', async () => {
    const words = Array.from(published('2023-joint-statement', 's5-3')).slice(2, 12).join('');
    const { page, watched } = await open('hant/');
    await page.route('**/ConvertedTools*', async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 1_500));
      await route.continue();
    });
    await page.goto(`${siteUrl}hant/2023-joint-statement/?mark=s5-3:2-12:${hashWords(words)}#s5-3`);
    await expect.poll(async () => (await marked(page)).map((text) => Array.from(text).length)).toEqual([10]);
    expectQuiet(watched);
  });

  test('words across paragraphs are linked from the first to the last', async () => {
    const { page } = await open('hans/2023-joint-statement/', withClipboard);
    await select(page, ['s5-3', 4], ['s5-4', 6]);
    await page.keyboard.press('y');
    await expect.poll(() => toast(page)).toBe('已复制所选文字的链接');
    const link = await clipboard(page);
    expect(link).toMatch(/\?mark=s5-3:4\.\.s5-4:6:[0-9a-f]{8}#s5-3$/);
    await page.goto(link);
    await expect.poll(async () => (await marked(page)).length).toBe(2);
  });

  test.each([
    ['?mark=s5-3:2-12:00000000#s5-3', '不在第5.3段了'],
    ['?mark=s5-3:2-9999:00000000#s5-3', '不在第5.3段了'],
    ['?mark=s99-1#s99-1', '第99.1段不在本文中'],
    ['?mark=what%20is%20this#s5-3', '不完整'],
    ['#s99-1', '第99.1段不在本文中'],
  ])('%s says that the words are missing, and marks nothing', async (address, said) => {
    const { page, watched } = await open(`hans/2023-joint-statement/${address}`);
    await expect.poll(() => toast(page)).toContain(said);
    expect(await marked(page)).toEqual([]);
    expect(await page.locator('.cited').count()).toBe(0);
    expectQuiet(watched);
  });
});

test('what was selected, and the focus, are as before when the tools close', async () => {
  const { page } = await open('hans/2023-joint-statement/#s5-3', withClipboard);
  await select(page, ['s5-3', 2], ['s5-3', 12]);
  const selected = await page.evaluate(() => String(getSelection()));
  await page.keyboard.press('c');
  await expect.poll(() => dialog(page).count()).toBe(1);
  await page.keyboard.press('Escape');
  await expect.poll(() => dialog(page).count()).toBe(0);
  expect(await page.evaluate(() => String(getSelection()))).toBe(selected);
});

test('where a browser refuses to copy, the words stand ready to be copied by hand', async () => {
  const { page } = await open('hans/2023-joint-statement/');
  await page.evaluate(() => {
    Object.defineProperty(navigator, 'clipboard', { value: undefined });
    document.execCommand = () => false;
  });
  await page.locator('#s5-3 .c').click();
  await dialog(page).getByRole('button', { name: '复制链接', exact: true }).click();
  expect(await dialog(page).locator('textarea').inputValue()).toBe(
    `${siteUrl}hans/2023-joint-statement/#s5-3`,
  );
});

test('without JavaScript a paragraph leads to the page of citations, which has every format', async () => {
  const { page } = await open('hans/2023-joint-statement/', { javaScriptEnabled: false });
  await page.locator('#s5-3 .c').click();
  await page.waitForURL(`${siteUrl}hans/cite/2023-joint-statement/#s5-3`);
  for (const name of [
    'GB/T 7714—2025',
    'GB/T 7714—2015',
    'Chicago',
    'APA',
    'MLA',
    'BibTeX',
    'RIS',
    'CSL-JSON',
  ])
    expect(await page.getByRole('heading', { name, exact: true }).count()).toBe(2);
  expect(await page.locator('#part ~ section').first().textContent()).toContain('[引用日期]');
});

test('the page of citations fills in the place that its address names, and the day', async () => {
  const { page, watched } = await open('hant/cite/2023-joint-statement/#s5-3', withClipboard);
  const first = page.locator('#part ~ section').first();
  await expect.poll(() => first.textContent()).toContain('第5.3段');
  const day = await page.evaluate(() => new Date().toLocaleDateString('sv'));
  expect(await first.textContent()).toContain(`[${day}]`);
  await first.getByRole('button', { name: '複製引註' }).click();
  expect(await clipboard(page)).toContain(
    '中华人民共和国和俄罗斯联邦关于深化新时代全面战略协作伙伴关系的联合声明',
  );
  // A place that is chosen is in the address, in the other script too.
  await page.getByRole('combobox', { name: '從' }).selectOption('s5-4');
  await expect.poll(() => new URL(page.url()).hash).toBe('#s5-4');
  await page.keyboard.press('Escape');
  await page.locator('toggle-script a').click();
  await page.waitForURL(`${siteUrl}hans/cite/2023-joint-statement/#s5-4`);
  await expect.poll(() => first.textContent()).toContain('第5.4段');
  expectQuiet(watched);
});

describe.each([
  ['exact', siteUrl],
  ['index', indexSiteUrl],
])('verifying by the %s tier', (_, site) => {
  const verify = async (passage: string, script = 'hans') => {
    const opened = await open(`${site}${script}/cite/`);
    await opened.page.getByRole('textbox').fill(passage);
    await expect
      .poll(() => opened.page.locator('.status').textContent())
      .toMatch(/^共|^找到|^本集没有|^本集沒有/);
    return opened;
  };

  test('says of each sentence how it stands to the texts, and names all places', async () => {
    const verbatim = '俄方高度评价全球发展倡议，将继续参与“全球发展倡议之友小组”工作。';
    const { page, watched } = await verify(
      `${verbatim}${verbatim.replace('高度', '积极').replace('倡议，', '倡議，')}天下大势，分久必合，合久必分。`,
    );
    const judged = page.locator('.judged > li');
    expect(await judged.nth(0).getAttribute('class')).toBe('verbatim');
    const places = await judged.nth(0).locator('.places a').allTextContents();
    expect(places).toHaveLength(3);
    expect(await judged.nth(1).getAttribute('class')).toBe('changed');
    expect(await judged.nth(1).locator('del').first().textContent()).toBe('积极');
    expect(await judged.nth(1).locator('ins').first().textContent()).toBe('高度');
    expect(await judged.nth(2).getAttribute('class')).toBe('none');
    await judged.nth(0).locator('.places a').first().click();
    await expect.poll(() => marked(page)).toEqual([verbatim]);
    expectQuiet(watched);
  });

  test('says what an ellipsis leaves out, and what stands around a quotation', async () => {
    const { page } = await verify('双方指出，中俄关系……是类似冷战时期的军事政治同盟');
    expect(await page.locator('.judged > li').getAttribute('class')).toBe('verbatim');
    const printed = page.locator('.judged .printed').first();
    expect(await printed.locator('.left').textContent()).toBe('[不]');
    expect(await printed.locator('.around').last().textContent()).toBe(
      '，而是超越该种国家关系模'.slice(0, 12),
    );
    expect(await page.locator('.judged .kind').textContent()).toContain('略去的字');
  });

  test('keeps what was pasted for a reader who comes back, and says where a place is unknown', async () => {
    const { page } = await verify('双方主张北极应继续成为和平、稳定和建设性合作之地。');
    await page.locator('.judged .places a').first().click();
    await page.waitForURL(/mark=/);
    await page.goBack();
    await expect.poll(() => page.locator('.judged > li').count()).toBe(1);
    await page.getByRole('textbox').fill('s99-9');
    await expect.poll(() => page.locator('.status').textContent()).toBe('各篇文献都没有这个编号');
  });

  test('takes the other script for the same, and joins what an ellipsis parts', async () => {
    const { page } = await verify('「俄方高度評價全球發展倡議……之友小組」工作。', 'hant');
    expect(await page.locator('.judged > li').getAttribute('class')).toBe('alike');
  });

  test('answers apart whether a quotation stands where its citation says', async () => {
    const sentence = '双方主张北极应继续成为和平、稳定和建设性合作之地。';
    const { page } = await verify(`${sentence}\n${site}hans/2023-joint-statement/#s9-9`);
    expect(await page.locator('.cited-list').textContent()).toContain('一字不差');
    await page.getByRole('textbox').fill(`${sentence}\n${site}hans/2023-joint-statement/#s1-1`);
    await expect.poll(() => page.locator('.cited-list').textContent()).toContain('不在引注所说的地方');
    expect(await page.locator('.judged > li').getAttribute('class')).toBe('verbatim');
  });

  test('says which citation names no document', async () => {
    const { page } = await verify('双方主张北极应继续成为和平、稳定和建设性合作之地（第9.9段）。');
    expect(await page.locator('.cited-list').textContent()).toContain('（第9.9段）：没有写明');
    expect(await page.locator('.judged > li').getAttribute('class')).toBe('verbatim');
  });

  test('finds a place by a link, an id, or any citation', async () => {
    const { page } = await verify('2023-joint-statement#s5-3');
    const link = page.locator('.cited-list a').first();
    expect(await link.getAttribute('href')).toBe('/hans/2023-joint-statement/#s5-3');
    for (const text of [
      'https://elsewhere.example/sub/hant/2023-joint-statement/?mark=s5-3#s5-3',
      '中华人民共和国 & 俄罗斯联邦. (2023, March 21). 中华人民共和国和俄罗斯联邦关于深化新时代全面战略协作伙伴关系的联合声明 [联合声明]. 读本（2026-11-21版）.\n(中华人民共和国 & 俄罗斯联邦, 2023, para. 5.3)',
      '中華人民共和國和俄羅斯聯邦關於深化新時代全面戰略協作夥伴關係的聯合聲明[EB/OL]//讀本. 2026-11-21版：第5.3段',
    ]) {
      await page.getByRole('textbox').fill('');
      await page.getByRole('textbox').fill(text);
      await expect.poll(() => page.locator('.cited-list a').count(), { message: text }).toBeGreaterThan(0);
      expect(await page.locator('.cited-list a').first().getAttribute('href')).toBe(
        '/hans/2023-joint-statement/#s5-3',
      );
    }
  });
});

test('nothing is sent anywhere, and a page that has been opened verifies without a server', async () => {
  const { page, watched } = await open('hans/cite/');
  await page.getByRole('textbox').focus();
  await page.waitForLoadState('networkidle');
  await page.context().setOffline(true);
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.getByRole('textbox').fill('双方主张北极应继续成为和平、稳定和建设性合作之地。');
  await expect.poll(() => page.locator('.judged > li').getAttribute('class')).toBe('verbatim');
  expect(asked).toEqual([]);
  expectQuiet(watched);
});

test('a page that is not of the newest edition says so; others say nothing', async () => {
  const { page } = await open('hans/about/');
  // Until the answer is here, it would be noted after the clearing.
  await page.waitForLoadState('networkidle');
  expect(await page.locator('edition-notice').isVisible()).toBe(false);
  await page.evaluate(() => sessionStorage.clear());
  await page.route('**/data/edition.json', (route) => route.fulfill({ json: { newest: '2027-01-01' } }));
  await page.reload();
  await expect.poll(() => page.locator('edition-notice').isVisible()).toBe(true);
  expect(await page.locator('edition-notice').textContent()).toContain('最新的是 2027-01-01 版');
});
