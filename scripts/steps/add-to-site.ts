import { runThread } from '../threads/run-thread.ts';
import { type BuiltSite, openBuiltSite } from './built-site.ts';
import { drawImages } from './draw-images.ts';
import { finishPages } from './finish-pages.ts';
import { indexSearch, type SearchStep } from './index-search.ts';
import { describeLinted, isTakenAway, type Linted, lintSite } from './lint-site.ts';
import { readVolume } from './read-volume.ts';
import { writeDownloads } from './write-downloads.ts';
import { writeDts } from './write-dts.ts';
import { writeOffline } from './write-offline.ts';

/**
 * Add to a built folder what is made of it, step by step, and say what was done.
 * @param index the search, where it was indexed beside the pages
 * @throws Error with what an editor or a setting has wrong.
 */
export async function addToSite(
  dist: string,
  say: (done: string) => void,
  index: (site: BuiltSite) => Promise<SearchStep> = indexSearch,
): Promise<void> {
  const site = openBuiltSite(dist);
  say(finishPages(site));
  const { catalogues, done } = await index(site);
  say(done);
  // They stand now: this takes as long as all that follows.
  const pages = runThread<string, Linted>('lint-pages.ts', dist);
  // What it finds is thrown where it is waited for, also where another step fails before.
  pages.catch(() => {});
  say(await drawImages(site));
  const volume = readVolume(site);
  say(await writeDownloads(site, volume, catalogues));
  say(writeDts(site, volume));
  say(await writeOffline(site));
  say(describeLinted([await pages, lintSite(site, isTakenAway)]));
}
