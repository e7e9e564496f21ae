import { movePolicy } from '../../src/lib/site-lint/move-policy.ts';
import { trimIndents } from '../../src/lib/site-lint/trim-indents.ts';
import type { BuiltSite } from './built-site.ts';

/**
 * Put each page's policy before all that it is about, have it load its script itself, and leave the indents of the
 * templates out.
 */
export function finishPages(site: Pick<BuiltSite, 'list' | 'read' | 'write' | 'clear'>): string {
  const paths = site.list();
  const pages = paths.filter((path) => path.endsWith('.html'));
  const relays = listRelays(site, paths);
  for (const path of pages) {
    const html = site.read(path).toString('utf8');
    site.write(path, trimIndents(movePolicy(relays.reduce(skipRelay, html))));
  }
  for (const { path } of relays) site.clear(path);
  return `Put the policy first in ${pages.length} pages, and left their indents out.`;
}

/** A script that does nothing but load another beside it. */
interface Relay {
  readonly path: string;
  readonly loads: string;
}

/** The bundler makes such for what several pages share: a page that waits for one waits twice. */
function listRelays(site: Pick<BuiltSite, 'read'>, paths: readonly string[]): Relay[] {
  return paths
    .filter((path) => path.startsWith('_astro/') && path.endsWith('.js'))
    .flatMap((path) => {
      const [, name] = /^import\s*["']\.\/([\w.-]+)["'];?\s*$/.exec(site.read(path).toString('utf8')) ?? [];
      return name ? [{ path, loads: `_astro/${name}` }] : [];
    });
}

function skipRelay(html: string, { path, loads }: Relay): string {
  return html.replaceAll(`${path}"></script>`, `${loads}"></script>`);
}
