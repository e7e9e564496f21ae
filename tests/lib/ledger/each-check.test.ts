import { describe, expect, test } from 'vitest';
import { buildLedger } from '../../../src/lib/import/build-ledger.ts';
import { checkLedger } from '../../../src/lib/ledger/check-ledger.ts';
import { checkPermalinks } from '../../../src/lib/ledger/check-permalinks.ts';
import { sha256 } from '../../../src/lib/text/sha256.ts';
import { toSourceText } from '../../../src/lib/text/source-text.ts';
import type { Document } from '../../../src/schemas/document.ts';
import type { Ledger } from '../../../src/schemas/ledger.ts';
import type { Recipe } from '../../../src/schemas/recipe.ts';

/* Each fault by the check that is there for it: a fault may be found by others as well, and those may go. */
const bytes = new TextEncoder().encode('甲乙\n丙丁');
const block = (id: string, part: 'title' | 'paragraph', text: string) => ({ id, part, text, section: null });
const document = {
  slug: 'a',
  source: 's',
  sha256: sha256(bytes),
  blocks: [block('title', 'title', '甲乙'), block('p1', 'paragraph', '丙丁')],
  gaps: [],
  notes: [],
} as unknown as Document;
const entries: Ledger['entries'] = [
  { from: 0, to: 2, kept: 'a#title', at: 0 },
  { from: 2, to: 3, left: 'line-end' },
  { from: 3, to: 5, kept: 'a#p1', at: 0 },
];
const ledger: Ledger = {
  source: 's',
  sha256: sha256(bytes),
  characters: 5,
  kept: 4,
  leftOut: { 'line-end': 1 },
  segments: [
    { document: 'a', part: 'title', blocks: ['title'] },
    { document: 'a', part: 'text', blocks: ['p1'] },
  ],
  entries,
};
const recipe = (reader: 'text-layer' | 'web-page') =>
  ({ reader, furniture: [{ reason: '页眉' }], documents: [{ slug: 'a', gaps: [] }] }) as unknown as Recipe;

/** What the check says of a ledger with other entries, or of other texts. */
function find(
  changed: Partial<Ledger>,
  blocks = document.blocks,
  reader: 'text-layer' | 'web-page' = 'web-page',
) {
  return checkLedger(
    { file: 'ledger.json', bytes, ledger: { ...ledger, ...changed }, recipe: recipe(reader) },
    sha256,
    new Map([['a', { ...document, blocks }]]),
  ).map(({ message }) => message);
}
const [title, end, paragraph] = entries as [Ledger['entries'][0], Ledger['entries'][0], Ledger['entries'][0]];

test('a true ledger has no finding', () => {
  expect(find({})).toEqual([]);
  expect(find({}, document.blocks, 'text-layer')).toEqual([]);
});

describe('a finding says', () => {
  test.each<[string, Ledger['entries']]>([
    ['entry from 1, expected from 2: each character exactly once', [title, { ...end, from: 1 }, paragraph]],
    ['entry from 3, expected from 2: each character exactly once', [title, paragraph]],
    ['empty entry at 5', [title, end, paragraph, { from: 5, to: 5, left: 'blank-line' }]],
    ['entries end at 3, the source at 5', [title, end]],
    ['column-break at 3 holds text: "丙丁"', [title, end, { from: 3, to: 5, left: 'column-break' }]],
    ['line-wrap at 3 holds text: "丙丁"', [title, end, { from: 3, to: 5, left: 'line-wrap' }]],
    ['markup at 3 holds text: "丙丁"', [title, end, { from: 3, to: 5, left: 'markup' }]],
    ['no jump mark at 3: 丙丁', [title, end, { from: 3, to: 5, left: 'jump-mark' }]],
    [
      'script at 3: no script, style or template is open there',
      [title, end, { from: 3, to: 5, left: 'script' }],
    ],
    [
      'furniture at 3 has no reason that the recipe gives',
      [title, end, { from: 3, to: 5, left: 'furniture', note: '别的' }],
    ],
    [
      'a#p9 is kept in the ledger and stands in no document',
      [title, end, { from: 3, to: 5, kept: 'a#p9', at: 0 }],
    ],
    ['a#p1 at 3: character 1 of its text, expected 0', [title, end, { from: 3, to: 5, kept: 'a#p1', at: 1 }]],
    [
      'a#p1 at 4: character 0 of its text, expected 1',
      [title, end, { from: 3, to: 4, kept: 'a#p1', at: 0 }, { from: 4, to: 5, kept: 'a#p1', at: 0 }],
    ],
    [
      'a#p1 at 4: not in the order of the source',
      [title, end, paragraph, { from: 4, to: 5, kept: 'a#p1', at: 2 }],
    ],
    ['a#p1 at 3: "丙丁" does not read "戊"', [title, end, { from: 3, to: 5, kept: 'a#p1', at: 0, as: '戊' }]],
  ])('%s', (message, changed) => {
    expect(find({ entries: changed })).toContain(message);
  });

  test('what a document has that no source has', () => {
    expect(find({}, [...document.blocks, block('p2', 'paragraph', '戊')] as Document['blocks'])).toContain(
      'a#p2 reads "戊" in its document, undefined in the source',
    );
  });

  test('that blocks of a segment, or segments of a document, stand in another order', () => {
    const together = [{ document: 'a', part: 'text', blocks: ['p1', 'title'] }];
    expect(find({ segments: together })).toEqual([
      'a has blocks title p1, its segments p1 title',
      'a (text): not in the order of the source',
    ]);
  });

  test('what counts are wrong', () => {
    expect(find({ kept: 3 })).toEqual(['4 characters kept, 3 stated']);
    expect(find({ leftOut: {} })).toEqual(['left out {"line-end":1}, stated {}']);
    expect(find({ characters: 6 })).toEqual(['5 characters in the source, 6 in the ledger']);
  });

  test('that a printed page has markup', () => {
    const changed = [title, { ...end, left: 'markup' }, paragraph] as Ledger['entries'];
    expect(find({ entries: changed }, document.blocks, 'text-layer')).toContain(
      'markup at 2: there is none on a printed page',
    );
  });
});

