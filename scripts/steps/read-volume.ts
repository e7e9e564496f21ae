import { toAddressUnder } from '../../src/content/settings.ts';
import { toSourceLines } from '../../src/lib/export/to-source-lines.ts';
import type { Volume } from '../../src/lib/export/volume.ts';
import type { BuiltSite } from './built-site.ts';

/** All that the downloads are made of. */
export function readVolume({
  settings,
  content,
  index,
  documents,
}: Pick<BuiltSite, 'settings' | 'content' | 'index' | 'documents'>): Volume {
  const { collection, convert, relations } = content;
  const sources = new Map(index.sources.map((source) => [source.id, source]));
  const lines = new Map(
    index.sources.flatMap(({ id }) => {
      const { ledger, source } = content.readSource(id);
      return [...toSourceLines(ledger, source)];
    }),
  );
  return {
    collection,
    index,
    relations,
    convert,
    toAddress: toAddressUnder(settings),
    entries: content.documents.flatMap((document, place) => {
      const { slug, blocks } = document;
      const [data, source] = [documents[place], sources.get(document.source)];
      if (!data || !source) return [];
      const linesOf = blocks.map(({ id }) => [id, lines.get(`${slug}#${id}`) ?? []] as const);
      const collations = relations.witnesses.filter(({ base }) => base === slug);
      return { document, data, source, lines: new Map(linesOf), collations };
    }),
  };
}
