import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ImportedCollection, importCollection } from '../../../src/lib/import/index.ts';
import { sha256 } from '../../../src/lib/text/sha256.ts';
import type { Ledger } from '../../../src/schemas/ledger.ts';

export const fixtures = 'tests/fixtures/import';

/** The names of the fixture folders. */
export function listCases(): string[] {
  return readdirSync(fixtures).sort();
}

/** Import one folder with source.txt and recipe.yaml as a collection of its own; `{{sha256}}` is the source's. */
export function importCase(folder: string): ImportedCollection {
  const bytes = readFileSync(join(folder, 'input/source.txt'));
  const recipe = readFileSync(join(folder, 'input/recipe.yaml'), 'utf8').replace('{{sha256}}', sha256(bytes));
  return importSample(bytes, recipe);
}

export function importSample(bytes: Uint8Array, recipe: string): ImportedCollection {
  return importCollection(
    [
      {
        id: 'sample-source',
        sourceFile: 'source.txt',
        recipeFile: 'recipe.yaml',
        bytes,
        recipe: new TextEncoder().encode(recipe),
      },
    ],
    {
      collectionFile: 'collection.yaml',
      permalinksFile: 'permalinks.json',
      permalinks: {},
      documents: new Map(),
      collection: {
        title: '样本',
        description: '样本',
        edition: '2026-01-01',
        rights: '样本',
        kinds: { statement: '声明' },
        sourceKinds: { page: '版面' },
        shortNames: {},
        order: [],
      },
    },
  );
}

/** A ledger as a person reads it: what is left out, in order, with its reason; `as` where kept text reads otherwise. */
export function describeLedger(ledger: Ledger, bytes: Uint8Array): string {
  const characters = Array.from(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes));
  const lines = ledger.entries.flatMap((entry) => {
    const text = JSON.stringify(characters.slice(entry.from, entry.to).join(''));
    if ('left' in entry) return `${entry.left}${entry.note ? ` (${entry.note})` : ''} ${text}`;
    return entry.as === undefined ? [] : `${entry.kept} ${text} as ${JSON.stringify(entry.as)}`;
  });
  return `${lines.join('\n')}\n`;
}
