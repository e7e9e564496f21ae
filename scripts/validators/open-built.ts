import { readdirSync } from 'node:fs';
import { join, sep } from 'node:path';
import { readSettings } from '../../src/content/settings.ts';
import type { Built } from './validator.ts';

/** A built folder as the validators read it, with the settings it was built with. */
export function openBuilt(dist: string, settings = readSettings()): Built {
  const files = readdirSync(dist, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name).slice(join(dist, sep).length).split(sep).join('/'))
    .sort();
  return { dist, settings, files };
}
