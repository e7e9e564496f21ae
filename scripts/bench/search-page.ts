import { type Browser, chromium, type Page } from 'playwright-core';
import { findBrowser } from '../find-browser.ts';

export type { Browser, Page };

export function openBrowser(): Promise<Browser> {
  const executablePath = findBrowser();
  if (!executablePath) throw new Error('No browser: run `npm run setup`.');
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return chromium.launch({ executablePath, args: ['--disable-gpu', '--disable-quic', ...sandbox] });
}

/** A page in a context of its own, in which nothing is cached. */
export async function openPage(browser: Browser, address: string): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  await page.goto(address);
  await page.waitForLoadState('networkidle');
  return page;
}

/** A page of results: how long after it was asked for the first ones stood in it, in milliseconds, and when that was. */
export async function openResults(
  browser: Browser,
  address: string,
): Promise<{ page: Page; time: number; at: number }> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  await page.addInitScript(() => {
    const watch = new MutationObserver(() => {
      const said = document.querySelector('.status')?.textContent ?? '';
      if (said === '' || /正在/.test(said)) return;
      watch.disconnect();
      Object.assign(globalThis, { shown: { time: performance.now(), at: Date.now() } });
    });
    watch.observe(document, { childList: true, characterData: true, subtree: true });
  });
  await page.goto(address, { waitUntil: 'commit' });
  await page.waitForFunction(() => 'shown' in globalThis);
  const shown = await page.evaluate(
    () => (globalThis as unknown as { shown: { time: number; at: number } }).shown,
  );
  return { page, ...shown };
}

/** How long something took in the page, in milliseconds. */
export interface Shown {
  /** Until the first results, or that there are none, were on the screen. */
  readonly first: number;
  /** Until the count was final. */
  readonly complete: number;
}

/** Put a query into the search page as typing does, and wait for what it shows: all, or the first results. */
export function showResults(
  page: Page,
  query: string,
  until: 'first' | 'complete' = 'complete',
): Promise<Shown> {
  return page.evaluate(
    async ([typed, end]) => {
      const input = document.querySelector('clause-search input') as HTMLInputElement;
      const found = document.querySelector('.found') as HTMLElement;
      const status = document.querySelector('.status') as HTMLElement;
      // Emptied first: what is shown then is this query's.
      input.value = '';
      input.dispatchEvent(new Event('input', { bubbles: true }));
      found.replaceChildren();
      status.textContent = '';
      const changed = (isDone: () => boolean) =>
        new Promise<void>((resolve) => {
          const observer = new MutationObserver(() => {
            if (!isDone()) return;
            observer.disconnect();
            resolve();
          });
          observer.observe(document.querySelector('clause-search') as HTMLElement, {
            childList: true,
            characterData: true,
            subtree: true,
          });
        });
      const isLoading = () => status.textContent === '' || /正在/.test(status.textContent ?? '');
      const first = changed(() => !isLoading());
      const complete = changed(() => !isLoading() && !/还在/.test(status.textContent ?? ''));
      const started = performance.now();
      input.value = typed;
      input.dispatchEvent(new Event('input', { bubbles: true }));
      await first;
      // On the screen: after the next frame is drawn.
      await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
      const shown = performance.now() - started;
      if (end === 'complete') await complete;
      return { first: shown, complete: Math.max(shown, performance.now() - started) };
    },
    [query, until] as const,
  );
}

/** Everything that queries find, and how long each took inside the engine, in milliseconds. */
export function findAll(
  page: Page,
  queries: readonly string[],
): Promise<{ answers: string[][]; times: number[] }> {
  return page.evaluate(async (all) => {
    const search = document.querySelector('clause-search') as HTMLElement & {
      findAll(query: string): Promise<string[]>;
    };
    const answers: string[][] = [];
    const times: number[] = [];
    for (const query of all) {
      const started = performance.now();
      answers.push(await search.findAll(query));
      times.push(performance.now() - started);
    }
    return { answers, times };
  }, queries);
}

/** Make a page's processor slower, as a phone's is. */
export async function slowDown(page: Page, rate: number): Promise<void> {
  const client = await page.context().newCDPSession(page);
  await client.send('Emulation.setCPUThrottlingRate', { rate });
}
