import { titleOf } from '../lib/reader/summarise.ts';
import { type SourcePage, toSourcePage } from '../lib/reader/to-source-page.ts';
import type { Script } from '../lib/script/scripts.ts';
import type { SiteContent } from './read-content.ts';

export interface DescribedSource {
  readonly page: SourcePage;
  /** Of its documents, by slug, in their order. */
  readonly titles: ReadonlyMap<string, string>;
}

/** What a source's page says of it in a script. */
export function describeSource(content: SiteContent, id: string, script: Script): DescribedSource {
  const { recipe } = content.source(id);
  const { convert, collection } = content;
  const titles = new Map(
    content
      .documentsOf(id)
      .map((document) => [document.slug, convert(titleOf(document), document.lang, script)]),
  );
  const kindName = collection.sourceKinds[recipe.kind] ?? recipe.kind;
  const { source, ledger } = content.readSource(id);
  return { titles, page: toSourcePage({ titles, source, recipe, ledger, script, convert, kindName }) };
}
