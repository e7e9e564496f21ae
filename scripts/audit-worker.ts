import { parentPort, workerData } from 'node:worker_threads';
import { auditContent } from '../src/content/audit-content.ts';

/** The audit of a folder's scripts, beside the building of its pages. */
parentPort?.postMessage(auditContent(workerData as string));
