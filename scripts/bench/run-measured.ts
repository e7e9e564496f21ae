import { execFile, spawn } from 'node:child_process';
import packageJson from '../../package.json' with { type: 'json' };

const { scripts } = packageJson;

/** How a command went. */
export interface Run {
  /** Seconds from the start to the end. */
  readonly seconds: number;
  /** The most that it and its children held in memory at once, in bytes: looked at five times a second. */
  readonly memory: number;
  /** When each line of its output came, in seconds from the start. */
  readonly lines: readonly { readonly at: number; readonly text: string }[];
}

/** Run a command of the project as `npm run` does. @throws Error where it fails, with what it said */
export async function runMeasured(
  command: 'import' | 'edition' | 'relate' | 'build',
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<Run> {
  const started = performance.now();
  const elapsed = () => (performance.now() - started) / 1000;
  const [, ...given] = scripts[command].split(' ');
  const child = spawn(process.execPath, [...given, ...args], {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const lines: { at: number; text: string }[] = [];
  let errors = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    for (const line of text.split('\n').filter(Boolean)) lines.push({ at: elapsed(), text: line });
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    errors += text;
  });
  let memory = 0;
  const timer = setInterval(async () => {
    memory = Math.max(memory, await measureTree(child.pid ?? 0));
  }, 200);
  const status = await new Promise<number | null>((resolve) => child.on('close', resolve));
  clearInterval(timer);
  if (status !== 0) throw new Error(`${command} ended with ${status}: ${errors}`);
  return { seconds: elapsed(), memory, lines };
}

/** What a process and all below it hold in memory, in bytes, as `ps` has it. */
async function measureTree(root: number): Promise<number> {
  const list = await new Promise<string>((resolve) =>
    execFile('ps', ['-A', '-o', 'pid=,ppid=,rss='], (_, stdout) => resolve(stdout)),
  );
  const rows = list
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/).map(Number) as [number, number, number]);
  const family = new Set([root]);
  // A parent may stand after its children.
  for (let before = 0; before < family.size; ) {
    before = family.size;
    for (const [pid, parent] of rows) if (family.has(parent)) family.add(pid);
  }
  return rows.reduce((sum, [pid, , kilobytes]) => (family.has(pid) ? sum + kilobytes * 1024 : sum), 0);
}
