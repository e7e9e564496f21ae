import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { withLockedContent } from '../../scripts/lock-content.ts';
import { importContent } from '../../scripts/steps/import-content.ts';
import { readCollection } from '../../src/content/content-files.ts';
import { useSmallContent } from './small-content.ts';

const { path, run, edit } = useSmallContent();

/** Every file of the content with its text, but for the recipes. */
function readAll(): Map<string, string> {
  return new Map(
    readdirSync(path(), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name !== 'recipe.yaml')
      .map(({ parentPath, name }) => [join(parentPath, name), readFileSync(join(parentPath, name), 'utf8')]),
  );
}
const rename = () => edit('sources/ferry/recipe.yaml', (text) => text.replace('slug: ferry', 'slug: boat'));
const lock = () => path('.import-lock');
const describeHolder = (holder: object) =>
  writeFileSync(
    lock(),
    JSON.stringify({ command: 'import.ts', host: hostname(), since: '2031-05-03T08:00:00.000Z', ...holder }),
  );
const exitOf = async (child: ChildProcess) =>
  child.exitCode ?? (await once(child, 'exit').then(([code]) => code as number));

describe('a lock', () => {
  test('is gone after a command, whether it was done or refused', () => {
    expect(run('import').status).toBe(0);
    expect(existsSync(lock())).toBe(false);
    edit('sources/ferry/recipe.yaml', (text) => text.replace('lines: 3,', 'lines: 2-9,'));
    expect(run('import').status).toBe(1);
    expect(existsSync(lock())).toBe(false);
  });

  test('of a process that has ended is named, with how to get rid of it; nothing is written', async () => {
    const ended = spawn(process.execPath, ['-e', '']);
    await exitOf(ended);
    describeHolder({ process: ended.pid });
    rename();
    const before = readAll();
    for (const command of ['import', 'relate', 'edition']) {
      const { status, stderr } = run(command);
      expect(stderr).toMatch(
        /\.import-lock import\/locked Unexpected lock of import\.ts \(process \d+ on .*, since 2031-05-03T08:00:00\.000Z\), which does not run any more, expected .* remove this file\.\n/,
      );
      expect(stderr).not.toMatch(/ {4}at /);
      expect(status).toBe(1);
    }
    expect(readAll()).toEqual(before);
    rmSync(lock());
    expect(run('import').status).toBe(0);
    expect(existsSync(path('documents/boat.md'))).toBe(true);
  });

  test('of a command at work is waited for, as long as is sensible', { timeout: 40_000 }, async () => {
    rename();
    describeHolder({ process: process.pid });
    const waiting = spawn(process.execPath, ['scripts/import.ts', '--content', path()]);
    await new Promise((done) => setTimeout(done, 1_500));
    expect(waiting.exitCode).toBe(null);
    expect(existsSync(path('documents/boat.md'))).toBe(false);
    rmSync(lock());
    expect(await exitOf(waiting)).toBe(0);
    expect(existsSync(path('documents/boat.md'))).toBe(true);

    describeHolder({ process: process.pid });
    expect(run('relate').stderr).toMatch(/import\/locked .*, which has not ended, expected /);
  });

  test('keeps many commands at once from taking each other’s files', { timeout: 60_000 }, async () => {
    rename();
    const given = ['import', 'relate', 'import', 'relate', 'import', 'import'];
    const faults: string[] = [];
    const all = given.map((command) => {
      const child = spawn(process.execPath, [`scripts/${command}.ts`, '--content', path()]);
      child.stderr.on('data', (data) => faults.push(String(data)));
      return child;
    });
    expect(await Promise.all(all.map(exitOf))).toEqual(given.map(() => 0));
    expect(faults).toEqual([]);
    expect(readdirSync(path()).filter((name) => name.startsWith('.'))).toEqual([]);
    expect(readdirSync(path('documents'))).toEqual(['boat.md']);
    expect(run('check-ledger').status).toBe(0);
  });

  test('is taken once by one process', () => {
    expect(withLockedContent(path(), () => withLockedContent(path(), () => existsSync(lock())))).toBe(true);
    expect(existsSync(lock())).toBe(false);
  });
});

/** Kill this process with the so-manieth change of a file from now on, in the middle of a command. */
const killer = (path: string) => `
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
let left = Number(process.env.STEPS);
for (const name of ['renameSync', 'rmSync', 'writeFileSync', 'mkdirSync']) {
  const real = fs[name];
  fs[name] = (...given) => {
    if (String(given[0]).startsWith(${JSON.stringify(path)}) && left-- <= 0) process.kill(process.pid, 'SIGKILL');
    return real(...given);
  };
}
syncBuiltinESMExports();
`;

