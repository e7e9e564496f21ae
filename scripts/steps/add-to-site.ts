import type { LintedPages } from '../threads/lint-pages.ts';
import { runThread } from '../threads/run-thread.ts';
import { type BuiltSite, openBuiltSite, refuseOther } from './built-site.ts';
import { drawImages } from './draw-images.ts';
import { indexSearch, type SearchStep } from './index-search.ts';
import { describeLinted, isLinted, type Linted, lintSite } from './lint-site.ts';
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
  // Most pages stand now, and looking at them takes as long as all that follows.
  const early = new Set(site.list().filter((path) => isLinted(path) && !isTakenAway(path)));
  const pages = lintBeside(dist, [...early]);
  // What it finds is thrown where it is waited for, also where another step fails before.
  pages.catch(() => {});
  refuseOther(site, dist);
  const { catalogues, done } = await index(site);
  say(done);
  say(await drawImages(site));
  const volume = readVolume(site);
  say(await writeDownloads(site, volume, catalogues));
  say(writeDts(site, volume));
  say(await writeOffline(site));
  const late = site.list().filter((path) => !early.has(path));
  say(describeLinted([...(await pages), lintSite(site, late)]));
}

/** Lint files in two threads, each the half of them: the machine's cores are used. */
function lintBeside(dist: string, paths: readonly string[]): Promise<Linted[]> {
  const halves = [0, 1].map((half) => paths.filter((_, place) => place % 2 === half));
  return Promise.all(
    halves.map((of) => runThread<LintedPages, Linted>('lint-pages.ts', { dist, paths: of })),
  );
}

/** Whether a page is written anew while what is taken away is made. */
function isTakenAway(path: string): boolean {
  return /^(?:\w+\/)?downloads\//.test(path);
}
