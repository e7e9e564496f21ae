import { Worker } from 'node:worker_threads';

/** Megabytes for what lives shortly: with Node's own few, a build spends a sixth of its time on collecting it. */
const maxYoungGenerationSizeMb = 192;
/** And for what stays: a thread has no more by itself than a small collection needs. */
const maxOldGenerationSizeMb = 8192;

/**
 * Run one of this folder's modules in a thread of its own, and take what it posts at its end.
 * @throws what it throws
 */
export function runThread<Given, Answer>(name: string, given: Given): Promise<Answer> {
  const worker = new Worker(new URL(name, import.meta.url), {
    workerData: given,
    resourceLimits: { maxYoungGenerationSizeMb, maxOldGenerationSizeMb },
  });
  return new Promise((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`${name} ended with ${code} and said nothing.`)));
  });
}
