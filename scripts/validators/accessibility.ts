import { availableParallelism } from 'node:os';
import { preview } from 'astro';
import { type Browser, chromium, type Page } from 'playwright-core';
import { addressesUnder } from '../../src/lib/reader/addresses.ts';
import { browserArguments } from '../browser-arguments.ts';
import { findBrowser } from '../find-browser.ts';
import { findViolations } from './axe.ts';
import type { Built, Finding, Validation } from './validator.ts';

const sizes = { desk: { width: 1280, height: 800 }, phone: { width: 360, height: 740 } } as const;
const schemes = ['light', 'dark'] as const;
/** What depends on the scheme; all other rules see the same page in either. */
const byScheme = ['color-contrast', 'link-in-text-block'];

/** Hold every page, in a browser, to axe-core: light and dark, on a desk and on a phone; the themes that a reader chooses besides. */
export async function validateAccessibility({ dist, files, settings }: Built): Promise<Validation> {
  const executablePath = findBrowser();
  if (!executablePath)
    return { files: 0, findings: [], skipped: 'There is no browser: not checked. Run `npm run setup`.' };
  const pages = files.filter((file) => file.endsWith('.html'));
  const { root } = addressesUnder(settings.base);
  process.env.ASTRO_TELEMETRY_DISABLED = '1';
  const server = await preview({ logLevel: 'error', outDir: dist, server: { port: 0 } });
  const browser = await chromium.launch({ executablePath, args: [...browserArguments] });
  const findings: Finding[] = [];
  const queue = pages.values();
  const checkNext = async () => {
    for (const file of queue)
      findings.push(...(await checkPage(browser, file, `http://127.0.0.1:${server.port}${root}${file}`)));
  };
  try {
    await Promise.all(Array.from({ length: availableParallelism() }, checkNext));
  } finally {
    await browser.close();
    await server.stop();
  }
  return { files: pages.length, findings };
}

async function checkPage(browser: Browser, file: string, address: string): Promise<Finding[]> {
  const context = await browser.newContext({
    // The page that chooses a script goes on by itself for whoever reads Chinese.
    locale: file === 'index.html' ? 'en' : 'zh-CN',
    viewport: sizes.desk,
    colorScheme: 'light',
    reducedMotion: 'reduce',
    serviceWorkers: 'block',
  });
  // A saved copy is no page of its own.
  await context.addInitScript("try { localStorage.setItem('duben.offline', 'off') } catch {}");
  const findings: Finding[] = [];
  const look = async (page: Page, state: string, rules?: readonly string[]) => {
    for (const { id, help, targets } of await findViolations(page, rules))
      findings.push({
        file,
        rule: `accessibility/${id}`,
        message: `${help}, ${state}: ${targets.join(', ')}`,
      });
  };
  try {
    const page = await context.newPage();
    // The address that the host answers with the page of what is missing.
    await page.goto(file === '404.html' ? new URL('nowhere/', address).href : address, { waitUntil: 'load' });
    for (const [size, viewport] of Object.entries(sizes)) {
      await page.setViewportSize(viewport);
      for (const scheme of schemes) {
        await page.emulateMedia({ colorScheme: scheme });
        await look(page, `${size}, ${scheme}`, scheme === 'light' ? undefined : byScheme);
      }
    }
    await page.evaluate(() => {
      document.documentElement.dataset.theme = 'sepia';
    });
    await page.emulateMedia({ colorScheme: 'light' });
    await look(page, 'phone, sepia', byScheme);
  } catch (error) {
    findings.push({ file, rule: 'accessibility/check', message: (error as Error).message });
  } finally {
    await context.close();
  }
  return findings;
}