describe('a command that is killed', () => {
  test('between any two of its steps leaves the content as before, or to be completed by the next', {
    timeout: 120_000,
  }, () => {
    const before = readAll();
    const recipe = readFileSync(path('sources/ferry/recipe.yaml'), 'utf8');
    rename();
    importContent(path());
    const after = readAll();
    const kill = path('..', 'kill.mjs');
    writeFileSync(kill, killer(path()));
    const outcomes = new Set<string>();
    for (let steps = 0; ; steps += 1) {
      // From what was before, once more.
      writeFileSync(path('sources/ferry/recipe.yaml'), recipe);
      importContent(path());
      expect(readAll()).toEqual(before);
      rename();
      const { signal, status } = spawnSync(
        process.execPath,
        ['--import', kill, 'scripts/import.ts', '--content', path()],
        { env: { ...process.env, STEPS: String(steps) } },
      );
      if (signal === null) {
        expect(status).toBe(0);
        break;
      }
      rmSync(lock(), { force: true });
      // Whoever only reads is not shown half of it.
      const isPlanned = existsSync(path('.import-staging', 'plan.json'));
      if (isPlanned) expect(() => readCollection(path())).toThrow(/import\/unfinished .*npm run import/);
      // What completes it makes nothing anew: another recipe is refused at once.
      edit('sources/ferry/recipe.yaml', (text) => text.replace('kind: notice', 'kind: none'));
      expect(() => importContent(path())).toThrow(/import\/kind/);
      edit('sources/ferry/recipe.yaml', (text) => text.replace('kind: none', 'kind: notice'));
      const found = readAll();
      expect([...found.keys()].filter((name) => name.includes('.import'))).toEqual([]);
      const outcome = JSON.stringify([...found]) === JSON.stringify([...before]) ? 'before' : 'after';
      expect(found).toEqual(outcome === 'before' ? before : after);
      if (isPlanned) expect(outcome).toBe('after');
      outcomes.add(outcome);
    }
    expect([...outcomes]).toEqual(['before', 'after']);
  });

  test('leaves no plan that leads elsewhere', () => {
    const plan = (written: readonly string[]) => {
      mkdirSync(path('.import-staging', 'new'), { recursive: true });
      writeFileSync(path('.import-staging', 'plan.json'), JSON.stringify({ written, removed: [] }));
    };
    for (const place of ['../beside.md', 'sources/ferry/source.txt', 'documents/../../x.md', '/etc/x.md']) {
      plan([place]);
      expect(() => importContent(path())).toThrow(/import\/write Unexpected plan of files/);
    }
    plan(['documents/ferry.md']);
    importContent(path());
    expect(existsSync(path('.import-staging'))).toBe(false);
  });
});

describe('what cannot be written', () => {
  test('for want of room leaves the content as it was', () => {
    rename();
    edit('sources/ferry/recipe.yaml', (text) => text.replace('kind: page', 'kind: page\nallow: []'));
    const before = readAll();
    // No file may grow beyond a kilobyte; the ledger does.
    const long = '渡船照常。'.repeat(2_000);
    const command = `ulimit -f 1; exec "$0" --eval '
      import("./scripts/write-generated.ts").then(({ writeGenerated }) => {
        try { writeGenerated(process.argv[1], new Map([["documents/a.md", "x"], ["documents/b.md", process.argv[2]]]), { documents: ".md" }); }
        catch (error) { console.log(error.message); }
      })' "$1" "$2"`;
    const { stdout } = spawnSync('bash', ['-c', command, process.execPath, path(), long], {
      encoding: 'utf8',
    });
    expect(stdout).toMatch(/import\/write Unexpected fault while writing \(EFBIG.*Nothing was changed\./);
    expect(readAll()).toEqual(before);
  });

  test('since a folder stands there leaves the content as it was', () => {
    rename();
    mkdirSync(path('documents/boat.md'));
    const before = readAll();
    expect(() => importContent(path())).toThrow(/import\/write Unexpected folder in the place of/);
    expect(readAll()).toEqual(before);
  });

  test.skipIf(process.getuid?.() !== 0)(
    'for want of leave leaves the content as it was, and what is unchanged is imported all the same',
    () => {
      const someone = 65_534;
      const asSomeone = (command: string) =>
        spawnSync(process.execPath, [`scripts/${command}.ts`, '--content', path()], {
          encoding: 'utf8',
          uid: someone,
          gid: someone,
        });
      chmodSync(path('..'), 0o755);
      expect(asSomeone('import').status).toBe(0);
      rename();
      const before = readAll();
      const { stderr, status } = asSomeone('import');
      expect(stderr).toMatch(/import\/write Unexpected fault while writing \(EACCES.*Nothing was changed\./);
      expect(status).toBe(1);
      expect(readAll()).toEqual(before);
      // In a folder that may be written there is one that may not.
      chownSync(path(), someone, someone);
      expect(asSomeone('import').stderr).toMatch(/import\/write .*EACCES/);
      expect(readAll()).toEqual(before);
    },
  );
});
