import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { writeGenerated } from '../../../scripts/write-generated.ts';
import { readCollectionState, readSourceFolders } from '../../../src/content/content-files.ts';
import { ImportError, importCollection } from '../../../src/lib/import/index.ts';
import { expectFile } from '../expect-file.ts';
import { describeAccepted, hashTree, hostileFixtures, listHostileCases, setUpCase } from './hostile-case.ts';
import { runImport } from './run-import.ts';

const cases = listHostileCases();
const roots: string[] = [];
afterAll(() => {
  for (const root of roots) rmSync(root, { recursive: true, force: true });
});

describe('a hostile source is refused with place and rule, or accounted for', () => {
  test('in more than two hundred cases', () => {
    expect(cases.length).toBeGreaterThan(200);
  });

  test.each(cases.filter(({ needsProcess }) => !needsProcess))('$name', ({ name }) => {
    const { root, content } = setUpCase(name);
    roots.push(root);
    const before = hashTree(root);
    let refusal: string | undefined;
    let doubts: string[] = [];
    try {
      const { files, sources } = importCollection(readSourceFolders(content), readCollectionState(content));
      writeGenerated(content, files, { documents: '.md', ledger: '.json' });
      doubts = sources.flatMap((source) =>
        source.doubts.map(({ line, message }) => `doubt ${line} ${message}\n`),
      );
    } catch (error) {
      if (!(error instanceof ImportError)) throw error;
      refusal = `${error.message}\n`;
    }
    expectOutcome(name, root, before, refusal, doubts);
  });
});

describe('the command ends within 30 s and 1 GB', () => {
  test.each(cases.filter(({ needsProcess }) => needsProcess))(
    '$name',
    { timeout: 130_000 },
    async ({ name }) => {
      const { root, content } = setUpCase(name);
      roots.push(root);
      const before = hashTree(root);
      const { status, stderr, seconds, memory } = await runImport(content);
      expect(stderr).not.toMatch(/^ {4}at /m);
      expect(status, stderr).toBe(stderr === '' ? 0 : 1);
      expect(seconds).toBeLessThan(30);
      expect(memory).toBeLessThan(1_000_000_000);
      const refusal = status === 0 ? undefined : stderr.replace(/^Nothing was written: .*\n/m, '');
      expectOutcome(name, root, before, refusal);
    },
  );
});

/** Hold the outcome of a case to its expectation; a refused one has changed nothing, and none what is beside it. */
function expectOutcome(
  name: string,
  root: string,
  before: string,
  refusal: string | undefined,
  doubts: readonly string[] = [],
): void {
  const content = join(root, 'content');
  const outcome =
    refusal === undefined ? describeAccepted(content) + doubts.join('') : refusal.replaceAll(`${root}/`, '');
  expectFile(join(hostileFixtures, name, 'expected.txt'), outcome);
  const after = hashTree(root);
  expect(after).not.toContain('.import-staging/');
  if (refusal !== undefined) expect(after).toBe(before);
  const beside = (tree: string) => tree.split('\n').filter((line) => line.startsWith('beside'));
  expect(beside(after)).toEqual(beside(before));
}
