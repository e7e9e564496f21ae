import type { MutatedFile } from './mutant.ts';

/** The account of every character: what it gets wrong, nobody sees. */
export const ledger: readonly MutatedFile[] = [
  {
    file: 'src/lib/import/build-ledger.ts',
    tests: ['tests/lib/ledger/each-check.test.ts', 'tests/lib/import/fixtures.test.ts'],
    mutants: [
      {
        find: 'at = Math.max(at, to);',
        put: 'at = to;',
        why: 'a text inside another that is placed counts as lost after it',
      },
      {
        find: 'at += as === undefined ? to - from : Array.from(as).length;',
        put: 'at += to - from;',
        why: 'after a reference all places in a block are wrong',
      },
      {
        find: ' && last.note === entry.note',
        put: '',
        why: 'furniture of two reasons becomes one entry with the first',
      },
      {
        find: 'last.as === undefined && entry.as === undefined',
        put: 'last.as === undefined',
        why: 'a reference is joined to the text before it and reads as it is written',
      },
      {
        find: '.sort((a, b) => a.from - b.from)',
        put: '',
        why: 'entries do not stand in the order of the source',
      },
    ],
  },
  {
    file: 'src/lib/ledger/check-ledger.ts',
    tests: ['tests/lib/ledger/each-check.test.ts'],
    mutants: [
      {
        find: 'if (entry.from !== at)',
        put: 'if (entry.from > at)',
        why: 'a character that is in two entries is not found',
      },
      { find: "  'column-break',\n", put: '', why: 'text can be left out as a column break' },
      {
        find: 'if (at !== characters.length)',
        put: 'if (at > characters.length)',
        why: 'the end of the source may be missing',
      },
      {
        find: 'for (const address of texts.keys()) report',
        put: 'for (const address of [...texts.keys()].slice(1)) report',
        why: 'one kept text may stand in no document',
      },
      {
        find: 'if (entry.from < block.to)',
        put: 'if (entry.from < block.from)',
        why: 'a block may be put together in another order',
      },
      {
        find: 'if (found !== text)',
        put: 'if (found && found !== text)',
        why: 'a document may have text that no source has',
      },
      {
        find: 'if (block.length !== entry.at)',
        put: 'if (block.length < entry.at)',
        why: 'places in a block may be wrong',
      },
      {
        find: 'index > 0 && start <= (starts[index - 1] ?? 0)',
        put: 'index > 1 && start <= (starts[index - 1] ?? 0)',
        why: 'the first two blocks may change places',
      },
      {
        find: 'if (run && raw && !isMarkupRun(raw))',
        put: "if (run && !raw && !isMarkupRun(raw ?? ''))",
        why: 'text can be left out as markup',
      },
      {
        find: "!furniture.has(entry.note ?? '')",
        put: 'entry.note === undefined',
        why: 'furniture may have a reason that the recipe does not give',
      },
    ],
  },
  {
    file: 'src/lib/ledger/check-permalinks.ts',
    tests: ['tests/lib/ledger/each-check.test.ts'],
    mutants: [
      {
        find: 'movedTo || inUse.has(id)',
        put: 'movedTo || id in published',
        why: 'a published id may stand in no document',
      },
      {
        find: 'entry.sha256 === hash(text)',
        put: 'entry.sha256.length === hash(text).length',
        why: 'an id may stand for other text',
      },
      {
        find: 'if (entry.movedTo) return',
        put: 'if (!entry.sha256) return',
        why: 'a retired id may be in use',
      },
    ],
  },
];
