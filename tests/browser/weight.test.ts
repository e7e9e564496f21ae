import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { layoutShift, siteUrl, useBrowser } from './browser.ts';

const open = useBrowser();

/** A reader who has chosen a look, has read before, and has notes. */
const everything = {
  'duben.look': 'theme=sepia&face=sans&size=large&numbers=hover',
  'duben.places': JSON.stringify({
    '2024-joint-statement': { id: 's3-20', share: 0.1, label: '3.20', at: 1 },
  }),
  'duben.notes': JSON.stringify([
    {
      id: 'urn:uuid:1',
      slug: '2024-joint-statement',
      edition: '2026-11-21',
      block: 'title',
      start: 0,
      end: 1,
      exact: '中',
      prefix: '',
      suffix: '',
      words: '',
      created: '',
      modified: '',
    },
  ]),
};

async function openWithEverything(path: string): Promise<Page> {
  const { page } = await open('hans/about/');
  await page.evaluate((settings) => {
    for (const [name, value] of Object.entries(settings)) localStorage.setItem(name, value);
  }, everything);
  await page.goto(`${siteUrl}${path}`);
  await page.waitForLoadState('networkidle');
  await expect.poll(() => page.locator('way-back a').isVisible()).toBe(true);
  return page;
}

test.each([
  ['hans', 20 * 1024],
  // A converted view has the way back to the published text beside it.
  ['hant', 22 * 1024],
])(
  'the 2024 statement in %s with everything on loads at most %i bytes of styles and scripts',
  async (script, most) => {
    const page = await openWithEverything(`${script}/2024-joint-statement/`);
    await expect.poll(() => page.locator('.note-mark').count()).toBe(1);
    const paths = await page.evaluate(() =>
      performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname),
    );
    const loaded = [...new Set(paths)].filter((path) => /\.(?:js|css)$/.test(path));
    const sum = loaded.reduce(
      (all, path) => all + gzipSync(readFileSync(`dist${path}`), { level: 9 }).length,
      0,
    );
    expect(sum).toBeGreaterThan(10_000);
    expect(sum).toBeLessThanOrEqual(most);
    expect(await layoutShift(page)).toBe(0);
  },
);
