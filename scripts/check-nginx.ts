import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { get, type IncomingMessage } from 'node:http';
import { createServer } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join, resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';

/* Serve a built site by deploy/nginx.conf with the nginx that is here, at the root and under a path, and hold its answers to what the README says. */

const nginx = ['nginx', '/usr/sbin/nginx'].find((command) => spawnSync(command, ['-v']).status === 0);
if (!nginx) {
  console.log(
    'nginx is missing: deploy/nginx.conf was not checked. Install it (on Debian: apt-get install nginx-light).',
  );
  process.exit(0);
}

const folder = mkdtempSync(join(tmpdir(), 'duben-nginx-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
const faults: string[] = [];
/** Headers of every answer that is a file. */
const always = {
  'x-content-type-options': 'nosniff',
  'content-security-policy': "frame-ancestors 'none'",
  'referrer-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'access-control-allow-origin': undefined,
  server: 'nginx',
};

for (const base of ['/', '/x/']) await check(base);
for (const fault of faults) console.error(fault);
if (faults.length > 0) process.exit(1);

async function check(base: string): Promise<void> {
  const root = join(folder, base === '/' ? 'root' : 'path');
  const options = ['--base', base, '--dist', join(root, base), '--site', 'https://texts.example'];
  const built = spawnSync(process.execPath, ['scripts/build.ts', ...options], { encoding: 'utf8' });
  if (built.status !== 0) throw new Error(built.stderr);
  // What stands beside the site, or hidden in it, is none of it.
  writeFileSync(join(folder, 'beside.txt'), 'beside');
  cpSync(join(folder, 'beside.txt'), join(root, base, '.hidden'));
  const port = await findPort();
  const server = await start(nginx ?? '', root, base, port);
  const before = faults.length;
  let asked = 0;
  try {
    for (const [path, expected] of answers(base)) {
      asked += 1;
      hold(`${base} ${path}`, await ask(port, path), expected);
    }
  } finally {
    server.kill();
    await once(server, 'exit');
  }
  if (faults.length === before) console.log(`nginx answers ${asked} requests under ${base} as it should.`);
}

interface Answer {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  /** Its bytes, unpacked. */
  readonly body: Buffer;
}
/** Expected: a status, headers (undefined: none), and what stands in the body. */
interface Expected {
  readonly status: number;
  readonly has?: string;
  readonly headers?: Readonly<Record<string, string | undefined>>;
}

/** What is asked, and what is to be answered. */
function answers(base: string): [path: string, expected: Expected][] {
  const dist = join(folder, base === '/' ? 'root' : 'path', base);
  const asset = readFileSync(join(dist, 'index.html'), 'utf8').match(/_astro\/[^"]+\.css/)?.[0] ?? '';
  const slug: string = JSON.parse(readFileSync(join(dist, 'data/index.json'), 'utf8')).documents[0].slug;
  const source: string = JSON.parse(readFileSync(join(dist, 'data/index.json'), 'utf8')).sources[0].id;
  const page = { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-cache', ...always };
  const is = (type: string, headers: Expected['headers'] = {}): Expected => ({
    status: 200,
    headers: { ...always, 'cache-control': 'no-cache', 'content-type': type, ...headers },
  });
  const missing = { status: 404, has: '<h1>404</h1>', headers: page };
  // nginx refuses to climb above its root; below a path there is nothing beside the site.
  const aside = base === '/' ? { status: 400 } : missing;
  const open = { 'access-control-allow-origin': '*', 'cross-origin-resource-policy': 'cross-origin' };
  const zipped = { 'content-encoding': 'gzip', vary: 'Accept-Encoding' };
  return [
    [base, { status: 200, has: '<choose-script>', headers: { ...page, ...zipped } }],
    [`${base}hans/${slug}/`, { status: 200, has: 'id="title"', headers: { ...page, ...zipped } }],
    [`${base}hans/${slug}`, { status: 301, headers: { location: `${base}hans/${slug}/` } }],
    [`${base}hans/search/?q=%3Cscript%3E`, { status: 200, has: '<clause-search', headers: page }],
    [`${base}nowhere/`, missing],
    [`${base}data/`, missing],
    [
      `${base}${asset}`,
      is('text/css; charset=utf-8', { 'cache-control': 'public, max-age=31536000, immutable' }),
    ],
    [`${base}sw.js`, is('application/javascript; charset=utf-8', zipped)],
    [`${base}pagefind/pagefind-worker.js`, is('application/javascript; charset=utf-8', zipped)],
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
    [`${base}..%5cbeside.txt`, missing],
    [`${base}hans/..%2f..%2f..%2fbeside.txt`, { status: 400 }],
    [`${base}hans/../../../beside.txt`, { status: 400 }],
  ];
}

function hold(what: string, { status, headers, body }: Answer, expected: Expected): void {
  const unexpected = (of: string, found: unknown, wanted: unknown) =>
    faults.push(`${what}  Unexpected ${of} ${found}, expected ${wanted}.`);
  if (status !== expected.status) unexpected('status', status, expected.status);
  for (const [name, value] of Object.entries(expected.headers ?? {}))
    if (headers[name] !== value) unexpected(name, headers[name], value);
  if (expected.has && !body.includes(expected.has)) unexpected('body without', expected.has, 'it there');
  if (body.toString() === 'beside') unexpected('answer', 'from beside the site', 'none');
}

/** Ask as a browser does, but with the path as it is written. */
function ask(port: number, path: string): Promise<Answer> {
  return new Promise((answer, fail) => {
    get({ host: '127.0.0.1', port, path, headers: { 'accept-encoding': 'gzip' } }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () => {
        const { statusCode: status = 0, headers } = response;
        const body = Buffer.concat(parts);
        answer({ status, headers, body: headers['content-encoding'] === 'gzip' ? gunzipSync(body) : body });
      });
    }).on('error', fail);
  });
}

/** Start nginx with the example, of which only the three lines marked `correct` are changed. */
async function start(command: string, root: string, base: string, port: number) {
  const example = readFileSync('deploy/nginx.conf', 'utf8')
    .replace('listen 80;', `listen 127.0.0.1:${port};`)
    .replace(/root .*; # correct/, `root ${root};`)
    .replace('set $base /;', `set $base ${base};`);
  writeFileSync(join(folder, 'duben.conf'), example);
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (name) => `${name}_temp_path ${folder};`,
  );
  const conf = [
    ...(userInfo().uid === 0 ? ['user root;'] : []),
    `pid ${join(folder, 'nginx.pid')};`,
    'daemon off; events {}',
    `http { include ${findTypes()}; access_log off; ${temporary.join(' ')} include ${join(folder, 'duben.conf')}; }`,
  ];
  writeFileSync(join(folder, 'nginx.conf'), conf.join('\n'));
  const server = spawn(command, ['-p', folder, '-c', join(folder, 'nginx.conf'), '-e', 'stderr'], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  server.stderr.on('data', (data: Buffer) => {
    said += data;
  });
  for (let tries = 0; tries < 50; tries += 1) {
    if (server.exitCode !== null) throw new Error(`nginx ended with ${server.exitCode}: ${said}`);
    if (await ask(port, base).catch(() => undefined)) return server;
    await new Promise((wait) => setTimeout(wait, 100));
  }
  server.kill();
  throw new Error(`nginx does not answer: ${said}`);
}

/** The table of types that nginx brings along. */
function findTypes(): string {
  const places = [
    '/etc/nginx/mime.types',
    '/usr/local/etc/nginx/mime.types',
    '/opt/homebrew/etc/nginx/mime.types',
  ];
  return resolve(places.find((place) => existsSync(place)) ?? 'mime.types');
}

async function findPort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address ? address.port : 0;
}
