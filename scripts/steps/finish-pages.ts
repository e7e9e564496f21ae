import { movePolicy } from '../../src/lib/site-lint/move-policy.ts';
import { trimIndents } from '../../src/lib/site-lint/trim-indents.ts';
import type { BuiltSite } from './built-site.ts';

/** Put each page's policy before all that it is about, and leave the indents of the templates out; finished pages stay as they are. */
export function finishPages(site: BuiltSite): string {
  const pages = site
    .list()
    .filter((path) => path.endsWith('.html') && !path.startsWith('downloads/collection'));
  for (const path of pages) {
    const html = site.read(path).toString('utf8');
    const finished = trimIndents(movePolicy(html));
    if (finished !== html) site.write(path, finished);
  }
  return `Put the policy first in ${pages.length} pages, and left their indents out.`;
}
