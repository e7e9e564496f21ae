import { defineConfig } from 'vitest/config';

/** What builds a site of its own, prints, or waits: apart, so that the others are soon done (`npm run test:long`). */
const long = [
  'tests/browser/copies.test.ts',
  'tests/browser/large.test.ts',
  'tests/browser/offline.test.ts',
  'tests/browser/payloads.test.ts',
  'tests/browser/sub-path.test.ts',
  'tests/lib/dev.test.ts',
  'tests/lib/writing.test.ts',
];

const inBrowser = {
  testTimeout: 30_000,
  hookTimeout: 60_000,
  expect: { poll: { timeout: 8_000 } },
  globalSetup: ['tests/browser/serve-site.ts'],
};

/** Modules are loaded once in a worker, not for each file: what they remember changes no result. */
const shared = { isolate: false };

/** Kinds of tests: the library, the built site in dist/, a browser on the served site, and what takes long. */
export default defineConfig({
  test: {
    root: new URL('..', import.meta.url).pathname,
    // One for each core: by itself it leaves one idle, of two.
    maxWorkers: 2,
    projects: [
      {
        test: {
          name: 'lib',
          ...shared,
          include: ['tests/lib/**/*.test.ts'],
          exclude: long,
          testTimeout: 20_000,
        },
      },
      { test: { name: 'site', ...shared, include: ['tests/site/**/*.test.ts'] } },
      { test: { name: 'browser', include: ['tests/browser/**/*.test.ts'], exclude: long, ...inBrowser } },
      { test: { name: 'long', include: long, ...inBrowser } },
    ],
  },
});
