import { createHash } from 'node:crypto';
import { parseArgs } from 'node:util';
import { preview } from 'astro';
import { chromium } from 'playwright-core';
import { fillPdfs, type ListedPdf } from '../src/lib/export/fill-sizes.ts';
import { toColophon } from '../src/lib/export/to-colophon.ts';
import type { Entry } from '../src/lib/export/volume.ts';
import { addressesUnder } from '../src/lib/reader/addresses.ts';
import { scriptNames } from '../src/lib/reader/interface-text.ts';
import { scripts } from '../src/lib/script/scripts.ts';
import { findBrowser } from './find-browser.ts';
import { openBuiltSite } from './steps/built-site.ts';
import { readVolume } from './steps/read-volume.ts';

/*
 * Print every document in both scripts, and list the files with the other downloads. Apart from the build: what a browser
 * prints depends on its version and on the fonts of the machine.
 */
const { values } = parseArgs({
  options: {
    dist: { type: 'string', default: 'dist' },
    content: { type: 'string', default: 'content' },
    /** Only this one, and others named so. */
    document: { type: 'string', multiple: true },
  },
});
const executablePath = findBrowser();
if (!executablePath) {
  console.error('No browser: run `npm run setup`, or set CHROMIUM_PATH to one.');
  process.exit(1);
}
const site = openBuiltSite(values.dist, values.content);
const volume = readVolume(site);
const addresses = addressesUnder(site.base);

process.env.ASTRO_TELEMETRY_DISABLED = '1';
const server = await preview({ logLevel: 'error', outDir: values.dist, server: { port: 0 } });
const browser = await chromium.launch({
  executablePath,
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
});
const context = await browser.newContext({ serviceWorkers: 'block' });
const page = await context.newPage();
const files: ListedPdf[] = [];
for (const entry of volume.entries.filter(isAsked))
  for (const script of scripts) {
    const { slug } = entry.document;
    await page.goto(`http://127.0.0.1:${server.port}${addresses.document(script, slug)}`);
    const colophon = toColophon(entry, volume, script).map(({ key, value }) => `${key}：${value}`);
    const content = await page.pdf({
      format: 'A4',
      margin: { top: '20mm', bottom: '24mm', left: '20mm', right: '20mm' },
      tagged: true,
      outline: true,
      displayHeaderFooter: true,
      headerTemplate: '<span></span>',
      footerTemplate: toFooter(colophon.slice(3)),
    });
    const name = `${slug}.${script}.pdf`;
    site.write(`downloads/${name}`, content);
    const sha256 = createHash('sha256').update(content).digest('hex');
    files.push({ slug, label: `PDF（${scriptNames[script]}）`, name, bytes: content.length, sha256 });
  }
await browser.close();
await server.stop();
for (const path of ['downloads/index.html', 'hans/downloads/index.html', 'hant/downloads/index.html'])
  site.write(
    path,
    fillPdfs(
      site.read(path).toString('utf8'),
      files,
      volume.toAddress('/downloads/') ?? `${addresses.root}downloads/`,
    ),
  );
console.log(`Printed ${files.length} files in downloads/.`);

function isAsked({ document: { slug } }: Entry): boolean {
  return !values.document || values.document.includes(slug);
}

/** What goes with the text, at the foot of each page. */
function toFooter(lines: readonly string[]): string {
  const text = lines.join('　').replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return `<div style="font-size:6px;line-height:1.5;margin:0 20mm;color:#555;width:100%"><p style="margin:0;text-align:center;font-size:8px"><span class="pageNumber"></span> / <span class="totalPages"></span></p><p style="margin:0">${text}</p></div>`;
}
