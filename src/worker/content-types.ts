/** What files are, by the end of their names: kept files have no headers of a server. */
const types: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  json: 'application/json; charset=utf-8',
  webmanifest: 'application/manifest+json; charset=utf-8',
  'feed.xml': 'application/atom+xml; charset=utf-8',
  xml: 'application/xml; charset=utf-8',
  txt: 'text/plain; charset=utf-8',
  woff2: 'font/woff2',
  wasm: 'application/wasm',
  svg: 'image/svg+xml',
  png: 'image/png',
  bib: 'text/plain; charset=utf-8',
  ris: 'text/plain; charset=utf-8',
};

/** The Content-Type of a file of the site, by its path. */
export function contentType(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return types[name] ?? types[name.slice(name.lastIndexOf('.') + 1)] ?? 'application/octet-stream';
}
