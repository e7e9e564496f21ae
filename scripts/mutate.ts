import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { mutatedFiles } from '../tests/mutants/index.ts';
import type { Mutant } from '../tests/mutants/mutant.ts';

/*
 * Put each slip of tests/mutants into a copy of the project, one at a time, and see that the tests named with it fail. The
 * code itself is never touched.
 */
const { values } = parseArgs({
  options: {
    /** Only mutants of files whose path has this in it. */
    only: { type: 'string', default: '' },
  },
});

type Result = 'killed' | 'survived' | 'invalid';

interface Task {
  readonly file: string;
  readonly tests: readonly string[];
  readonly mutant: Mutant;
}

/** How many copies are tested at once: each has a Node of its own and a worker. */
const atOnce = 2;
/** A slip may make a loop that never ends; no run of these tests takes this long. */
const limit = 120_000;

const tasks = mutatedFiles
  .filter(({ file }) => file.includes(values.only))
  .flatMap(({ file, tests, mutants }) => mutants.map((mutant): Task => ({ file, tests, mutant })));
if (tasks.length === 0) {
  console.error(`No mutants of ${values.only}.`);
  process.exit(1);
}

const start = performance.now();
const copies = Array.from({ length: atOnce }, copyProject);
const results: Result[] = [];
try {
  // Tests that fail by themselves kill everything.
  const tests = [...new Set(tasks.flatMap((task) => task.tests))];
  if ((await run(copies[0] ?? '', tests)) !== 'survived') {
    console.error('The tests fail without any mutant: run `npm run test:lib`.');
    process.exitCode = 1;
  } else {
    const queue = tasks.values();
    await Promise.all(
      copies.map(async (copy) => {
        for (const task of queue) results.push(await tryMutant(copy, task));
      }),
    );
  }
} finally {
  for (const copy of copies) rmSync(copy, { recursive: true, force: true });
}
const count = (result: Result) => results.filter((each) => each === result).length;
const minutes = ((performance.now() - start) / 60_000).toFixed(1);
console.log(
  `${count('killed')} of ${tasks.length} mutants killed, ${count('survived')} survived, ${count('invalid')} invalid, in ${minutes} min.`,
);
if (count('killed') < tasks.length) process.exitCode = 1;

async function tryMutant(copy: string, { file, tests, mutant }: Task): Promise<Result> {
  const path = join(copy, file);
  const code = readFileSync(path, 'utf8');
  const isOnce = code.split(mutant.find).length === 2;
  let result: Result = 'invalid';
  if (isOnce) {
    writeFileSync(
      path,
      code.replace(mutant.find, () => mutant.put),
    );
    result = await run(copy, tests);
    writeFileSync(path, code);
  }
  const why = isOnce ? mutant.why : 'the text does not stand in the file exactly once';
  console.log(`${result.padEnd(8)}  ${file}  ${JSON.stringify(mutant.find.slice(0, 60))}: ${why}`);
  return result;
}

/** A folder with what the tests of the library read. */
function copyProject(): string {
  const copy = mkdtempSync(join(tmpdir(), 'duben-mutants-'));
  for (const path of ['src', 'tests', 'content', 'scripts', 'package.json', 'tsconfig.json'])
    cpSync(path, join(copy, path), { recursive: true });
  symlinkSync(resolve('node_modules'), join(copy, 'node_modules'), 'junction');
  return copy;
}

/** Run tests in a copy: a mutant survives where all pass; where none can be run, it is no code. */
async function run(copy: string, tests: readonly string[]): Promise<Result> {
  const report = join(copy, 'report.json');
  rmSync(report, { force: true });
  const vitest = [
    ...['node_modules/vitest/vitest.mjs', 'run', '--config', 'tests/vitest.config.ts', '--project', 'lib'],
    ...['--bail', '1', '--maxWorkers', '1', '--reporter', 'json', '--outputFile', report, ...tests],
  ];
  const child = spawn(process.execPath, vitest, { cwd: copy, stdio: 'ignore' });
  const timer = setTimeout(() => child.kill('SIGKILL'), limit);
  const status = await new Promise<number | null>((end) => child.on('exit', end));
  clearTimeout(timer);
  if (status === 0) return 'survived';
  // Killed by the clock: it never ended.
  if (status === null) return 'killed';
  try {
    const { numFailedTests } = JSON.parse(readFileSync(report, 'utf8')) as { numFailedTests: number };
    return numFailedTests > 0 ? 'killed' : 'invalid';
  } catch {
    return 'invalid';
  }
}
