import { listSiteFiles } from '../../src/content/site-files.ts';
import { takeTurn } from '../../src/content/take-turn.ts';
import type { BuiltSite } from './built-site.ts';

/** Write what is made of the content alone and is no page: see `listSiteFiles`. */
export async function writeSiteFiles(site: BuiltSite): Promise<string> {
  let files = 0;
  for (const { path, make } of listSiteFiles(site.content, site.settings)) {
    site.write(path, make());
    files += 1;
    await takeTurn();
  }
  return `Wrote ${files} files of data, citations and print styles.`;
}
