import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { OfflineManifest } from '../../src/lib/offline/manifest.ts';

/** What the worker of a built folder keeps: the manifest that it names. */
export function readOfflineManifest(folder: string): OfflineManifest {
  const worker = readFileSync(join(folder, 'sw.js'), 'utf8');
  const [, path = ''] = /(offline\/[0-9a-f]+\.json)/.exec(worker) ?? [];
  return JSON.parse(readFileSync(join(folder, path), 'utf8')) as OfflineManifest;
}
