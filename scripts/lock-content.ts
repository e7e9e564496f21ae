import { closeSync, lstatSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { constants, hostname } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { ImportError } from '../src/lib/import/index.ts';
import { finishWriting } from './write-generated.ts';

/** Who is writing a folder of content. */
interface Holder {
  readonly command: string;
  readonly process: number;
  readonly host: string;
  readonly since: string;
}

/** Milliseconds to wait for another command: most are done in less. */
const patience = { all: 10_000, each: 100 };
/** How many work under a lock of this process, by content folder. */
const held = new Map<string, number>();

/**
 * Read and write a folder of content while no other command does: two at once would take each other's files away. What
 * a command that was stopped has left half written is completed first. Where nothing may be written at all, nothing is
 * locked: reading does no harm.
 * @throws ImportError `import/locked` where another command does not end
 */
export function withLockedContent<Result>(content: string, work: () => Result): Result {
  const place = resolve(content);
  const release = held.has(place) ? () => {} : take(content);
  held.set(place, (held.get(place) ?? 0) + 1);
  try {
    if (held.get(place) === 1) finishWriting(content);
    return work();
  } finally {
    const left = (held.get(place) ?? 1) - 1;
    if (left > 0) held.set(place, left);
    else {
      held.delete(place);
      release();
    }
  }
}

function take(content: string): () => void {
  const file = join(content, '.import-lock');
  const until = Date.now() + patience.all;
  // A signal ends the process only after what is being done: files would be left half moved, and the lock with them.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    if (process.listenerCount(signal) === 0)
      process.once(signal, () => process.exit(128 + constants.signals[signal]));
  for (;;) {
    try {
      writeHolder(file);
      return () => rmSync(file, { force: true });
    } catch (error) {
      const { code = '' } = error as NodeJS.ErrnoException;
      // Nothing can be written here, or there is no such folder: whoever reads or writes says so.
      if (['EACCES', 'EPERM', 'EROFS', 'ENOENT', 'ENOTDIR'].includes(code)) return () => {};
      if (code !== 'EEXIST')
        throw refuse(
          file,
          'import/write',
          `Unexpected fault while writing (${(error as Error).message}), expected room and leave to write. Nothing was changed.`,
        );
    }
    const holder = readHolder(file);
    // Unless it has ended in good order meanwhile.
    if (holder && isGone(holder) && readHolder(file)?.since === holder.since)
      throw refuseLocked(file, holder, 'which does not run any more');
    if (Date.now() > until) throw refuseLocked(file, holder, 'which has not ended');
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, patience.each);
  }
}

/** Take the file if nobody has: only one can. */
function writeHolder(file: string): void {
  const [, script = ''] = process.argv;
  const holder: Holder = {
    command: basename(script),
    process: process.pid,
    host: hostname(),
    since: new Date().toISOString(),
  };
  const opened = openSync(file, 'wx');
  try {
    writeSync(opened, JSON.stringify(holder));
  } catch (error) {
    rmSync(file, { force: true });
    throw error;
  } finally {
    closeSync(opened);
  }
}

/** Undefined where it is gone by now, is only being written, or says nothing. */
function readHolder(file: string): Holder | undefined {
  try {
    if (!lstatSync(file).isFile()) return undefined;
    const { command, process: id, host, since } = JSON.parse(readFileSync(file, 'utf8'));
    return { command: String(command), process: Number(id), host: String(host), since: String(since) };
  } catch {
    return undefined;
  }
}

/** Whether a process of this machine has ended; of another machine nobody can tell. */
function isGone({ process: id, host }: Holder): boolean {
  if (host !== hostname() || !Number.isInteger(id) || id < 1) return false;
  // This process holds none when it asks: one of the same number did, before the machine was started again.
  if (id === process.pid) return true;
  try {
    process.kill(id, 0);
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH';
  }
}

function refuseLocked(file: string, holder: Holder | undefined, state: string): ImportError {
  const who = holder
    ? `of ${holder.command} (process ${holder.process} on ${holder.host}, since ${holder.since}), ${state}`
    : 'of a command that has not said which';
  return refuse(
    file,
    'import/locked',
    `Unexpected lock ${who}, expected one command at a time to write the content. Wait for it; if it does not run, remove this file.`,
  );
}

function refuse(file: string, rule: string, message: string): ImportError {
  return new ImportError([{ file, rule, message }]);
}
