import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  joinFiles,
  listFile,
  type OfflineFile,
  type OfflineManifest,
} from '../../src/lib/offline/manifest.ts';

/** What the worker of a built folder keeps: the manifest that it names. */
export function readOfflineManifest(folder: string): OfflineManifest {
  const worker = readFileSync(join(folder, 'sw.js'), 'utf8');
  const [, path = ''] = /(offline\/[0-9a-f]+\.json)/.exec(worker) ?? [];
  return JSON.parse(readFileSync(join(folder, path), 'utf8')) as OfflineManifest;
}

/** All that can be kept of a built folder: the lists of its groups, and what they name. */
export function readOfflineFiles(folder: string): OfflineFile[] {
  const { files, groups } = readOfflineManifest(folder);
  const lists = Object.entries(groups).map(([name, group]) => listFile(name, group));
  const read = ({ path }: OfflineFile): OfflineFile[] => JSON.parse(readFileSync(join(folder, path), 'utf8'));
  return joinFiles([files, lists, ...lists.map(read)]);
}
