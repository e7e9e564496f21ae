import { describe, expect, test } from 'vitest';
import { checkEditions, type EditionFile } from '../../../src/lib/editions/check-editions.ts';
import { toEdition } from '../../../src/lib/editions/to-edition.ts';
import { toEditionsData } from '../../../src/lib/editions/to-editions-data.ts';
import { sha256 } from '../../../src/lib/text/sha256.ts';
import { editionDateSchema } from '../../../src/schemas/editions.ts';
import type { Permalinks } from '../../../src/schemas/permalinks.ts';

/** A register: each id with its text; `乙 > p3 p4` is a text that went there, `乙 >` one that went nowhere. */
function register(documents: Readonly<Record<string, Readonly<Record<string, string>>>>): Permalinks {
  const toEntry = (written: string) => {
    const [text = '', moved] = written.split(' >');
    return {
      sha256: sha256(text),
      ...(moved !== undefined && { movedTo: moved.split(' ').filter(Boolean) }),
    };
  };
  return Object.fromEntries(
    Object.entries(documents).map(([slug, ids]) => [
      slug,
      Object.fromEntries(Object.entries(ids).map(([id, text]) => [id, toEntry(text)])),
    ]),
  );
}

/** Editions one after the other, each of what the register was on its day, chained as the command does it. */
function publish(...registers: readonly (readonly [date: string, permalinks: Permalinks])[]): EditionFile[] {
  const files: EditionFile[] = [];
  for (const [date, permalinks] of registers) {
    const edition = toEdition(permalinks, date, files.at(-1)?.sha256 ?? null);
    files.push({ file: `content/editions/${date}.json`, sha256: sha256(JSON.stringify(edition)), edition });
  }
  return files;
}

const first = register({ alpha: { title: '题', p1: '甲', p2: '乙' }, beta: { title: '目', p1: '子' } });
const second = register({
  alpha: { title: '题', p1: '甲', p2: '乙 > p3 p4', p3: '乙一', p4: '乙二' },
  beta: { title: '目', p1: '子 >' },
  gamma: { title: '名', p1: '丑' },
});
const history = publish(['2026-01-01', first], ['2026-02-01', second]);
const [january, february] = history as [EditionFile, EditionFile];

/** Problems as `file rule message`. */
const check = (editions: readonly EditionFile[], permalinks: Permalinks, current = '2026-02-01') =>
  checkEditions(editions, permalinks, 'permalinks.json', current).map(
    ({ file, rule, message }) => `${file} ${rule} ${message}`,
  );
/** The second register with one document changed. */
const changed = (slug: string, ids: Permalinks[string]): Permalinks => ({
  ...second,
  [slug]: { ...second[slug], ...ids },
});
const without = (slug: string, id: string): Permalinks => {
  const { [id]: _, ...rest } = second[slug] ?? {};
  return { ...second, [slug]: rest };
};
const january2: EditionFile = { ...january, sha256: sha256('changed') };

test('a history in which ids were added and retired holds', () => {
  expect(check(history, second)).toEqual([]);
  expect(check(publish(['2026-01-01', first]), first, '2026-01-01')).toEqual([]);
});

test.each([
  ['2026-11-21', true],
  ['2024-02-29', true],
  ['2026-02-29', false],
  ['2026-13-01', false],
  ['2026-1-1', false],
])('%s is the date of an edition: %s', (date, isDate) => {
  expect(editionDateSchema.safeParse(date).success).toBe(isDate);
});