test('the register of ids has every block once, with its text, and no other in use', () => {
  const of = (text: string) => ({ sha256: sha256(text) });
  const find = (published: object) =>
    checkPermalinks('permalinks.json', { a: published } as never, new Map([['a', document]]), sha256).map(
      ({ message }) => message,
    );
  const true_ = { title: of('甲乙'), p1: of('丙丁') };
  expect(find(true_)).toEqual([]);
  expect(find({ ...true_, p2: { ...of('戊'), movedTo: ['p1'] } })).toEqual([]);
  expect(find({ ...true_, p2: of('戊') })).toEqual(['a#p2 is published, and stands in no document']);
  expect(find({ ...true_, p1: of('戊') })).toEqual(['a#p1 is registered for other text']);
  expect(find({ ...true_, p1: { ...of('丙丁'), movedTo: [] } })).toEqual([
    'a#p1 stands in its document, and is retired',
  ]);
  expect(find({ title: of('甲乙') })).toEqual(['a#p1 is not in the register']);
});

describe('a ledger as it is built', () => {
  const source = toSourceText('s', 'source.txt', '甲乙丙丁戊己');
  const build = (
    kept: readonly (readonly [from: number, to: number])[],
    left: readonly (readonly [from: number, to: number, note: string])[] = [],
  ) => {
    const pieces = kept.map(([from, to]) => ({ from, to }));
    const named = { ...block('p1', 'paragraph', ''), pieces, segment: 0 };
    return buildLedger(
      source,
      'x',
      [{ slug: 'a', blocks: [named], parts: ['text'] }],
      left.map(([from, to, note]) => ({ from, to, reason: 'furniture' as const, note })),
    );
  };

  test('says what is placed twice, and does not take what follows for lost', () => {
    const { problems } = build([[0, 6]], [[1, 3, '页眉']]);
    expect(problems.map(({ rule }) => rule)).toEqual(['import/overlap']);
    expect(problems[0]?.message).toContain('"乙丙"');
  });

  test('says what is placed nowhere, in the middle and at the end', () => {
    const { problems } = build([
      [0, 2],
      [3, 5],
    ]);
    expect(problems.map(({ rule, message }) => `${rule} ${/"(.*?)"/.exec(message)?.[1]}`)).toEqual([
      'import/unplaced-text 丙',
      'import/unplaced-text 己',
    ]);
  });

  test('joins neighbours that say the same, and no others', () => {
    const { ledger: built } = build(
      [[0, 2]],
      [
        [2, 3, '页眉'],
        [3, 4, '页眉'],
        [4, 6, '广告'],
      ],
    );
    expect(built.entries).toEqual([
      { from: 0, to: 2, kept: 'a#p1', at: 0 },
      { from: 2, to: 4, left: 'furniture', note: '页眉' },
      { from: 4, to: 6, left: 'furniture', note: '广告' },
    ]);
    expect(built.leftOut).toEqual({ furniture: 4 });
  });
});
