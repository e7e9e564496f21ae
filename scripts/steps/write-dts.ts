import { toDts } from '../../src/lib/export/to-dts.ts';
import type { BuiltSite } from './built-site.ts';

/** Paragraphs above which a section is the smallest unit that has files: of a document, and of the collection. */
const limits = { document: 200, collection: 10_000 };

/** Write `data/dts/`: the collection for programs, by the protocol of Distributed Text Services. */
export function writeDts(site: BuiltSite): string {
  site.clear('data/dts');
  if (!site.offer.isFull) return 'Wrote no data/dts/: there are more documents than FORMAT_LIMIT.';
  const { volume } = site;
  const root = volume.toAddress('/') ?? site.settings.base;
  const files = toDts(volume, {
    root: `${root}data/dts/`,
    toDownload: (name) => `${root}downloads/${name}`,
    limits,
  });
  for (const { path, content } of files) site.write(`data/dts/${path}`, content);
  return `Wrote ${files.length} answers in data/dts/.`;
}