describe('a fault is found', () => {
  test.each<[why: string, problems: readonly string[], expected: readonly RegExp[]]>([
    [
      'an id is lost',
      check(history, without('alpha', 'p1')),
      [
        /^permalinks\.json editions\/lost-id .*alpha#p1.*2026-01-01/,
        /editions\/lost-id .*alpha#p1.*2026-02-01/,
      ],
    ],
    [
      'a retired id is lost',
      check(history, without('alpha', 'p2')),
      [/editions\/lost-id .*alpha#p2.*2026-01-01/],
    ],
    [
      'a document is lost',
      check(history, { alpha: second.alpha ?? {}, gamma: second.gamma ?? {} }),
      [
        /^permalinks\.json editions\/lost-document .*beta.*2026-01-01/,
        /editions\/lost-document .*beta.*2026-02-01/,
      ],
    ],
    [
      'an id in use stands for other text',
      check(history, changed('gamma', { p1: { sha256: sha256('寅') } })),
      [/editions\/reused-id .*gamma#p1, in use for/],
    ],
    [
      'a retired id is in use again, for other text',
      check(history, changed('beta', { p1: { sha256: sha256('寅') } })),
      [/editions\/reused-id .*beta#p1, in use for/, /editions\/unpublished .*beta#p1/],
    ],
    [
      'a retired id is retired for other text',
      check(history, changed('beta', { p1: { sha256: sha256('寅'), movedTo: [] } })),
      [/editions\/reused-id .*beta#p1, retired for/],
    ],
    [
      'a text is said to have gone elsewhere than an edition said',
      check(history, changed('alpha', { p2: { sha256: sha256('乙'), movedTo: ['p3'] } })),
      [/^permalinks\.json editions\/moved-elsewhere .*alpha#p2, moved to p3, expected p3 and p4.*2026-02-01/],
    ],
    [
      'a text that went nowhere is said to have gone somewhere',
      check(history, changed('beta', { p1: { sha256: sha256('子'), movedTo: ['title'] } })),
      [/editions\/moved-elsewhere .*beta#p1, moved to title, expected nowhere/],
    ],
    [
      'an edition was changed',
      check([january2, february], second),
      [/^content\/editions\/2026-01-01\.json editions\/changed .*2026-02-01/],
    ],
    ['an edition is gone', check([february], second), [/editions\/changed .*of no file.*2026-02-01/]],
    [
      'an edition is in another’s file',
      check([{ ...january, file: 'content/editions/2025-01-01.json' }, february], second),
      [/^content\/editions\/2025-01-01\.json editions\/name .*2026-01-01/],
    ],
    [
      'the current edition is missing',
      check(history, second, '2026-03-01'),
      [/editions\/current .*2026-02-01, expected 2026-03-01/],
    ],
    ['there is no edition', check([], first, '2026-01-01'), [/^content\/editions editions\/current .*none/]],
    [
      'there are new ids',
      check(history, changed('gamma', { p2: { sha256: sha256('寅') } })),
      [/editions\/unpublished .*gamma#p2/],
    ],
    [
      'there is a new document',
      check(history, { ...second, delta: { title: { sha256: sha256('新') } } }),
      [/editions\/unpublished .*delta#title/],
    ],
    [
      'a text went to an id that there is not',
      check(history, changed('beta', { p1: { sha256: sha256('子'), movedTo: ['p9'] } })),
      [
        /editions\/moved-elsewhere .*beta#p1/,
        /^permalinks\.json editions\/moved-nowhere .*beta#p1, moved to p9/,
      ],
    ],
    [
      'an id is retired, and no edition says so',
      check(history, changed('gamma', { p1: { sha256: sha256('丑'), movedTo: [] } })),
      [/editions\/unpublished .*gamma#p1/],
    ],
  ])('%s', (_, problems, expected) => {
    expect(problems).toHaveLength(expected.length);
    for (const [index, pattern] of expected.entries()) expect(problems[index]).toMatch(pattern);
  });
});

test('what each edition changed is told, the newest first', () => {
  const data = toEditionsData(history.map(({ edition }) => edition));
  expect(data).toEqual({
    newest: '2026-02-01',
    editions: [
      {
        edition: '2026-02-01',
        documents: {
          alpha: {
            ids: 4,
            isNew: false,
            added: ['p3', 'p4'],
            retired: [{ id: 'p2', movedTo: ['p3', 'p4'] }],
          },
          beta: { ids: 1, isNew: false, added: [], retired: [{ id: 'p1', movedTo: [] }] },
          gamma: { ids: 2, isNew: true, added: [], retired: [] },
        },
      },
      {
        edition: '2026-01-01',
        documents: {
          alpha: { ids: 3, isNew: true, added: [], retired: [] },
          beta: { ids: 2, isNew: true, added: [], retired: [] },
        },
      },
    ],
  });
});

test('a document that did not change is not told of', () => {
  const third = publish(['2026-01-01', first], ['2026-02-01', first]);
  expect(toEditionsData(third.map(({ edition }) => edition)).editions[0]?.documents).toEqual({});
});
