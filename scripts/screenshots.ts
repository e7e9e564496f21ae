import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { preview } from 'astro';
import { type BrowserContext, chromium, type Page } from 'playwright-core';
import { settingKey } from '../src/client/settings.ts';
import { lookSetting } from '../src/lib/reader/looks.ts';
import { findBrowser } from './find-browser.ts';
import { openBuiltSite } from './steps/built-site.ts';

/*
 * Pictures of every kind of page in both scripts, light and dark, on a telephone and on a desk; of documents also set
 * vertically, in sepia, on paper, and with what opens over them. To be looked at: nothing is compared.
 */
const { values } = parseArgs({
  options: {
    dist: { type: 'string', default: 'dist' },
    out: { type: 'string', default: 'screenshots' },
    /** Only pages whose address has this in it. */
    only: { type: 'string', default: '' },
  },
});
const executablePath = findBrowser();
if (!executablePath) {
  console.error('No browser: run `npm run setup`, or set CHROMIUM_PATH to one.');
  process.exit(1);
}
const files = openBuiltSite(values.dist).list();
const paths = files.filter((path) => path.endsWith('index.html') || path === '404.html');

/** Of documents all pages, of what is made of them one of each kind in each script. */
function choosePages(): string[] {
  const kinds = new Map<string, string>();
  for (const path of paths) {
    const kind = path.replace(/^((?:hans|hant)\/(?:sources|cite|collate))\/[^/]+\//, '$1/*/');
    kinds.set(kind, kinds.get(kind) ?? path);
  }
  return [...kinds.values()]
    .map((path) => `/${path.replace(/(?:^|(?<=\/))index\.html$/, '')}`)
    .filter((path) => path.includes(values.only));
}
/** A page with styles of its own for paper. */
const isText = (path: string) => files.includes(`${path.slice(1, -1)}.print.css`);

const sizes = { phone: { width: 360, height: 740 }, desk: { width: 1280, height: 900 } } as const;
type Size = keyof typeof sizes;

/** What opens over a document, and where; in words a reader would use. */
const states: Record<
  string,
  { readonly on: readonly Size[]; readonly act: (page: Page) => Promise<unknown> }
> = {
  contents: { on: ['phone'], act: (page) => page.locator('[popovertarget="contents"]').click() },
  menu: { on: ['phone'], act: (page) => page.locator('[popovertarget="menu"]').click() },
  paragraph: { on: ['phone'], act: (page) => page.locator('.text p[id] .t').nth(2).click() },
  look: { on: ['phone', 'desk'], act: (page) => page.locator('reading-look button').click() },
  cite: { on: ['phone', 'desk'], act: (page) => page.keyboard.press('c') },
  note: { on: ['phone', 'desk'], act: (page) => page.keyboard.press('n') },
  shortcuts: { on: ['desk'], act: (page) => page.keyboard.press('?') },
};

process.env.ASTRO_TELEMETRY_DISABLED = '1';
const server = await preview({ logLevel: 'error', outDir: values.dist, server: { port: 0 } });
const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
const browser = await chromium.launch({ executablePath, args });
rmSync(values.out, { recursive: true, force: true });
mkdirSync(values.out, { recursive: true });
const made: string[] = [];

/** @param look as it is stored: `flow=vertical` */
async function inContext(
  size: Size,
  scheme: 'light' | 'dark',
  look: string,
  act: (context: BrowserContext) => Promise<void>,
): Promise<void> {
  const context = await browser.newContext({
    viewport: sizes[size],
    colorScheme: scheme,
    serviceWorkers: 'block',
    reducedMotion: 'reduce',
    hasTouch: size === 'phone',
  });
  const script = `localStorage.setItem('duben.offline','off');localStorage.setItem(${JSON.stringify(settingKey(lookSetting))},${JSON.stringify(look)})`;
  await context.addInitScript(script);
  await act(context);
  await context.close();
}

async function shoot(
  context: BrowserContext,
  path: string,
  name: string,
  act?: (page: Page) => Promise<unknown>,
) {
  const page = await context.newPage();
  await page.goto(`http://127.0.0.1:${server.port}${path}`, { waitUntil: 'networkidle' });
  await act?.(page);
  if (act) await page.waitForTimeout(300);
  const file = `${path.replaceAll('/', '_').replace(/^_|_$/g, '') || 'start'}.${name}.png`;
  await page.screenshot({ path: join(values.out, file), fullPage: !act });
  made.push(file);
  await page.close();
}

try {
  const pages = choosePages();
  const documents = pages.filter(isText);
  const [first] = documents;
  for (const size of ['phone', 'desk'] as const) {
    for (const scheme of ['light', 'dark'] as const)
      await inContext(size, scheme, '', async (context) => {
        for (const path of pages)
          await shoot(context, path.includes('/search/') ? `${path}?q=合作` : path, `${size}-${scheme}`);
      });
    await inContext(size, 'light', 'flow=vertical', async (context) => {
      for (const path of documents)
        await shoot(context, path, `${size}-vertical`, (page) =>
          page.locator('.document > .text').evaluate((text) => text.scrollIntoView()),
        );
    });
    for (const look of ['theme=sepia', 'face=sans', 'size=largest'])
      await inContext(size, 'light', look, async (context) => {
        if (first) await shoot(context, first, `${size}-${look.replace('=', '-')}`);
      });
    for (const [name, { on, act }] of Object.entries(states))
      for (const scheme of ['light', 'dark'] as const)
        if (on.includes(size) && first)
          await inContext(size, scheme, '', (context) =>
            shoot(context, first, `${size}-${scheme}-${name}`, act),
          );
  }
  await inContext('desk', 'light', '', async (context) => {
    const page = await context.newPage();
    for (const path of documents) {
      await page.goto(`http://127.0.0.1:${server.port}${path}`);
      await page.pdf({
        path: join(values.out, `${path.replaceAll('/', '_').replace(/^_|_$/g, '')}.pdf`),
        format: 'A4',
        preferCSSPageSize: true,
      });
    }
  });
} finally {
  await browser.close();
  await server.stop();
}
const figures = made.map(
  (file) => `<figure><img src="${file}" loading="lazy"><figcaption>${file}</figcaption></figure>`,
);
const style =
  'body{display:flex;flex-wrap:wrap;gap:1rem;font:12px sans-serif}figure{margin:0}img{inline-size:20rem}';
writeFileSync(
  join(values.out, 'index.html'),
  `<!doctype html><meta charset="utf-8"><style>${style}</style>${figures.join('\n')}\n`,
);
console.log(`${made.length} pictures are in ${values.out}/; index.html there shows all of them.`);
