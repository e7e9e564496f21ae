import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { createOracle, listExpectations, readData, toAcceptedClauses } from '../lib/search/acceptance.ts';
import { expectQuiet, indexSiteUrl, layoutShift, siteUrl, useBrowser } from './browser.ts';

const open = useBrowser();
const data = readData('dist');
const oracle = createOracle(toAcceptedClauses(data));

const status = (page: Page) => page.locator('.status').textContent();
const results = (page: Page) =>
  page.locator('.results .place a').evaluateAll((links) =>
    links.map((link) => {
      const { pathname, hash } = new URL((link as HTMLAnchorElement).href);
      return `${pathname.split('/').at(-2)}${hash}`;
    }),
  );

describe.each([
  ['exact', siteUrl],
  ['index', indexSiteUrl],
])('by the %s tier', (tier, site) => {
  test.each(['hans', 'hant'])(
    'in %s, every query finds exactly the clauses that contain it',
    async (script) => {
      const { page, watched } = await open(`${site}${script}/search/`);
      const expectations = listExpectations(data);
      expect(expectations.length).toBeGreaterThan(2260);
      const found = await page.evaluate(
        async (queries) => {
          const search = document.querySelector('clause-search') as HTMLElement & {
            findAll(query: string): Promise<string[]>;
          };
          const all: string[][] = [];
          for (const query of queries) all.push(await search.findAll(query));
          return all;
        },
        expectations.map(({ query }) => query),
      );
      for (const [index, { query, clauses }] of expectations.entries())
        expect(found[index]?.sort(), query).toEqual(clauses);
      expectQuiet(watched);
    },
    120_000,
  );

  test('results are listed under their documents, the same clauses of a witness below', async () => {
    const { page, watched } = await open(`${site}hans/search/?q=${encodeURIComponent('乌克兰')}`);
    await expect
      .poll(() => status(page))
      .toBe('8 段，19 处。另有 1 段是同一文本的另一来源，除节次序号外文字相同，列在所据的段下面。');
    const { clauses } = oracle('乌克兰', ['乌克兰']);
    const listed = await results(page);
    expect([...listed, '2023-joint-statement-mirror#s9-1'].sort()).toEqual(clauses);
    expect(await page.locator('.witness a').getAttribute('href')).toMatch(
      /2023-joint-statement-mirror\/\?q=[^#]+#s9-1$/,
    );
    expect(await page.locator('.group h2').allTextContents()).toEqual([
      '中华人民共和国和俄罗斯联邦关于深化新时代全面战略协作伙伴关系的联合声明',
      '中俄签署联合声明 称彼此为优先合作伙伴',
      '中俄加强战略协作的大方向坚定不移 习近平会见俄罗斯总统普京',
      '中俄元首签署联合声明 通过和谈解决乌克兰危机',
    ]);
    expect(new Set(await page.locator('.results mark').allTextContents())).toEqual(new Set(['乌克兰']));
    expectQuiet(watched);
  });

  test('nothing found: the nearest clauses, labelled', async () => {
    const { page } = await open(`${site}hant/search/?q=${encodeURIComponent('維護東北亞地區的安全穩定')}`);
    await expect.poll(() => status(page)).toBe('沒有一段含有「維護東北亞地區的安全穩定」。');
    expect(await page.locator('.found h2').textContent()).toContain('最接近的段');
    expect(await results(page)).toContain('2023-joint-statement#s9-3');
  });

  test('finding in a document needs no index', async () => {
    const { page, watched } = await open(
      `${site}hant/2024-joint-statement/?q=${encodeURIComponent('北极')}#s3-20`,
    );
    await expect
      .poll(() => page.locator('find-in-document [role="status"]').textContent())
      .toMatch(/^第 \d 處，共 6 處$/);
    expectQuiet(watched);
  });

  test('words that cannot be read are no reason to say nothing', async () => {
    const { page } = await open('hans/about/');
    await page.context().route('**/words.*.json', (route) => route.abort());
    await page.goto(`${siteUrl}hans/cna-report/`);
    const box = page.locator('search-box');
    await box.locator('input').fill('北极');
    await expect.poll(() => box.getByRole('status').textContent()).toContain('检索没有成功');
    await page.locator('#p3 .c').click();
    await expect.poll(() => page.locator('cite-tools .toast').textContent()).toContain('未能读取引注');
  });

  test('files that cannot be read are said so, and tried again', async () => {
    const { page } = await open(`${site}hans/`);
    const blocked = tier === 'exact' ? '**/search/hans.json' : '**/pagefind/**';
    await page.route(blocked, (route) => route.abort());
    await page.goto(`${site}hans/search/`);
    await page.getByRole('searchbox').fill('双方');
    await expect.poll(() => status(page)).toContain('检索没有成功');
    await page.unroute(blocked);
    await page.keyboard.press('Enter');
    await expect.poll(() => page.locator('.results li').count()).toBe(20);
  });
});

/** Of the first edition, which has 337 clauses; what is added since is fetched as well. */
const mostFetched = (45_000 * Math.max(337, toAcceptedClauses(data).length)) / 337;

describe('the first query fetches at most 45 KB, code included', () => {
  /** What every page has, one file of code and one of words: of them the box is about a kilobyte. */
  const other = /_astro\/page\.|look\.js|edition\.json|words\./;
  /** Everything else that a page loads after its HTML and style, compressed, by the files it has loaded. */
  const fetched = async (page: Page, notSearch = other) => {
    await page.waitForLoadState('networkidle');
    const paths = await page.evaluate(() =>
      performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname),
    );
    return [...new Set(paths)]
      .filter((path) => /\.(?:js|json|wasm|pagefind|pf_\w+)$/.test(path) && !notSearch.test(path))
      .reduce((sum, path) => sum + gzipSync(readFileSync(`dist${path}`), { level: 9 }).length, 0);
  };

  test.each(['hans', 'hant'])('on the search page in %s, all its code counted', async (script) => {
    const { page } = await open(`${script}/search/?q=${encodeURIComponent('北极')}`);
    await expect.poll(() => page.locator('.results li').count()).toBe(2);
    // The search page itself loads nothing later on: what helps with that is there for the list of shortcuts.
    const others = new RegExp(`${other.source}|preload-helper`);
    expect(await fetched(page, others)).toBeGreaterThan(30_000);
    expect(await fetched(page, others)).toBeLessThanOrEqual(mostFetched);
  });

  test.each(['hans', 'hant'])('in the box of a document in %s', async (script) => {
    const { page } = await open(`${script}/2024-joint-statement/`);
    const box = page.locator('search-box');
    await box.locator('input').fill('北极');
    await expect.poll(() => box.locator('.panel li').count()).toBe(2);
    expect(await fetched(page)).toBeGreaterThan(30_000);
    expect(await fetched(page)).toBeLessThanOrEqual(mostFetched);
  });
});

