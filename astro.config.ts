import { defineConfig } from 'astro/config';

/**
 * `SITE_URL` is the site's own address (canonical links need it), `BASE_PATH` the path it is published under.
 * Both are settings of a build: nothing in the content depends on them.
 */
export default defineConfig({
  site: process.env.SITE_URL || undefined,
  base: process.env.BASE_PATH || '/',
  trailingSlash: 'always',
  server: { host: '127.0.0.1', port: 4321 },
  // Spaces between inline elements are text here: HTML is left as written.
  compressHTML: false,
  build: { format: 'directory', inlineStylesheets: 'never' },
  markdown: { syntaxHighlight: false },
  devToolbar: { enabled: false },
  vite: { build: { assetsInlineLimit: 0, modulePreload: false } },
  security: {
    csp: {
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
