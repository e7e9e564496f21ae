import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyDifferences, collate } from '../../../src/lib/relate/collate.ts';
import type { Passage } from '../../../src/lib/relate/passages.ts';
import { createFold } from '../../../src/lib/search/fold.ts';
import { toFoldTable } from '../../../src/lib/search/to-fold-table.ts';
import { expectFile } from '../expect-file.ts';

const fold = createFold(toFoldTable());
const folder = 'tests/fixtures/relate/collate';

/** A passage a line: its id, a tab, its text. */
const readPassages = (file: string): Passage[] =>
  readFileSync(file, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => {
      const [id = '', text = ''] = line.split('\t');
      return { id, text };
    });

const cases = readdirSync(folder).sort();

/** What is expected: a difference a line, its id, its kind and its two readings; of a moved one where its other half is. */
test.each(cases)('%s', (name) => {
  const base = readPassages(join(folder, name, 'base.txt'));
  const witness = readPassages(join(folder, name, 'witness.txt'));
  const lines = collate(base, witness, fold).map(
    ({ id, kind, moved, base: was, witness: is }) =>
      `${id} ${kind}${moved ? ` to ${moved}` : ''} [${was.text}|${is.text}]\n`,
  );
  expectFile(join(folder, name, 'expected.txt'), lines.join(''));
});

describe('places of a difference', () => {
  test('are those of either text, in code points', () => {
    const base = [
      { id: 'p1', text: '𠮷野家。' },
      { id: 'p2', text: '双方同意。' },
    ];
    const witness = [
      { id: 'p1', text: '𠮷野家。' },
      { id: 'p2', text: '𠮷：双方同意的。' },
    ];
    expect(
      collate(base, witness, fold).map(({ base: was, witness: is }) => [was.from, was.to, is.from, is.to]),
    ).toEqual([
      ['p2:0', 'p2:0', 'p2:0', 'p2:2'],
      ['p2:4', 'p2:4', 'p2:6', 'p2:7'],
    ]);
  });
});

describe('any passages', () => {
  /** Texts that agree by chance, and texts of anything, breaks that are none and lone surrogates among it. */
  const text = fc.oneof(
    fc.array(fc.constantFrom(...'双方同意，。'), { maxLength: 12 }).map((list) => list.join('')),
    fc.constantFrom('双方同意。', '双方重申反对。', '一', ''),
    fc.string({ unit: 'binary', maxLength: 8 }),
    fc.constantFrom('¶', '甲¶乙', '¶¶'),
  );
  const passages = (name: string) =>
    fc
      .array(text, { minLength: 1, maxLength: 8 })
      .map((texts) => texts.map((each, index): Passage => ({ id: `${name}${index + 1}`, text: each })));
  const toText = (list: readonly Passage[]) => list.map((passage) => passage.text).join('¶');

  test('the list of differences makes either text out of the other', () => {
    fc.assert(
      fc.property(passages('p'), passages('s1-'), (base, witness) => {
        const differences = collate(base, witness, fold);
        expect(applyDifferences(base, differences, 'witness')).toBe(toText(witness));
        expect(applyDifferences(witness, differences, 'base')).toBe(toText(base));
      }),
      { numRuns: 1000 },
    );
  });

  test('ids are used once; the halves of a moved paragraph name each other', () => {
    fc.assert(
      fc.property(passages('p'), passages('p'), (base, witness) => {
        const differences = collate(base, witness, fold);
        const byId = new Map(differences.map((difference) => [difference.id, difference]));
        expect(byId.size).toBe(differences.length);
        for (const { id, kind, moved, base: was } of differences) {
          expect(moved !== undefined).toBe(kind === 'moved');
          if (moved === undefined) continue;
          const half = byId.get(moved);
          expect(half?.moved).toBe(id);
          expect(half?.base.text === '').toBe(was.text !== '');
        }
      }),
      { numRuns: 1000 },
    );
  });

  test('a text does not differ from itself', () => {
    fc.assert(
      fc.property(passages('p'), (base) => {
        expect(collate(base, base, fold)).toEqual([]);
      }),
    );
  });
});
