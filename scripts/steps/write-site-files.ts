import { listSiteFiles } from '../../src/content/site-files.ts';
import type { BuiltSite } from './built-site.ts';

/** Write what is made of the content alone and is no page: see `listSiteFiles`. */
export function writeSiteFiles(site: BuiltSite): string {
  let files = 0;
  for (const { path, make } of listSiteFiles(site.content, site.settings)) {
    site.write(path, make());
    files += 1;
  }
  return `Wrote ${files} files of data, citations and print styles.`;
}
