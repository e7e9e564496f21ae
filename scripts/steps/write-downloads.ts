import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { takeTurn } from '../../src/content/take-turn.ts';
import { fillPdfs, fillSizes, type ListedFile, type ListedPdf } from '../../src/lib/export/fill-sizes.ts';
import { type DownloadFormat, type TextFormat, textFormats } from '../../src/lib/export/list-downloads.ts';
import { toCollectionData } from '../../src/lib/export/to-collection-data.ts';
import { toEpub, toEpubCollection } from '../../src/lib/export/to-epub.ts';
import { toMarkdown, toMarkdownCollection } from '../../src/lib/export/to-markdown.ts';
import { toPlainText, toPlainTextCollection } from '../../src/lib/export/to-plain-text.ts';
import { toSingleFile } from '../../src/lib/export/to-single-file.ts';
import { toTei, toTeiCollection } from '../../src/lib/export/to-tei.ts';
import type { Entry, Volume } from '../../src/lib/export/volume.ts';
import type { Script } from '../../src/lib/script/scripts.ts';
import type { Catalogue } from '../../src/lib/search/clause.ts';
import type { BuiltSite } from './built-site.ts';
import { bundle } from './bundle.ts';
import { copySite } from './copy-site.ts';
import type { SearchStep } from './index-search.ts';
import { zip } from './zip.ts';

/** How a document is written in each format, and the collection. */
const writers: Readonly<
  Record<
    TextFormat,
    {
      readonly one: (entry: Entry, volume: Volume) => string | Uint8Array;
      readonly all: (volume: Volume) => string | Uint8Array;
    }
  >
> = {
  txt: { one: toPlainText, all: toPlainTextCollection },
  md: { one: toMarkdown, all: toMarkdownCollection },
  'tei.xml': { one: toTei, all: toTeiCollection },
  epub: {
    one: (entry, volume) => zip(toEpub(entry, volume), ['mimetype']),
    all: (volume) => zip(toEpubCollection(volume), ['mimetype']),
  },
  json: {
    one: ({ data }) => JSON.stringify(data),
    all: (volume) => JSON.stringify(toCollectionData(volume)),
  },
};

/** The texts to take away, as they are listed. */
export type WrittenTexts = readonly ListedFile[];

/** Write what of `downloads/` is made of the content alone: each text, and all of them, in every format. */
export async function writeTexts(site: BuiltSite): Promise<WrittenTexts> {
  for (const path of site.list()) if (/^downloads\/(?!index\.html$)/.test(path)) site.clear(path);
  const { volume } = site;
  const files: ListedFile[] = [];
  for (const { name, format } of site.offer.ofCollection())
    if (isTextFormat(format)) files.push(writeFile(site, name, writers[format].all(volume)));
  for (const entry of volume.entries) {
    for (const { name, format } of site.offer.ofDocument(entry.document.slug))
      if (isTextFormat(format)) files.push(writeFile(site, name, writers[format].one(entry, volume)));
    await takeTurn();
  }
  return files;
}

/** Write what else `downloads/` has: the whole site, its lists, and the sizes and hashes into the pages that show them. */
export async function writeDownloads(
  site: BuiltSite,
  texts: WrittenTexts,
  catalogues: SearchStep['catalogues'],
): Promise<string> {
  const wholes: ListedFile[] = [];
  for (const { name, format } of site.offer.ofCollection())
    if (!isTextFormat(format) && catalogues) {
      const content =
        format === 'zip'
          ? zip(await copySite(site, site.volume, catalogues))
          : await makeSingleFile(site.volume, catalogues);
      wholes.push(writeFile(site, name, content));
    }

  const files = [...wholes, ...texts];
  // What was printed before is not of these texts any more.
  writeLists(site, files, []);
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
  return `Wrote ${files.length} files in downloads/, ${(bytes / 1e6).toFixed(2)} MB.`;
}

function isTextFormat(format: DownloadFormat): format is TextFormat {
  return textFormats.some((one) => one === format);
}

function writeFile(site: BuiltSite, name: string, content: string | Uint8Array): ListedFile {
  site.write(`downloads/${name}`, content);
  return listFile(name, content);
}

/** Write the lists of downloads, for people, for programs and for `sha256sum -c`. */
export function writeLists(site: BuiltSite, files: readonly ListedFile[], pdfs: readonly ListedPdf[]): void {
  const { edition, rights } = site.content.collection;
  const listed = [...files, ...pdfs].map(({ name, bytes, sha256 }) => ({ name, bytes, sha256 }));
  site.write('downloads/index.json', JSON.stringify({ edition, rights, files: listed }, undefined, 1));
  site.write('downloads/SHA256SUMS.txt', listed.map(({ name, sha256 }) => `${sha256}  ${name}\n`).join(''));
  for (const page of ['downloads/index.html', 'hans/downloads/index.html', 'hant/downloads/index.html']) {
    const html = fillSizes(site.read(page).toString('utf8'), files);
    site.write(page, fillPdfs(html, pdfs, `${site.settings.base}downloads/`));
  }
}

async function makeSingleFile(volume: Volume, catalogues: Readonly<Record<Script, Catalogue>>) {
  const styles = ['tokens', 'single-file'].map((name) => readFileSync(`src/styles/${name}.css`, 'utf8'));
  return toSingleFile(volume, {
    catalogues,
    script: await bundle('src/client/single-file.ts'),
    style: `@layer tokens, single;\n${styles.join('')}`,
    hash: (text) => hash(text, 'base64'),
  });
}

/** A file as it is listed. */
export function listFile(name: string, content: string | Uint8Array): ListedFile {
  return { name, bytes: Buffer.byteLength(content), sha256: hash(content, 'hex') };
}

function hash(content: string | Uint8Array, encoding: 'hex' | 'base64'): string {
  return createHash('sha256').update(content).digest(encoding);
}
