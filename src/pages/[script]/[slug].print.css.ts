import type { APIContext } from 'astro';
import {
  getCollectionTexts,
  getConverter,
  getSource,
  getTheCollection,
  listDocumentPaths,
  toAbsolute,
} from '../../content/site.ts';
import { toColophon } from '../../lib/export/to-colophon.ts';
import { toPrintStyle } from '../../lib/export/to-print-style.ts';
import type { Script } from '../../lib/script/scripts.ts';
import type { Document } from '../../schemas/document.ts';

export const getStaticPaths = listDocumentPaths;

/** What a document’s pages carry in their margins when they are printed. */
export async function GET({ props }: APIContext<{ script: Script; document: Document }>) {
  const { script, document } = props;
  const { recipe, ledger } = await getSource(document.source);
  const source = { name: recipe.name, sha256: ledger.sha256 };
  const collection = await getTheCollection();
  const convert = await getConverter();
  const { name } = (await getCollectionTexts(script)).document(document.slug);
  const running = `${convert(collection.title, 'zh-Hans-CN', script)} · ${name}`;
  const colophon = toColophon({ document, source }, { collection, convert, toAddress: toAbsolute }, script);
  return new Response(toPrintStyle(running, colophon), {
    headers: { 'Content-Type': 'text/css; charset=utf-8' },
  });
}
