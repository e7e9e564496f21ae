import { type AstroIntegration, dev } from 'astro';
import { DevAnswers } from './answer-dev.ts';
import type { ContentState } from './content-state.ts';

type Setup = Parameters<NonNullable<AstroIntegration['hooks']['astro:server:setup']>>[0];

/** Shows in every page of the site what is refused, over the foot of it; beside its source, the page around says it. */
const banner = `
if (import.meta.hot && window.top === window) {
  const banner = document.createElement('pre');
  banner.style.cssText = 'position: fixed; inset: auto 0 0; z-index: 99; margin: 0; padding: .5rem 1rem; max-block-size: 50vh; overflow: auto; white-space: pre-wrap; background: #a00; color: #fff; font-size: 14px';
  banner.dataset.refused = '';
  import.meta.hot.on('duben:refused', ({ refusals }) => {
    banner.textContent = refusals.join('\\n');
    if (refusals.length > 0) document.body.append(banner); else banner.remove();
  });
  import.meta.hot.send('duben:opened');
}`;

/**
 * Serve the site as it is made, with pages of its own under `dev/` that show a source beside its documents. Those pages
 * are answered here and are no part of the site: a build has none of them.
 */
export async function serveDev(state: ContentState, port: number, base: string) {
  const answers = new DevAnswers(state, base);
  let setup: Setup | undefined;
  const integration: AstroIntegration = {
    name: 'duben-dev',
    hooks: {
      'astro:config:setup': ({ injectScript }) => injectScript('page', banner),
      'astro:server:setup': (given) => {
        setup = given;
        // A page that is opened while something is refused says so as well.
        client()?.on('duben:opened', tell);
        given.server.middlewares.stack.unshift({ route: '', handle: answers.handle });
      },
    },
  };
  const client = () => setup?.server.environments.client.hot;
  /** Say in every open page what is refused. */
  const tell = () => {
    client()?.send('duben:refused', { refusals: state.refusals });
    answers.tell();
  };
  const { address } = await dev({ logLevel: 'error', server: { port }, integrations: [integration] });
  return {
    port: address.port,
    /** Take up content that was imported: what the pages had read of it before is forgotten. */
    async refresh() {
      await setup?.refreshContent?.({});
      for (const environment of Object.values(setup?.server.environments ?? {}))
        if ('runner' in environment) (environment.runner as { clearCache(): void }).clearCache();
      client()?.send({ type: 'full-reload', path: '*' });
      tell();
    },
    tell,
  };
}
