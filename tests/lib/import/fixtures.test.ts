import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readDocument } from '../../../src/lib/document/read-document.ts';
import { ImportError } from '../../../src/lib/import/index.ts';
import { checkLedger } from '../../../src/lib/ledger/check-ledger.ts';
import { sha256 } from '../../../src/lib/text/sha256.ts';
import { expectFile } from '../expect-file.ts';
import { describeLedger, fixtures, importCase, listCases } from './import-case.ts';

describe.each(listCases())('%s', (name) => {
  const folder = join(fixtures, name);
  const isRefused = name.startsWith('refused-');

  test(isRefused ? 'is refused with place and rule' : 'is read as expected', () => {
    let imported: ReturnType<typeof importCase>;
    try {
      imported = importCase(folder);
    } catch (error) {
      if (!(error instanceof ImportError)) throw error;
      expect(isRefused, error.message).toBe(true);
      expectFile(join(folder, 'expected/problems.txt'), `${error.message}\n`);
      return;
    }
    expect(isRefused, 'was not refused').toBe(false);

    const [source] = imported.sources;
    if (!source) throw new Error('nothing imported');
    const bytes = readFileSync(join(folder, 'input/source.txt'));
    for (const [path, text] of imported.files)
      if (path.startsWith('documents/')) {
        const document = text.replace(/sha256: .*/, 'sha256: …');
        expectFile(join(folder, 'expected', path.replace('documents/', '')), document);
        // What is written is read back.
        expect(readDocument(text, path)).toEqual(source.documents.find(({ slug }) => path.includes(slug)));
      }
    expectFile(join(folder, 'expected/left-out.txt'), describeLedger(source.ledger, bytes));
    const doubts = source.doubts.map(({ line, message }) => `${line} ${message}\n`).join('');
    if (doubts !== '') expectFile(join(folder, 'expected/doubts.txt'), doubts);
    else expect(existsSync(join(folder, 'expected/doubts.txt')), 'doubts were expected').toBe(false);
    const documents = new Map(source.documents.map((document) => [document.slug, document]));
    expect(
      checkLedger({ file: '', bytes, ledger: source.ledger, recipe: source.read.recipe }, sha256, documents),
    ).toEqual([]);
  });
});
