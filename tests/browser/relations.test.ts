import { expect, test } from 'vitest';
import { useBrowser } from './browser.ts';

const open = useBrowser();
test('a band of the picture leads to its clauses, by keyboard too', async () => {
  const { page } = await open('hans/compare/2023-joint-statement-vs-2024-joint-statement/');
  const band = page.locator('.bands a[href="#s7-10.s7-14"]');
  await band.focus();
  await page.keyboard.press('Enter');
  await expect.poll(() => new URL(page.url()).hash).toBe('#s7-10.s7-14');
  expect(await page.locator('.pair:target mark').count()).toBeGreaterThan(0);
});

test('a difference on the map, in the table and in the text is one', async () => {
  const { page } = await open('hans/collate/2023-joint-statement/');
  const anchor = '#2023-joint-statement-mirror.s5-6.115';
  await page.locator(`.collated a[href="${anchor}"]`).click();
  await expect.poll(() => new URL(page.url()).hash).toBe(anchor);
  expect(await page.locator(`.map a[href="${anchor}"]`).count()).toBe(1);
  expect(await page.locator('tr:target').innerText()).toContain('5.5');
});
