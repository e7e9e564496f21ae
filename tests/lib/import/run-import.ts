import { spawn } from 'node:child_process';

export interface ImportRun {
  readonly status: number | null;
  readonly stderr: string;
  readonly seconds: number;
  /** The most memory it held at a time, in bytes. */
  readonly memory: number;
}

/** Reports on a fourth pipe, so that what the command prints stays as it is. */
const reportMemory =
  "data:text/javascript,import{writeSync}from'node:fs';process.on('exit',()=>writeSync(3,String(process.resourceUsage().maxRSS*1024)))";

/** Run `npm run import` on a content folder as a process, which ends after 30 s in any case. */
export function runImport(content: string): Promise<ImportRun> {
  const start = performance.now();
  const child = spawn(
    process.execPath,
    ['--max-old-space-size=800', '--import', reportMemory, 'scripts/import.ts', '--content', content],
    { stdio: ['ignore', 'ignore', 'pipe', 'pipe'], timeout: 30_000, killSignal: 'SIGKILL' },
  );
  let [stderr, memory] = ['', ''];
  child.stdio[2]?.on('data', (bytes: Buffer) => {
    stderr += bytes;
  });
  child.stdio[3]?.on('data', (bytes: Buffer) => {
    memory += bytes;
  });
  return new Promise((resolve) => {
    child.on('close', (status) =>
      resolve({ status, stderr, seconds: (performance.now() - start) / 1000, memory: Number(memory) }),
    );
  });
}
