import { readDocuments, readRelationsData } from '../../src/content/content-files.ts';
import { loadSources } from '../../src/content/load-collections.ts';
import { toSourceLines } from '../../src/lib/export/to-source-lines.ts';
import type { Volume } from '../../src/lib/export/volume.ts';
import { toSourceText } from '../../src/lib/text/source-text.ts';
import type { BuiltSite } from './built-site.ts';

/** All that the downloads are made of: the built data, and what of `content/` it does not have. */
export function readVolume({ settings, content, index, documents, collection, convert }: BuiltSite): Volume {
  const relations = readRelationsData(content);
  const read = new Map(readDocuments(content).map((document) => [document.slug, document]));
  const lines = new Map(
    loadSources(content).flatMap(({ id, ledger, text }) => [
      ...toSourceLines(ledger, toSourceText(id, `${content}/sources/${id}/source.txt`, text)),
    ]),
  );
  const find = <Value>(value: Value | undefined, name: string): Value => {
    if (value) return value;
    throw new Error(`dist/ has ${name}, which content/ has not: run \`npm run build\`.`);
  };
  return {
    collection,
    index,
    relations,
    convert,
    toAddress: createAddresses(settings.site, settings.base),
    entries: documents.map((data) => {
      const { slug } = data;
      const document = find(read.get(slug), slug);
      const source = find(
        index.sources.find(({ id }) => id === data.source),
        data.source,
      );
      const blocks = document.blocks.map(({ id }) => [id, lines.get(`${slug}#${id}`) ?? []] as const);
      const collations = relations.witnesses.filter(({ base }) => base === slug);
      return { document, data, source, lines: new Map(blocks), collations };
    }),
  };
}

/** Addresses under the site's own, if it knows that one. */
function createAddresses(site: string | undefined, base: string): Volume['toAddress'] {
  return (path) => (site ? new URL(base + path.replace(/^\//, ''), site).href : undefined);
}
