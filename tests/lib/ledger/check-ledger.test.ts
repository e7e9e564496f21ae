import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { checkLedger } from '../../../src/lib/ledger/check-ledger.ts';
import { sha256 } from '../../../src/lib/text/sha256.ts';
import type { Document } from '../../../src/schemas/document.ts';
import type { KeptEntry, Ledger, LeftEntry } from '../../../src/schemas/ledger.ts';
import { fixtures, importCase } from '../import/import-case.ts';

const folder = `${fixtures}/title-after-text`;
const bytes = readFileSync(`${folder}/input/source.txt`);
const [source] = importCase(folder).sources;
if (!source) throw new Error('nothing imported');
const { ledger, read } = source;
const [document] = source.documents;
if (!document) throw new Error('no document');

type Entries = (KeptEntry | LeftEntry)[];

/** What the check finds after a change. */
function findAfter(
  change: (copy: { ledger: Ledger; document: Document; bytes: Uint8Array }) => void,
): string[] {
  const copy = structuredClone({ ledger, document: document as Document, bytes: new Uint8Array(bytes) });
  change(copy);
  return checkLedger(
    { file: 'ledger.json', bytes: copy.bytes, ledger: copy.ledger, recipe: read.recipe },
    sha256,
    new Map([[copy.document.slug, copy.document]]),
  ).map(({ message }) => message);
}

const firstKept = (entries: Entries) =>
  entries.find((entry): entry is KeptEntry => 'kept' in entry) as KeptEntry;
const firstLeft = (entries: Entries) =>
  entries.find((entry): entry is LeftEntry => 'left' in entry) as LeftEntry;

test('a true ledger is found true', () => {
  expect(findAfter(() => {})).toEqual([]);
});

describe('a ledger is found false', () => {
  test.each<[string, Parameters<typeof findAfter>[0]]>([
    ['when an entry is missing', ({ ledger: { entries } }) => entries.splice(3, 1)],
    [
      'when an entry stands twice',
      ({ ledger: { entries } }) => entries.splice(3, 0, { ...(entries[3] as LeftEntry) }),
    ],
    ['when the last entry is missing', ({ ledger: { entries } }) => entries.pop()],
    [
      'when entries change places',
      ({ ledger: { entries } }) => entries.splice(0, 2, ...entries.slice(0, 2).reverse()),
    ],
    [
      'when text is called a line wrap',
      ({ ledger: { entries } }) => {
        const { from, to } = firstKept(entries);
        entries[entries.indexOf(firstKept(entries))] = { from, to, left: 'line-wrap' };
      },
    ],
    [
      'when a line wrap is called text',
      ({ ledger: { entries } }) => {
        const { from, to } = firstLeft(entries);
        entries[entries.indexOf(firstLeft(entries))] = { from, to, kept: 'sample#p1', at: 0 };
      },
    ],
    [
      'when furniture has no reason',
      ({ ledger: { entries } }) => {
        firstLeft(entries).left = 'furniture';
      },
    ],
    [
      'when a place in the text is wrong',
      ({ ledger: { entries } }) => {
        firstKept(entries).at += 1;
      },
    ],
    [
      'when text goes to a block that is not there',
      ({ ledger: { entries } }) => {
        firstKept(entries).kept = 'sample#p99';
      },
    ],
    [
      'when text reads otherwise',
      ({ ledger: { entries } }) => {
        firstKept(entries).as = '别的字';
      },
    ],
    [
      'when the count of kept characters is wrong',
      ({ ledger: copy }) => {
        copy.kept += 1;
      },
    ],
    [
      'when the count of a reason is wrong',
      ({ ledger: copy }) => {
        copy.leftOut['line-end'] = 1;
      },
    ],
    [
      'when the total is wrong',
      ({ ledger: copy }) => {
        copy.characters += 1;
      },
    ],
    [
      'when the bytes change',
      ({ bytes: copy }) => {
        copy[4] = (copy[4] ?? 0) ^ 1;
      },
    ],
    [
      'when a character of the document changes',
      ({ document: { blocks } }) => {
        const block = blocks[1];
        if (block) block.text = block.text.replace('双', '雙');
      },
    ],
    ['when a block of the document goes', ({ document: { blocks } }) => blocks.splice(2, 1)],
    [
      'when a block of the document is new',
      ({ document: { blocks } }) => blocks.push({ id: 'p2', part: 'paragraph', section: null, text: '新' }),
    ],
    [
      'when blocks of the document change places',
      ({ document: { blocks } }) => blocks.splice(1, 2, ...blocks.slice(1, 3).reverse()),
    ],
    [
      'when the document is from other bytes',
      ({ document: copy }) => {
        copy.sha256 = 'f'.repeat(64);
      },
    ],
    [
      'when a segment has its blocks out of order',
      ({ ledger: { segments }, document: { blocks } }) => {
        const [first, second] = [segments[2], segments[3]];
        if (!first || !second) return;
        first.blocks = [...second.blocks, ...first.blocks];
        second.blocks = [];
        blocks.splice(2, 2, ...blocks.slice(2, 4).reverse());
      },
    ],
  ])('%s', (_, change) => {
    expect(findAfter(change)).not.toEqual([]);
  });
});
