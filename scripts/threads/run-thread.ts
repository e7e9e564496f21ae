import { Worker } from 'node:worker_threads';

/** Megabytes that a thread may take: by itself it takes no more than a collection of some thousand documents needs. */
const maxOldGenerationSizeMb = 8192;

const running = new Set<Worker>();

/**
 * Run one of this folder's modules in a thread of its own, and take what it posts at its end.
 * @throws what it throws
 */
export function runThread<Given, Answer>(name: string, given: Given): Promise<Answer> {
  const worker = new Worker(new URL(name, import.meta.url), {
    workerData: given,
    resourceLimits: { maxOldGenerationSizeMb },
  });
  running.add(worker);
  return new Promise((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', (code) => {
      running.delete(worker);
      reject(new Error(`${name} ended with ${code} and said nothing.`));
    });
  });
}

/** End the threads that still run, where one has failed: nothing is written after that. */
export async function endThreads(): Promise<void> {
  await Promise.all([...running].map((worker) => worker.terminate()));
}
