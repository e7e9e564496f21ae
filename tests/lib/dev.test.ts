import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { hostname } from 'node:os';
import { afterEach, expect, test } from 'vitest';
import { sha256 } from '../../src/lib/text/sha256.ts';
import { useSmallContent } from './small-content.ts';

const { path, edit } = useSmallContent();

let server: ChildProcess | undefined;
afterEach(async () => {
  if (!server || server.exitCode !== null) return;
  server.kill('SIGINT');
  await once(server, 'exit');
});

/** A port that nothing listens on. */
async function findPort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
}

/** Start the command on the content of the test; returns what it printed, as far as it came. */
function start(port: number): () => string {
  let printed = '';
  // Astro's server takes itself for a part of the tests where they say that they run.
  const { VITEST: _, NODE_ENV: __, ...env } = process.env;
  const given = ['scripts/dev.ts', '--content', path(), '--port', String(port)];
  server = spawn(process.execPath, given, { env });
  for (const stream of [server.stdout, server.stderr])
    stream?.on('data', (data) => {
      printed += data;
    });
  return () => printed;
}

const bounded = { timeout: 40_000, interval: 50 };

test('what an editor changes is imported and shown, and what is refused is said while the pages stay', {
  timeout: 90_000,
}, async () => {
  const port = await findPort();
  const ask = async (place: string) => {
    const answer = await fetch(`http://127.0.0.1:${port}${place}`, {
      signal: AbortSignal.timeout(20_000),
    }).catch(() => undefined);
    return answer ? `${answer.status} ${await answer.text()}` : '';
  };
  const broken = (text: string) => text.replace('lines: 3,', 'lines: 2-9,');
  const mended = (text: string) => text.replace('lines: 2-9,', 'lines: 3,');
  const recipe = 'sources/ferry/recipe.yaml';

  // Content that is refused from the start: nothing can be shown but why.
  edit(recipe, broken);
  const printed = start(port);
  await expect.poll(() => ask('/hans/ferry/'), bounded).toMatch(/^503 .*import\/lines Unexpected lines 2–9/s);
  edit(recipe, mended);
  await expect.poll(() => ask('/hans/ferry/'), bounded).toMatch(/^200 .*渡船每日四班。/s);
  expect(printed()).toContain(`http://127.0.0.1:${port}/dev/`);
  expect(await ask('/dev/hans/ferry/')).toMatch(
    /^200 .*src="\/hans\/sources\/ferry\/".*src="\/hans\/ferry\/"/s,
  );
  expect(await ask('/dev/hans/none/')).toMatch(/^404 /);
  // What a build writes beside its pages is answered as well.
  expect(await ask('/data/ferry.json')).toMatch(/^200 .*渡船每日四班。/s);
  expect(await ask('/data/cite/ferry.bib')).toMatch(/^200 @online\{ferry,/);
  expect(await ask('/hans/ferry.print.css')).toMatch(/^200 .*--running: "河谷 · 渡口"/s);
  expect(await ask('/data/none.json')).toMatch(/^404 /);
  expect(await ask('/dev/')).toMatch(/^200 .*href="\/dev\/report\/ferry\/"/s);
  expect(await ask('/dev/report/ferry/')).toMatch(/^200 .*src="\/dev\/report\/ferry\/page\/"/s);
  expect(await ask('/dev/report/ferry/page/')).toMatch(/^200 .*Imported\..*渡船每日四班。<td>ferry#p1/s);

  // The terminal, the pages and what listens to them say where it is refused; what was good stays.
  const events = await fetch(`http://127.0.0.1:${port}/dev/events/`);
  const reader = events.body?.getReader();
  const next = async () => new TextDecoder().decode((await reader?.read())?.value);
  expect(await next()).toContain('"refusals":[]');
  edit(recipe, broken);
  expect(await next()).toMatch(/recipe\.yaml:12:30 import\/lines Unexpected lines 2–9/);
  expect(printed()).toMatch(/recipe\.yaml:12:30 import\/lines [\s\S]*\nNothing was written: 2 to mend\.\n$/);
  expect(await ask('/hans/ferry/')).toMatch(/^200 .*渡船每日四班。/s);

  // A change of the recipe is a change of the page.
  edit(recipe, (text) => mended(text).replace('name: 样本', 'name: 渡口的告示'));
  expect(await next()).toContain('"refusals":[]');
  expect(await ask('/hans/ferry/')).toContain('渡口的告示');
  // Of a command that was killed the lock is left: once it is removed, there is nothing else to save.
  writeFileSync(path('.import-lock'), JSON.stringify({ process: 2 ** 22 + 1, host: hostname() }));
  edit(recipe, (text) => text.replace('渡口的告示', '桥头的告示'));
  expect(await next()).toMatch(/import\/locked .*does not run any more/);
  rmSync(path('.import-lock'));
  expect(await next()).toContain('"refusals":[]');
  await reader?.cancel();

  // A source that is new and refused is waited for; the others stay, also for one who begins now.
  const notice = '告示\n\n桥已修好。（下转第5版）\n';
  mkdirSync(path('sources/bridge'));
  writeFileSync(path('sources/bridge/source.txt'), notice);
  const ferry = readFileSync(path(recipe), 'utf8');
  writeFileSync(
    path('sources/bridge/recipe.yaml'),
    ferry.replace('slug: ferry', 'slug: bridge').replace(/sha256: .*/, `sha256: ${sha256(notice)}`),
  );
  server?.kill('SIGINT');
  expect(await once(server as ChildProcess, 'exit')).toEqual([0, null]);
  start(port);
  await expect.poll(() => ask('/hans/ferry/'), bounded).toMatch(/^200 .*渡船每日四班。/s);
  expect(await ask('/dev/')).toMatch(/bridge: not imported yet.*href="\/dev\/report\/bridge\/"/s);
  expect(await ask('/dev/report/bridge/page/')).toMatch(
    /Not imported\..*import\/unmarked-gap .*bridge: text/s,
  );
  expect(await ask('/dev/report/ferry/page/')).toMatch(
    /Not imported now: something else is refused.*Refused elsewhere: 1/s,
  );
  edit('sources/bridge/source.txt', (text) => text.replace('（下转第5版）', ''));
  edit('sources/bridge/recipe.yaml', (text) =>
    text.replace(/sha256: .*/, `sha256: ${sha256(notice.replace('（下转第5版）', ''))}`),
  );
  await expect.poll(() => ask('/hans/bridge/'), bounded).toMatch(/^200 .*桥已修好。/s);

  // The first edition is still to be published: the one that pages name is not in the content.
  expect(existsSync(path('editions'))).toBe(false);
  expect(readFileSync(path('documents/ferry.md'), 'utf8')).toContain('渡船');
  server?.kill('SIGINT');
  expect(await once(server as ChildProcess, 'exit')).toEqual([0, null]);
});
