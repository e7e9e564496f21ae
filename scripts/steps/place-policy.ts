import { movePolicy } from '../../src/lib/site-lint/move-policy.ts';
import type { BuiltSite } from './built-site.ts';

/** Put each page's policy before all that it is about; pages that have it there already stay as they are. */
export function placePolicies(site: BuiltSite): string {
  const pages = site
    .list()
    .filter((path) => path.endsWith('.html') && !path.startsWith('downloads/collection'));
  for (const path of pages) {
    const html = site.read(path).toString('utf8');
    const moved = movePolicy(html);
    if (moved !== html) site.write(path, moved);
  }
  return `Put the policy first in ${pages.length} pages.`;
}
