import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SourceFolder } from '../../src/lib/import/index.ts';
import type { Collection } from '../../src/schemas/collection.ts';
import type { Permalinks } from '../../src/schemas/permalinks.ts';
import { readFileState } from '../file-state.ts';
import { hashOf } from '../kept-work.ts';

/** What is kept of the import of a source. */
export interface KeptImport {
  /**
   * Of all that went into it: bytes, recipe, the collection's kinds, the ids its documents had. Drafts have none, and
   * are the same with those that the import gave them, once an edition has published these: then there are two.
   */
  readonly inputs: readonly string[];
  readonly slugs: readonly string[];
  /** Of the ids that it gave its documents, as the register has them. */
  readonly ids: string;
  /** What it wrote, by path. */
  readonly outputs: Readonly<Record<string, KeptOutput>>;
  /** Its part of the report. */
  readonly report: string;
}

/** A file as it was written, and the state in which it was found to be that: in the same state it need not be read. */
export interface KeptOutput {
  readonly sha256: string;
  readonly state?: string | undefined;
}

/** What is kept of a file that should have some text. Whoever changed it since it was written is found out next time. */
export function keepOutput(file: string, text: string): KeptOutput {
  const sha256 = hashOf(text);
  // Before it is read: a change after that is another state.
  const state = readFileState(file);
  return state !== undefined && hashOf(readFileSync(file)) === sha256 ? { sha256, state } : { sha256 };
}

/** What of an import depends on a source, and on nothing else. */
export function hashInputs(
  { bytes, recipe, sourceFile }: SourceFolder,
  slugs: readonly string[],
  { kinds, sourceKinds }: Collection,
  permalinks: Permalinks,
): string {
  const names = JSON.stringify([sourceFile, Object.keys(kinds), Object.keys(sourceKinds)]);
  return hashOf(bytes, recipe, names, JSON.stringify(slugs.map((slug) => permalinks[slug] ?? null)));
}

/** The ids of some documents as a register has them. */
export function hashIds(slugs: readonly string[], register: Permalinks): string {
  return hashOf(JSON.stringify(slugs.map((slug) => register[slug] ?? null)));
}

/** Whether a source is as it was when it was imported last, and what was made of it is there untouched. */
export function isUnchanged(
  folder: SourceFolder,
  kept: KeptImport,
  content: string,
  collection: Collection,
  permalinks: Permalinks,
  register: Permalinks,
): boolean {
  if (hashIds(kept.slugs, register) !== kept.ids) return false;
  if (!kept.inputs.includes(hashInputs(folder, kept.slugs, collection, permalinks))) return false;
  return Object.entries(kept.outputs).every(([path, { sha256, state }]) => {
    const file = join(content, path);
    const found = readFileState(file);
    return found !== undefined && (found === state || hashOf(readFileSync(file)) === sha256);
  });
}
