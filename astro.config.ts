import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'astro/config';
import { readSettings } from './src/content/settings.ts';
import { pageTransition } from './src/lib/reader/page-transition.ts';

const settings = readSettings();
const everyPage = fileURLToPath(new URL('src/client/every-page.ts', import.meta.url));

/**
 * What every page loads at once is one file, though other entries share modules with it: one request instead of fifteen,
 * and a fourteenth smaller, compressed.
 */
function toOneFile(id: string, modules: Modules): string | null {
  const ids = new Set([everyPage]);
  for (const each of ids)
    for (const imported of modules.getModuleInfo(each)?.importedIds ?? []) ids.add(imported);
  return ids.has(id) ? 'page' : null;
}
interface Modules {
  getModuleInfo(id: string): { readonly importedIds: readonly string[] } | null;
}

/**
 * What a script needs that is loaded when there is use for it is asked for together with it, in fewer bytes than by Vite's
 * own helper: no style comes that way here, and what does not load says so itself.
 */
const preload = `
const asked = new Set();
export const __vitePreload = (load, paths = []) => {
  for (const path of paths) {
    if (asked.has(path)) continue;
    asked.add(path);
    const link = document.createElement('link');
    link.rel = 'modulepreload';
    link.href = new URL('../' + path, import.meta.url);
    document.head.append(link);
  }
  return load();
};`;

export default defineConfig({
  ...(settings.site && { site: settings.site }),
  base: settings.base,
  trailingSlash: 'always',
  server: { host: '127.0.0.1', port: 4321 },
  // Spaces between inline elements are text here: HTML is left as written.
  compressHTML: false,
  build: { format: 'directory', inlineStylesheets: 'never' },
  markdown: { syntaxHighlight: false },
  devToolbar: { enabled: false },
  vite: {
    plugins: [
      {
        name: 'small-preload',
        enforce: 'pre',
        load: (id) => (id.endsWith('vite/preload-helper.js') ? preload : undefined),
      },
    ],
    build: {
      assetsInlineLimit: 0,
      modulePreload: false,
      rolldownOptions: { output: { codeSplitting: { groups: [{ name: toOneFile }] } } },
    },
  },
  security: {
    csp: {
      styleDirective: { hashes: [`sha256-${createHash('sha256').update(pageTransition).digest('base64')}`] },
      directives: [
        "default-src 'none'",
        "img-src 'self' data:",
        "font-src 'self'",
        "connect-src 'self'",
        "manifest-src 'self'",
        "worker-src 'self'",
        "base-uri 'none'",
        "form-action 'self'",
      ],
    },
  },
});
