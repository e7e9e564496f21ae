import type { BuiltSite } from './built-site.ts';
import { drawImages } from './draw-images.ts';
import { type FinishedPages, finishPages } from './finish-pages.ts';
import { indexSearch, type SearchStep } from './index-search.ts';
import { describeLinted, isLinted, lintSite } from './lint-site.ts';
import { type WrittenTexts, writeDownloads, writeTexts } from './write-downloads.ts';
import { writeDts } from './write-dts.ts';
import { writeOffline } from './write-offline.ts';

/** What was made of the pages, and of the content beside them, before a folder holds both. */
export interface EarlySteps {
  readonly pages: FinishedPages;
  readonly search: SearchStep;
  readonly texts: WrittenTexts;
}

/**
 * Add to a built folder what is made of it, step by step, and say what was done.
 * @param early what is there already
 * @throws Error with what an editor or a setting has wrong.
 */
export async function addToSite(
  site: BuiltSite,
  say: (done: string) => void,
  early?: EarlySteps,
): Promise<void> {
  const { pages, search, texts } = early ?? {
    pages: finishPages(site),
    search: await indexSearch(site),
    texts: await writeTexts(site),
  };
  for (const { done } of [pages, search]) say(done);
  say(await drawImages(site));
  say(await writeDownloads(site, texts, search.catalogues));
  say(writeDts(site));
  say(await writeOffline(site));
  const known = new Set(pages.paths);
  const late = site.list().filter((path) => isLinted(path) && !known.has(path));
  say(describeLinted([pages.linted, lintSite(site, late)]));
}
