import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, inject } from 'vitest';
import { browserArguments } from '../../scripts/browser-arguments.ts';
import { findBrowser } from '../../scripts/find-browser.ts';

/** What a page did that no page may do. */
export interface Watched {
  /** Errors and warnings of the console, and uncaught errors. */
  readonly complaints: string[];
  /** Requests to another host. */
  readonly strangers: string[];
}

export const siteUrl = inject('siteUrl');
/** The same site with search by the index tier; give `open` an address of it. */
export const indexSiteUrl = inject('indexSiteUrl');

/** Open pages in a browser that is started once a file, each prepared if need be. Every page is watched; see `expectQuiet`. */
export function useBrowser() {
  let browser: Browser;
  beforeAll(async () => {
    const executablePath = findBrowser();
    if (!executablePath) throw new Error('No browser: run `npm run setup`.');
    browser = await chromium.launch({ executablePath, args: [...browserArguments] });
  });
  afterAll(() => browser?.close());
  // What a test has left open takes the machine's time from the next.
  afterEach(() => Promise.all(browser.contexts().map((context) => context.close())));

  return async (
    path: string,
    options: BrowserContextOptions = {},
    prepare: (page: Page) => Promise<unknown> = async () => {},
  ): Promise<{ page: Page; watched: Watched }> => {
    const context = await browser.newContext({
      locale: 'zh-CN',
      viewport: { width: 1280, height: 800 },
      ...options,
    });
    // Less than a test has in all: what was waited for is named, not only that the test took too long.
    context.setDefaultTimeout(20_000);
    // Only the tests of reading offline have the site saved: it takes the machine's time from all others.
    if (options.serviceWorkers !== 'allow')
      await context.addInitScript(() => {
        try {
          localStorage.setItem('duben.offline', 'off');
        } catch {}
      });
    const page = await context.newPage();
    const watched: Watched = { complaints: [], strangers: [] };
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) watched.complaints.push(message.text());
    });
    page.on('pageerror', (error) => watched.complaints.push(error.message));
    const address = new URL(path, siteUrl);
    page.on('request', (request) => {
      if (
        !request.url().startsWith(`${address.protocol}//${address.host}/`) &&
        !request.url().startsWith('data:')
      )
        watched.strangers.push(request.url());
    });
    await prepare(page);
    await page.goto(address.href);
    return { page, watched };
  };
}

export function expectQuiet({ complaints, strangers }: Watched): void {
  expect(complaints).toEqual([]);
  expect(strangers).toEqual([]);
}

/** The sum of layout shifts of a page, half a second after it loaded. */
export function layoutShift(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        let sum = 0;
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) sum += (entry as PerformanceEntry & { value: number }).value;
        }).observe({ type: 'layout-shift', buffered: true });
        setTimeout(() => resolve(sum), 500);
      }),
  );
}

/** Select from one character of a block's text to another (code points; in the first text node). */
export async function select(page: Page, from: [id: string, at: number], to: [id: string, at: number]) {
  await page.evaluate(
    ([[fromId, fromAt], [toId, toAt]]) => {
      const textOf = (id: string) => document.querySelector(`#${id} .t`)?.firstChild as Text;
      getSelection()?.setBaseAndExtent(textOf(fromId), fromAt, textOf(toId), toAt);
    },
    [from, to] as const,
  );
}
