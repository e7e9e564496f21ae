import { parseArgs } from 'node:util';
import { preview } from 'astro';
import { chromium, type Page } from 'playwright-core';
import type { ListedFile, ListedPdf } from '../src/lib/export/fill-sizes.ts';
import type { Entry } from '../src/lib/export/volume.ts';
import { addressesUnder } from '../src/lib/reader/addresses.ts';
import { scriptNames } from '../src/lib/reader/interface-text.ts';
import { type Script, scripts } from '../src/lib/script/scripts.ts';
import { findBrowser } from './find-browser.ts';
import { openBuiltSite, refuseOther } from './steps/built-site.ts';
import { listFile, writeLists } from './steps/write-downloads.ts';
import { writeOffline } from './steps/write-offline.ts';

/*
 * Print every document in both scripts by the site’s own styles for paper, and list the files with the other downloads.
 * Apart from the build: what a browser prints depends on its version and on the fonts of the machine.
 */
const { values } = parseArgs({
  options: {
    dist: { type: 'string', default: 'dist' },
    /** Only this one, and others named so; what was printed before of others stays. */
    document: { type: 'string', multiple: true },
  },
});
const executablePath = findBrowser();
if (!executablePath) {
  console.error('No browser: run `npm run setup`, or set CHROMIUM_PATH to one.');
  process.exit(1);
}
const site = openBuiltSite(values.dist);
refuseOther(site);
const { volume } = site;
const addresses = addressesUnder(site.settings.base);
const nameOf = (slug: string, script: Script) => `${slug}.${script}.pdf`;

process.env.ASTRO_TELEMETRY_DISABLED = '1';
const server = await preview({ logLevel: 'error', outDir: values.dist, server: { port: 0 } });
const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
const browser = await chromium.launch({ executablePath, args });
try {
  const context = await browser.newContext({ serviceWorkers: 'block' });
  const page = await context.newPage();
  for (const entry of volume.entries.filter(isAsked))
    for (const script of scripts)
      site.write(`downloads/${nameOf(entry.document.slug, script)}`, await print(page, entry, script));
} finally {
  await browser.close();
  await server.stop();
}

const paths = new Set(site.list());
const pdfs = volume.entries.flatMap(({ document: { slug } }) =>
  scripts.flatMap((script): ListedPdf[] => {
    const name = nameOf(slug, script);
    if (!paths.has(`downloads/${name}`)) return [];
    return [
      { ...listFile(name, site.read(`downloads/${name}`)), slug, label: `PDF（${scriptNames[script]}）` },
    ];
  }),
);
const { files } = JSON.parse(site.read('downloads/index.json').toString('utf8')) as { files: ListedFile[] };
writeLists(
  site,
  files.filter(({ name }) => !name.endsWith('.pdf')),
  pdfs,
);
// The lists are kept offline too: what was noted of them is not so any more.
console.log(await writeOffline(site));
console.log(`${pdfs.length} printed files are in downloads/.`);

function isAsked({ document: { slug } }: Entry): boolean {
  return !values.document || values.document.includes(slug);
}

async function print(page: Page, entry: Entry, script: Script): Promise<Buffer> {
  await page.goto(`http://127.0.0.1:${server.port}${addresses.document(script, entry.document.slug)}`);
  // Links lead to the site where it knows its address, and nowhere else: not to this server.
  await page.evaluate((site) => {
    for (const link of document.querySelectorAll<HTMLAnchorElement>('a[href]')) {
      const { pathname, search, hash } = new URL(link.href);
      if (link.getAttribute('href')?.startsWith('#')) continue;
      if (site) link.href = new URL(pathname + search + hash, site).href;
      else link.removeAttribute('href');
    }
  }, volume.toAddress('/'));
  return page.pdf({ format: 'A4', preferCSSPageSize: true, tagged: true, outline: true });
}
