import { expect, test } from 'vitest';
import { siteUrl, useBrowser } from './browser.ts';

const open = useBrowser();
const options = { javaScriptEnabled: false };

test('a reader chooses a script, reads, toggles, follows contents, paragraphs and neighbours', async () => {
  const { page } = await open('', options);
  await expect.poll(() => page.url()).toBe(siteUrl);
  await page.getByRole('link', { name: '简体中文' }).click();
  await page.getByRole('link', { name: /在两国建交75周年之际/ }).click();
  await page.waitForURL(`${siteUrl}hans/2024-joint-statement/`);
  expect(await page.locator('#s7-14 .t').textContent()).toContain('支持对方举办的人工智能相关国际会议。');
  expect(await page.locator('#gap-s7-14').textContent()).toContain('缺文');
  await page.locator('.contents a[href="#s4"]').click();
  await expect.poll(() => new URL(page.url()).hash).toBe('#s4');
  await page.locator('#s4-2 .n').click();
  await expect.poll(() => new URL(page.url()).hash).toBe('#s4-2');
  await page.getByRole('link', { name: '繁體' }).click();
  await page.waitForURL(`${siteUrl}hant/2024-joint-statement/`);
  expect(await page.locator('.view').textContent()).toContain('機器逐字轉換');
  await page.getByRole('link', { name: '檢視原文' }).click();
  await page.waitForURL(`${siteUrl}hans/2024-joint-statement/`);
  await page.locator('a[rel="prev"]').click();
  await page.waitForURL(`${siteUrl}hans/2023-joint-statement-mirror/`);
});

test('the source view and the search page say what there is to see', async () => {
  const { page } = await open('hans/2024-joint-statement/', options);
  await page.locator('#s7-14 .s').click();
  await page.waitForURL(`${siteUrl}hans/sources/statement-2024/#2024-joint-statement.s7-14`);
  expect(await page.locator('s.left').textContent()).toBe('（下转第7版）');
  await page.getByRole('searchbox').fill('北极');
  await page.getByRole('button', { name: '检索' }).click();
  await page.waitForURL(`${siteUrl}hans/search/?q=${encodeURIComponent('北极')}`);
  expect(await page.locator('noscript').innerText()).toContain('检索要用到 JavaScript，现在没有启用');
  expect(await page.locator('.choices').isVisible()).toBe(false);
});

test('from a paragraph to what relates to it, and on to the clauses, the witness and the report', async () => {
  const { page } = await open('hans/2024-joint-statement/', options);
  await page.locator('#s7-14 .r a', { hasText: '7.10' }).click();
  await page.waitForURL(/vs-2024-joint-statement\/#s7-10\.s7-14$/);
  expect(await page.locator('.pair:target h3').innerText()).toContain('7.10 — 7.14');
  await page.locator('.pair:target .place').first().click();
  await page.waitForURL(`${siteUrl}hans/2023-joint-statement/#s7-10`);
  await page.locator('#s5-6 .r a', { hasText: '转载本' }).click();
  await page.waitForURL(/collate\/2023-joint-statement\/#2023-joint-statement-mirror\.s5-6\.115$/);
  expect(await page.locator('tr:target').innerText()).toContain('的');
  await page.getByRole('link', { name: '繁體' }).click();
  await page.waitForURL(/hant\/collate\/2023-joint-statement\//);
  await page.goto(`${siteUrl}hant/xinhua-signing/`);
  await page.locator('#p2 .r a').first().click();
  await page.waitForURL(/compare\/xinhua-signing-vs-2023-joint-statement\/#p2\.8\.s9-1$/);
});
