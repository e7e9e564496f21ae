import { Worker } from 'node:worker_threads';

/** Megabytes that a thread may take: by itself it takes no more than a collection of some thousand documents needs. */
const maxOldGenerationSizeMb = 8192;

/**
 * Run one of this folder's modules in a thread of its own, and take what it posts at its end.
 * @throws what it throws
 */
export function runThread<Given, Answer>(name: string, given: Given): Promise<Answer> {
  const worker = new Worker(new URL(name, import.meta.url), {
    workerData: given,
    resourceLimits: { maxOldGenerationSizeMb },
  });
  return new Promise((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`${name} ended with ${code} and said nothing.`)));
  });
}
