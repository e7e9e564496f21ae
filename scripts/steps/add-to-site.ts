import type { RenderedPages } from '../threads/finish-pages.ts';
import { runThread } from '../threads/run-thread.ts';
import type { BuiltSite } from './built-site.ts';
import { drawImages } from './draw-images.ts';
import { listRelays } from './finish-pages.ts';
import { indexSearch, type SearchStep } from './index-search.ts';
import { describeLinted, isLinted, isTakenAway, type Linted, lintSite } from './lint-site.ts';
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
  site: BuiltSite,
  say: (done: string) => void,
  index: (site: BuiltSite) => Promise<SearchStep> = indexSearch,
): Promise<void> {
  const all = site.list();
  const early = all.filter(isLinted);
  const pages = finishBeside({ dist: site.folder, paths: early, relays: listRelays(site, all) });
  // What it finds is thrown where it is waited for, also where another step fails before.
  pages.catch(() => {});
  const { catalogues, done } = await index(site);
  say(done);
  say(await drawImages(site));
  const volume = readVolume(site);
  const linted = await pages;
  say(`Put the policy first in ${early.filter(isPage).length} pages, and left their indents out.`);
  say(await writeDownloads(site, volume, catalogues));
  say(writeDts(site, volume));
  say(await writeOffline(site));
  const known = new Set(early);
  const late = site.list().filter((path) => !known.has(path) || isTakenAway(path));
  say(describeLinted([...linted, lintSite(site, late)]));
}

const isPage = (path: string) => path.endsWith('.html');

/** Finish and lint pages in two threads, each the half of them: the machine's cores are used. */
function finishBeside({ paths, ...pages }: RenderedPages): Promise<Linted[]> {
  const halves = [0, 1].map((half) => paths.filter((_, place) => place % 2 === half));
  return Promise.all(
    halves.map((of) => runThread<RenderedPages, Linted>('finish-pages.ts', { ...pages, paths: of })),
  );
}
