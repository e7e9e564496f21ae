import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Headers of every answer that is a file. */
const always = {
  'x-content-type-options': 'nosniff',
  'content-security-policy': "frame-ancestors 'none'",
  'referrer-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'access-control-allow-origin': undefined,
};

/** Expected: one of these statuses, headers (undefined: none), and what stands in the body. */
export interface Expected {
  readonly status: readonly number[];
  readonly has?: string;
  readonly headers?: Readonly<Record<string, string | RegExp | undefined>>;
}

/** What is asked of a host of a built site, published under a path, and what it is to answer: what the README says. */
export function listAnswers(dist: string, base: string): [path: string, expected: Expected][] {
  const asset = readFileSync(join(dist, 'index.html'), 'utf8').match(/_astro\/[^"]+\.css/)?.[0] ?? '';
  const slug: string = JSON.parse(readFileSync(join(dist, 'data/index.json'), 'utf8')).documents[0].slug;
  const source: string = JSON.parse(readFileSync(join(dist, 'data/index.json'), 'utf8')).sources[0].id;
  const page = { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-cache', ...always };
  const is = (type: string | RegExp, headers: Expected['headers'] = {}): Expected => ({
    status: [200],
    headers: { ...always, 'cache-control': 'no-cache', 'content-type': type, ...headers },
  });
  const missing: Expected = { status: [404], has: '<h1>404</h1>', headers: page };
  // Some refuse to climb above their root, some do not climb; there is nothing beside the site.
  const aside = { status: [400, 404] };
  const script = /^(?:application|text)\/javascript; charset=utf-8$/;
  const open = { 'access-control-allow-origin': '*', 'cross-origin-resource-policy': 'cross-origin' };
  const zipped = { 'content-encoding': 'gzip', vary: 'Accept-Encoding' };
  return [
    [base, { status: [200], has: '<choose-script>', headers: { ...page, ...zipped } }],
    [`${base}hans/${slug}/`, { status: [200], has: 'id="title"', headers: { ...page, ...zipped } }],
    [`${base}hans/${slug}`, { status: [301, 308], headers: { location: `${base}hans/${slug}/` } }],
    [`${base}hans/search/?q=%3Cscript%3E`, { status: [200], has: '<clause-search', headers: page }],
    [`${base}nowhere/`, missing],
    [`${base}data/`, missing],
    // What is not there must not be remembered for good.
    [`${base}_astro/nothing.css`, missing],
    [
      `${base}${asset}`,
      is('text/css; charset=utf-8', { 'cache-control': 'public, max-age=31536000, immutable' }),
    ],
    [`${base}sw.js`, is(script, zipped)],
    [`${base}pagefind/pagefind-worker.js`, is(script, zipped)],
    [`${base}hans/app.webmanifest`, is('application/manifest+json')],
    [`${base}hans/feed.xml`, is('application/atom+xml; charset=utf-8')],
    [`${base}data/edition.json`, is('application/json', open)],
    [`${base}data/${slug}.json`, is('application/json', { ...open, ...zipped })],
    [`${base}data/cite/${slug}.csl.json`, is('application/vnd.citationstyles.csl+json', open)],
    [`${base}data/cite/${slug}.bib`, is('application/x-bibtex; charset=utf-8', open)],
    [`${base}data/cite/${slug}.ris`, is('application/x-research-info-systems; charset=utf-8', open)],
    [`${base}data/dts/index.json`, is('application/ld+json', open)],
    [`${base}data/dts/document/${slug}.xml`, is('application/tei+xml; charset=utf-8', open)],
    [`${base}data/sources/${source}.txt`, is('text/plain; charset=utf-8', { ...open, ...zipped })],
    [`${base}downloads/${slug}.tei.xml`, is('application/tei+xml; charset=utf-8', { ...open, ...zipped })],
    [`${base}downloads/${slug}.md`, is('text/markdown; charset=utf-8', open)],
    [`${base}downloads/${slug}.epub`, is('application/epub+zip', open)],
    [`${base}downloads/site.zip`, is('application/zip', open)],
    [`${base}share/${slug}.png`, is('image/png', { 'cross-origin-resource-policy': 'cross-origin' })],
    [`${base}icon.svg`, is('image/svg+xml')],
    // Nothing but the site.
    [`${base}.hidden`, missing],
    [`${base}..%2fbeside.txt`, aside],
    [`${base}%2e%2e/beside.txt`, aside],
    [`${base}../beside.txt`, aside],
    [`${base}..%5cbeside.txt`, aside],
    [`${base}hans/..%2f..%2f..%2fbeside.txt`, aside],
    [`${base}hans/../../../beside.txt`, aside],
  ];
}
