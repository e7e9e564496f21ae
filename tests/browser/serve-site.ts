import { spawn } from 'node:child_process';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the built site is served, with a slash at the end. */
    siteUrl: string;
  }
}

/** Serve dist/ for the browser tests, by the command a reader uses. */
export default async function serveSite(project: TestProject): Promise<() => void> {
  const server = spawn(process.execPath, ['scripts/serve.ts', '--port', '4399'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const url = await new Promise<string>((resolve, reject) => {
    let printed = '';
    server.stdout.on('data', (data: Buffer) => {
      printed += data;
      const found = /served at (\S+)/.exec(printed)?.[1];
      if (found) resolve(found);
    });
    server.on('exit', (code) => reject(new Error(`scripts/serve.ts ended with ${code}: ${printed}`)));
  });
  project.provide('siteUrl', url);
  return () => {
    server.kill();
  };
}
