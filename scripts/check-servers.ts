import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { get, type IncomingMessage } from 'node:http';
import { createServer } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { type Expected, listAnswers } from './steps/expected-answers.ts';

/* Serve a built site by the examples in deploy/ with the servers that are here, at the root and under a path, and hold their answers to what the README says. */

interface Server {
  readonly name: 'nginx' | 'caddy';
  readonly example: string;
  readonly commands: readonly string[];
  readonly version: string;
  readonly install: string;
  /** Start it with the example, of which only what it says is to be corrected is changed. */
  start(command: string, root: string, base: string, port: number): ChildProcess;
}

const folder = mkdtempSync(join(tmpdir(), 'duben-servers-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));

const servers: readonly Server[] = [
  {
    name: 'nginx',
    example: 'deploy/nginx.conf',
    commands: ['nginx', '/usr/sbin/nginx'],
    version: '-v',
    install: 'nginx-light',
    start: startNginx,
  },
  {
    name: 'caddy',
    example: 'deploy/Caddyfile',
    commands: ['caddy'],
    version: 'version',
    install: 'caddy',
    start: startCaddy,
  },
];
const { values } = parseArgs({ options: { only: { type: 'string' } } });
const asked = servers.filter(
  ({ name }) => values.only === undefined || values.only.split(',').includes(name),
);
if (asked.length === 0) {
  console.error(`No server ${values.only}, expected ${servers.map(({ name }) => name).join(' or ')}.`);
  process.exit(1);
}
const found = asked.flatMap((server) => {
  const command = server.commands.find((name) => spawnSync(name, [server.version]).status === 0);
  if (command) return [{ server, command }];
  console.log(
    `${server.name} is missing: ${server.example} was not checked. Install it (on Debian: apt-get install ${server.install}).`,
  );
  return [];
});

const faults: string[] = [];
for (const base of found.length > 0 ? ['/', '/x/'] : []) {
  build(base);
  for (const { server, command } of found) await check(server, command, base);
}
for (const fault of faults) console.error(fault);
if (faults.length > 0) process.exit(1);

function rootOf(base: string): string {
  return join(folder, base === '/' ? 'root' : 'path');
}

function build(base: string): void {
  const options = ['--base', base, '--dist', join(rootOf(base), base), '--site', 'https://texts.example'];
  const built = spawnSync(process.execPath, ['scripts/build.ts', ...options], { encoding: 'utf8' });
  if (built.status !== 0) throw new Error(built.stderr);
  // What stands beside the site, or hidden in it, is none of it.
  writeFileSync(join(folder, 'beside.txt'), 'beside');
  cpSync(join(folder, 'beside.txt'), join(rootOf(base), base, '.hidden'));
}

async function check(server: Server, command: string, base: string): Promise<void> {
  const port = await findPort();
  const running = server.start(command, rootOf(base), base, port);
  const before = faults.length;
  let count = 0;
  try {
    await waitFor(server, running, port, base);
    for (const [path, expected] of listAnswers(join(rootOf(base), base), base)) {
      count += 1;
      hold(`${server.name} ${base} ${path}`, await ask(port, path), expected);
    }
  } finally {
    running.kill();
    if (running.exitCode === null) await once(running, 'exit');
  }
  if (faults.length === before)
    console.log(`${server.name} answers ${count} requests under ${base} as it should.`);
}

interface Answer {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  /** Its bytes, unpacked. */
  readonly body: Buffer;
}
function hold(what: string, { status, headers, body }: Answer, expected: Expected): void {
  const unexpected = (of: string, found: unknown, wanted: unknown) =>
    faults.push(`${what}  Unexpected ${of} ${found}, expected ${wanted}.`);
  if (!expected.status.includes(status)) unexpected('status', status, expected.status.join(' or '));
  for (const [name, value] of Object.entries(expected.headers ?? {}))
    if (value instanceof RegExp ? !value.test(String(headers[name])) : headers[name] !== value)
      unexpected(name, headers[name], value);
  // Which program it is and of what version is nobody's business.
  if (/\d/.test(String(headers.server ?? ''))) unexpected('server', headers.server, 'no version');
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

function startNginx(command: string, root: string, base: string, port: number): ChildProcess {
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
  return spawn(command, ['-p', folder, '-c', join(folder, 'nginx.conf'), '-e', 'stderr'], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
}

function startCaddy(command: string, root: string, base: string, port: number): ChildProcess {
  const example = readFileSync('deploy/Caddyfile', 'utf8')
    .replace(/^texts\.example \{/m, `http://127.0.0.1:${port} {`)
    .replace('root * /srv/duben', `root * ${root}`)
    .replace('rewrite * /404.html', `rewrite * ${base}404.html`);
  const file = join(folder, 'Caddyfile');
  // Nothing of its own is asked, kept or listened to besides.
  writeFileSync(file, `{\n\tadmin off\n\tauto_https off\n}\n${example}`);
  return spawn(command, ['run', '--config', file, '--adapter', 'caddyfile'], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, HOME: folder, XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder },
  });
}

async function waitFor({ name }: Server, running: ChildProcess, port: number, base: string): Promise<void> {
  let said = '';
  running.stderr?.on('data', (data: Buffer) => {
    said += data;
  });
  for (let tries = 0; tries < 100; tries += 1) {
    if (running.exitCode !== null) throw new Error(`${name} ended with ${running.exitCode}: ${said}`);
    if (await ask(port, base).catch(() => undefined)) return;
    await new Promise((wait) => setTimeout(wait, 100));
  }
  throw new Error(`${name} does not answer: ${said}`);
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
