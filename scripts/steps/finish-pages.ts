import { movePolicy } from '../../src/lib/site-lint/move-policy.ts';
import { trimIndents } from '../../src/lib/site-lint/trim-indents.ts';
import type { BuiltSite } from './built-site.ts';
import { isLinted, isTakenAway, type Linted, lintSite } from './lint-site.ts';

/** Pages that are as readers get them. */
export interface FinishedPages {
  /** What has been looked at; what is written anew later is not among it. */
  readonly linted: Linted;
  readonly paths: readonly string[];
  /** What was done, in words. */
  readonly done: string;
}

/** A script that does nothing but load another beside it. */
interface Relay {
  readonly path: string;
  readonly loads: string;
}

/**
 * Put each page's policy before all that it is about, have it load its script itself, and leave the indents of the
 * templates out; then hold it to the lint. Finished pages stay as they are.
 * @throws Error with what the lint finds
 */
export function finishPages(site: Pick<BuiltSite, 'list' | 'read' | 'write' | 'settings'>): FinishedPages {
  const all = site.list();
  const relays = listRelays(site, all);
  const pages = all.filter((path) => path.endsWith('.html'));
  for (const path of pages) {
    const html = site.read(path).toString('utf8');
    const finished = trimIndents(movePolicy(relays.reduce(skipRelay, html)));
    if (finished !== html) site.write(path, finished);
  }
  const paths = all.filter((path) => isLinted(path) && !isTakenAway(path));
  const done = `Put the policy first in ${pages.length} pages, and left their indents out.`;
  return { linted: lintSite(site, paths), paths, done };
}

/** The bundler makes such for what several pages share: a page that waits for one waits twice. They stay where they are. */
function listRelays({ read }: Pick<BuiltSite, 'read'>, paths: readonly string[]): Relay[] {
  return paths
    .filter((path) => path.startsWith('_astro/') && path.endsWith('.js'))
    .flatMap((path) => {
      const [, name] = /^import\s*["']\.\/([\w.-]+)["'];?\s*$/.exec(read(path).toString('utf8')) ?? [];
      return name ? [{ path, loads: `_astro/${name}` }] : [];
    });
}

function skipRelay(html: string, { path, loads }: Relay): string {
  return html.replaceAll(`${path}"></script>`, `${loads}"></script>`);
}
