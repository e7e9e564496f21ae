import { movePolicy } from '../../src/lib/site-lint/move-policy.ts';
import { trimIndents } from '../../src/lib/site-lint/trim-indents.ts';
import type { BuiltSite } from './built-site.ts';

/** A script that does nothing but load another beside it. */
export interface Relay {
  readonly path: string;
  readonly loads: string;
}

/**
 * Put each page's policy before all that it is about, have it load its script itself, and leave the indents of the
 * templates out; finished pages stay as they are.
 * @param paths of which those of pages count
 */
export function finishPages(
  { read, write }: Pick<BuiltSite, 'read' | 'write'>,
  paths: readonly string[],
  relays: readonly Relay[],
): void {
  for (const path of paths.filter((path) => path.endsWith('.html'))) {
    const html = read(path).toString('utf8');
    const finished = trimIndents(movePolicy(relays.reduce(skipRelay, html)));
    if (finished !== html) write(path, finished);
  }
}

/** The bundler makes such for what several pages share: a page that waits for one waits twice. They stay where they are. */
export function listRelays({ read }: Pick<BuiltSite, 'read'>, paths: readonly string[]): Relay[] {
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
