import { defineConfig } from 'vitest/config';

/** Three kinds of tests: the library, the built site in dist/, and a browser on the served site. */
export default defineConfig({
  test: {
    root: new URL('..', import.meta.url).pathname,
    // One more than the cores that are expected: tests of the browser wait a third of their time.
    maxWorkers: 3,
    projects: [
      { test: { name: 'lib', include: ['tests/lib/**/*.test.ts'], testTimeout: 20_000 } },
      { test: { name: 'site', include: ['tests/site/**/*.test.ts'] } },
      {
        test: {
          name: 'browser',
          include: ['tests/browser/**/*.test.ts'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
          expect: { poll: { timeout: 8_000 } },
          globalSetup: ['tests/browser/serve-site.ts'],
        },
      },
    ],
  },
});
