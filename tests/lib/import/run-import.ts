import { spawn } from 'node:child_process';

export interface ImportRun {
  readonly status: number | null;
  readonly stderr: string;
  /** Of the processor, since other programs may keep it waiting. */
  readonly seconds: number;
  /** The most memory it held at a time, in bytes. */
  readonly memory: number;
}

/** Reports on a fourth pipe, so that what the command prints stays as it is. */
const report = `data:text/javascript,${encodeURIComponent(
  "import { writeSync } from 'node:fs'; process.on('exit', () => writeSync(3, JSON.stringify(process.resourceUsage())))",
)}`;

/** Run `npm run import` on a content folder as a process, which is ended after two minutes if it hangs. */
export function runImport(content: string): Promise<ImportRun> {
  const child = spawn(
    process.execPath,
    ['--max-old-space-size=800', '--import', report, 'scripts/import.ts', '--content', content],
    { stdio: ['ignore', 'ignore', 'pipe', 'pipe'], timeout: 120_000, killSignal: 'SIGKILL' },
  );
  let [stderr, usage] = ['', '{}'];
  child.stdio[2]?.on('data', (bytes: Buffer) => {
    stderr += bytes;
  });
  child.stdio[3]?.on('data', (bytes: Buffer) => {
    usage = String(bytes);
  });
  return new Promise((resolve) => {
    child.on('close', (status) => {
      const { userCPUTime = Number.NaN, systemCPUTime = 0, maxRSS = Number.NaN } = JSON.parse(usage);
      resolve({ status, stderr, seconds: (userCPUTime + systemCPUTime) / 1e6, memory: maxRSS * 1024 });
    });
  });
}