test('a page that has the catalogue in it fetches nothing: for a copy on disk', async () => {
  const { page } = await open('hans/about/');
  await page.route('**/search/hans.json', (route) => route.abort());
  await page.route('**/hans/search/*', async (route) => {
    const response = await route.fetch();
    const inline = `<script type="application/json" data-catalogue="hans">${readFileSync('dist/search/hans.json', 'utf8').replaceAll('<', '\\u003C')}</script>`;
    await route.fulfill({ response, body: (await response.text()).replace('<main', `${inline}<main`) });
  });
  await page.goto(`${siteUrl}hans/search/?q=${encodeURIComponent('北极')}`);
  await expect.poll(() => status(page)).toContain('2 段，7 处');
});

test('a hit leads to its paragraph, marked, and a way to step through all of them', async () => {
  const { page, watched } = await open('hant/search/');
  await page.getByRole('searchbox').fill('拱火浇油');
  await expect.poll(() => page.locator('.results li').count()).toBeGreaterThan(1);
  expect(new Set(await page.locator('.results mark').allTextContents())).toEqual(new Set(['拱火澆油']));
  await page.locator('.results .place a[href*="/2023-joint-statement/"]').click();
  await page.waitForURL(/\/hant\/2023-joint-statement\/\?q=[^#]+#s9-1$/);
  const marked = () =>
    page.evaluate(() => [...(CSS.highlights.get('hit') ?? [])].map((range) => (range as Range).toString()));
  await expect.poll(marked).toEqual(['拱火澆油']);
  expect(await page.locator('#s9-1 .t').locator('mark').count()).toBe(0);
  expect(await page.locator(':target').getAttribute('id')).toBe('s9-1');
  await page.goBack();
  await expect.poll(() => page.locator('.results li').count()).toBeGreaterThan(1);
  expectQuiet(watched);
});

test('what is asked, the filters, the order and the view are the address', async () => {
  const { page, watched } = await open('hans/search/');
  const search = () => Object.fromEntries(new URL(page.url()).searchParams);
  await page.getByRole('searchbox').fill('联合声明');
  await expect.poll(search).toEqual({ q: '联合声明' });
  await page.getByText('范围与次序').click();
  await page.getByLabel('类别').selectOption('joint-statement');
  await page.locator('[name="order"]').selectOption('relevance');
  expect(search()).toEqual({ q: '联合声明', kind: 'joint-statement', order: 'relevance' });
  await expect
    .poll(async () => new Set((await results(page)).map((address) => address.split('#')[0])))
    .toEqual(new Set(['2023-joint-statement', '2023-economic-plan', '2024-joint-statement']));
  const before = await results(page);
  await page.reload();
  await expect.poll(() => results(page)).toEqual(before);
  expect(await page.getByLabel('类别').inputValue()).toBe('joint-statement');
  await page.goBack();
  await page.goBack();
  await expect.poll(search).toEqual({ q: '联合声明' });
  expect(await page.getByLabel('类别').inputValue()).toBe('');
  await page.getByText('繁體').click();
  await page.waitForURL(/hant\/search\/\?q=/);
  await expect.poll(() => page.locator('.results li').count()).toBeGreaterThan(3);
  expectQuiet(watched);
});

test('more is shown on demand, and is still there on the way back', async () => {
  const { page } = await open(`hans/search/?q=${encodeURIComponent('双方')}`);
  const items = () => page.locator('.results li').count();
  await expect.poll(items).toBe(20);
  await page.getByRole('button', { name: /显示更多/ }).click();
  await expect.poll(items).toBe(40);
  const link = page.locator('.results .place a').nth(20);
  expect(await link.evaluate((element) => element === document.activeElement)).toBe(true);
  await page.keyboard.press('Enter');
  await page.waitForURL(/#s/);
  await page.goBack();
  await expect.poll(items).toBe(40);
});

test.each([
  ['，', '只有标点，无从检索；请连同旁边的字一起输入。'],
  ['-北极', '减号只能排除；请再输入要找的字词。'],
  ['', '请输入要找的字词。'],
  ['龘', '没有一段含有“龘”。'],
  ['普京 蒲亭 -北极', '没有一段含有“普京”、“蒲亭”而不含“北极”。'],
  ['北极 蒲亭', '没有一段同时含有“北极”、“蒲亭”。'],
])('“%s” is answered', async (query, said) => {
  const { page, watched } = await open(`hans/search/?q=${encodeURIComponent(query)}`);
  await expect.poll(() => status(page)).toBe(said);
  expectQuiet(watched);
});

test('other names are offered, with their counts, and never mixed in', async () => {
  const { page } = await open(`hans/search/?q=${encodeURIComponent('普京')}`);
  await expect.poll(() => page.locator('.aliases').textContent()).toBe('也作：蒲亭（2 段）');
  expect((await page.locator('.found').textContent())?.includes('蒲亭')).toBe(false);
  await page.getByRole('link', { name: /蒲亭/ }).click();
  await expect.poll(() => status(page)).toBe('2 段，3 处');
  await expect.poll(() => page.locator('.aliases').textContent()).toContain('普京（');
  await page.goto(`${siteUrl}hant/search/?q=${encodeURIComponent('北大西洋公約組織')}`);
  await expect.poll(() => page.locator('.aliases').textContent()).toContain('北約（');
});

test('each query that is submitted is a place to come back to', async () => {
  const { page } = await open('hans/');
  await page.goto(`${siteUrl}hans/search/`);
  const box = page.getByRole('searchbox');
  for (const query of ['北极', '合作', '能源']) {
    await box.fill(query);
    await page.waitForTimeout(400);
    await page.keyboard.press('Enter');
  }
  for (const query of ['合作', '北极']) {
    await page.goBack();
    await expect.poll(() => box.inputValue()).toBe(query);
  }
  await page.goBack();
  await page.waitForURL(`${siteUrl}hans/`);
});

test('what the collection does not have is not asked for', async () => {
  const { page } = await open(`hans/search/?q=${encodeURIComponent('北极')}&year=1999&document=nope`);
  await expect.poll(() => status(page)).toContain('2 段，7 处');
});

test('a late answer replaces no newer one, and what is downloaded is what is shown', async () => {
  const { page } = await open(`${indexSiteUrl}hans/search/?q=${encodeURIComponent('格洛纳斯')}`);
  await expect.poll(() => status(page)).toContain('1 段，1 处');
  const delayed: (() => void)[] = [];
  await page.route(/search\/hans\/.*\/\d+\.json/, async (route) => {
    await new Promise<void>((resolve) => delayed.push(resolve));
    await route.continue().catch(() => {}); // no longer routed
  });
  await page.getByRole('searchbox').fill('维护东北亚地区和平的安全稳定符合各方利益');
  await expect.poll(() => status(page)).toBe('正在读取……');
  expect(await page.locator('.found').textContent()).toBe('');
  await page.getByRole('searchbox').fill('北极');
  await expect.poll(() => delayed.length).toBeGreaterThan(0);
  await page.unroute(/search\/hans\/.*\/\d+\.json/);
  for (const go of delayed) go();
  await expect.poll(() => status(page)).toContain('2 段，7 处');
  await page.waitForTimeout(500);
  expect(await status(page)).toContain('2 段，7 处');
});

test('the page for readers of both scripts has a box for each', async () => {
  const { page, watched } = await open('nowhere/');
  for (const [place, script, mark] of [
    [0, 'hans', '乌克兰'],
    [1, 'hant', '烏克蘭'],
  ] as const) {
    const box = page.locator('search-box').nth(place);
    await box.locator('input').fill('烏克蘭');
    await expect.poll(() => box.locator('mark').first().textContent()).toBe(mark);
    expect(await box.locator('.panel a').first().getAttribute('href')).toMatch(new RegExp(`^/${script}/`));
  }
  expect(watched.complaints).toHaveLength(1);
});

test('a filter that hides everything says so, and leads out', async () => {
  const { page } = await open(`hans/search/?q=${encodeURIComponent('北极')}&document=cna-report`);
  await expect.poll(() => status(page)).toBe('在所选范围里，没有一段含有“北极”。');
  await page.getByRole('link', { name: '在全部文献中检索' }).click();
  await expect.poll(() => status(page)).toContain('2 段，7 处');
});

test('a concordance, sorted; counts with their bars; hits as a table to download', async () => {
  const { page, watched } = await open(`hans/search/?q=${encodeURIComponent('北极')}`);
  await page.getByText('上下文', { exact: true }).click();
  await expect.poll(() => page.locator('.concordance tbody tr').count()).toBe(7);
  await page.getByText('范围与次序').click();
  await page.locator('[name="sort"]').selectOption('after');
  await expect.poll(() => page.url()).toContain('sort=after');
  const after = await page.locator('.concordance td:nth-child(3)').allTextContents();
  expect(after).toEqual(after.toSorted(new Intl.Collator('zh-Hans').compare));
  await page.getByText('统计', { exact: true }).click();
  await expect.poll(() => page.locator('.counts').count()).toBe(2);
  const cells = await page.locator('.counts').first().locator('tbody td:not(.chart)').allTextContents();
  // Clauses, places, the same text elsewhere.
  expect(cells).toEqual(['1', '1', '0', '0', '0', '1', '1', '6', '0']);
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: /CSV/ }).click();
  const file = readFileSync(await (await download).path(), 'utf8');
  expect(file.startsWith('\uFEFFslug,title,date,')).toBe(true);
  expect(file.trim().split('\r\n')).toHaveLength(1 + 2 + 1);
  expect(file).toContain(`,${siteUrl}hans/2024-joint-statement/#s3-20,`);
  expectQuiet(watched);
});

describe('the box on every page', () => {
  test('takes the slash key, and walks by keys alone', async () => {
    const { page, watched } = await open('hans/2023-joint-statement/');
    await page.keyboard.press('/');
    const input = page.locator('search-box input');
    expect(await input.evaluate((element) => element === document.activeElement)).toBe(true);
    await page.keyboard.type('北约');
    await expect.poll(() => page.locator('search-box [role="status"]').textContent()).toBe('2 段，4 处');
    expect(await page.locator('search-box .panel').getByRole('listitem').count()).toBe(2);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('7.5');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowUp');
    expect(await input.evaluate((element) => element === document.activeElement)).toBe(true);
    await page.keyboard.press('/');
    expect(await input.inputValue()).toBe('北约/');
    await page.keyboard.press('Backspace');
    await page.keyboard.press('Escape');
    expect(await page.locator('search-box .panel').isVisible()).toBe(false);
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/hans\/search\/\?q=/);
    await expect.poll(() => page.locator('.results li').count()).toBe(2);
    expectQuiet(watched);
  });

  test('leads to the hits of the document one is in', async () => {
    const { page } = await open('hans/2023-joint-statement/');
    await page.locator('search-box input').fill('北约');
    await page.getByRole('link', { name: '本文 1 段' }).click();
    await page.waitForURL(/\/hans\/2023-joint-statement\/\?q=[^#]+#s9-2$/);
    await expect
      .poll(() => page.locator('find-in-document [role="status"]').textContent())
      .toBe('第 1 处，共 3 处');
  });

  test('does not search while an input method composes', async () => {
    const { page } = await open('hans/about/');
    const input = page.locator('search-box input');
    await input.focus();
    const client = await page.context().newCDPSession(page);
    for (const text of ['b', 'be', 'bei'])
      await client.send('Input.imeSetComposition', {
        text,
        selectionStart: text.length,
        selectionEnd: text.length,
      });
    await page.waitForTimeout(200);
    expect(await page.locator('search-box .panel').isVisible()).toBe(false);
    await client.send('Input.insertText', { text: '北约' });
    await expect.poll(() => page.locator('search-box [role="status"]').textContent()).toBe('2 段，4 处');
  });

  test.each([
    'hans/',
    'hant/cna-report/',
    'hans/about/',
    'hant/sources/mirror-2023/',
    'hans/search/',
    'nowhere/',
  ])('is on %s, moves nothing, and closes by a click beside it', async (path) => {
    const { page } = await open(path);
    const input = page.getByRole('searchbox').first();
    await input.fill('联合声明');
    if (path !== 'hans/search/') {
      await expect.poll(() => page.locator('.panel:visible').count()).toBe(1);
      await page.mouse.click(4, 700);
      await expect.poll(() => page.locator('.panel:visible').count()).toBe(0);
    }
    // The search page grows with what it finds.
    if (path !== 'hans/search/') expect(await layoutShift(page)).toBe(0);
  });
});

describe('finding in a document', () => {
  test('opens by its button, marks as one types, steps both ways, and goes away', async () => {
    const { page, watched } = await open('hans/2024-joint-statement/');
    const bar = page.locator('find-in-document');
    const said = () => bar.locator('[role="status"]').textContent();
    await page.getByRole('button', { name: '在本文中查找' }).click();
    await page.keyboard.type('北極');
    await expect.poll(said).toBe('第 1 处，共 6 处');
    await expect.poll(() => new URL(page.url()).searchParams.get('q')).toBe('北極');
    expect(await page.locator('.strip button').count()).toBe(6);
    await page.keyboard.press('Enter');
    expect(await said()).toBe('第 2 处，共 6 处');
    await page.keyboard.press('Shift+Enter');
    await page.keyboard.press('Shift+Enter');
    expect(await said()).toBe('第 6 处，共 6 处');
    const inView = await page.evaluate(() => {
      const [range] = [...(CSS.highlights.get('hit') ?? [])] as Range[];
      const { top, bottom } = range?.getBoundingClientRect() ?? { top: -1, bottom: -1 };
      return top > 68 && bottom < innerHeight - 60;
    });
    expect(inView).toBe(true);
    await bar.getByRole('button', { name: '下一处' }).click();
    expect(await said()).toBe('第 1 处，共 6 处');
    // Ticks of one paragraph lie over each other: the last is on top.
    await page.locator('.strip button').last().click();
    expect(await said()).toBe('第 6 处，共 6 处');
    // The focus was not lost to the tick.
    expect(
      await bar
        .getByRole('button', { name: '下一处' })
        .evaluate((element) => element === document.activeElement),
    ).toBe(true);
    await page.keyboard.press('Escape');
    expect(await bar.locator('form').isVisible()).toBe(false);
    await expect.poll(() => new URL(page.url()).search).toBe('');
    expect(await page.evaluate(() => CSS.highlights.get('hits')?.size)).toBe(0);
    expectQuiet(watched);
  });

  test('marks the same places when a paragraph shows its published form, and in the other script', async () => {
    const { page } = await open(`hant/2023-joint-statement/?q=${encodeURIComponent('乌克兰')}#s9-1`);
    const marked = () =>
      page.evaluate(() =>
        ['hit', 'hits'].flatMap((name) =>
          [...(CSS.highlights.get(name) ?? [])].map((range) => (range as Range).toString()),
        ),
      );
    await expect.poll(marked).toEqual(Array(4).fill('烏克蘭'));
    await page.locator('#s9-1 .o').click();
    await expect.poll(marked).toEqual(Array(4).fill('乌克兰'));
    await page.locator('toggle-script a').click();
    await page.waitForURL(/\/hans\/2023-joint-statement\/\?q=[^#]+#s9-1$/);
    await expect.poll(marked).toEqual(Array(4).fill('乌克兰'));
  });

  test('goes on when a link leads to another paragraph, and with an address that is cut off', async () => {
    const { page, watched } = await open('hans/2024-joint-statement/');
    await page.getByRole('button', { name: '在本文中查找' }).click();
    await page.keyboard.type('北极');
    await page.locator('#s1-1 .n').click();
    await expect.poll(() => page.url()).toMatch(/\?q=[^#]+#s1-1$/);
    const said = () => page.locator('find-in-document [role="status"]').textContent();
    await expect.poll(said).toContain('共 6 处');
    expect(await page.locator('find-in-document input').inputValue()).toBe('北极');
    await page.goto(`${siteUrl}hans/2023-joint-statement/?q=${encodeURIComponent('合作')}#%E5%`);
    await expect.poll(said).toContain('第 1 处');
    expectQuiet(watched);
  });

  test('without a place in the address it goes to the first hit', async () => {
    const { page } = await open(`hans/2024-joint-statement/?q=${encodeURIComponent('北极')}`);
    await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(500);
  });

  test('says when there is nothing', async () => {
    const { page } = await open(`hans/cna-report/?q=${encodeURIComponent('北极')}`);
    await expect.poll(() => page.locator('find-in-document [role="status"]').textContent()).toBe('本文没有');
  });
});
