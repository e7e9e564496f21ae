import { describe, expect, test } from 'vitest';
import { digestDocument } from '../../../src/lib/relate/digest.ts';
import { findNearest, findRepeats, listRareCandidates } from '../../../src/lib/relate/rare-stretches.ts';
import { relateCollection } from '../../../src/lib/relate/relate-collection.ts';
import { wholeFold } from '../../../src/lib/search/whole-fold.ts';
import { relationsSchema } from '../../../src/schemas/relations.ts';
import { createRandom } from '../search/acceptance.ts';
import { relateData, relateInput } from './collection.ts';

const random = createRandom(9);
const characters = Array.from(
  new Set(
    relateData
      .flatMap(({ sections }) => sections.flatMap(({ paragraphs }) => paragraphs))
      .flatMap(({ text }) => text.match(/\p{Script=Han}/gu) ?? []),
  ),
);
const text = (length: number) =>
  Array.from({ length }, () => characters[Math.floor(random() * characters.length)]).join('');
const document = (slug: string, ...texts: string[]) => ({ slug, stretches: listRareCandidates(texts) });
const none = () => false;

describe('the documents nearest to each other', () => {
  const common = text(400);
  const taken = text(200);
  const others = Array.from({ length: 20 }, (_, index) => document(`other-${index}`, text(300), common));
  const documents = [...others, document('one', text(300), taken, common), document('two', taken, common)];

  test('are those that share what is rare, not what all have', () => {
    expect(findNearest(documents, 1, none)).toEqual([{ from: 'one', to: 'two' }]);
  });

  test('are not named where they are not wanted, or are known already', () => {
    expect(findNearest(documents, 0, none)).toEqual([]);
    expect(findNearest(documents, 1, (from, to) => from === 'one' && to === 'two')).toEqual([]);
  });

  test('are as many as are asked for, the nearest ones', () => {
    const parts = [text(120), text(240), text(480)];
    const all = [document('whole', ...parts), ...parts.map((part, index) => document(`part-${index}`, part))];
    const slugs = (most: number) => findNearest(all, most, none).map(({ to }) => to);
    // Each part is nearest to the whole; the whole to the longest.
    expect(slugs(1)).toEqual(['part-0', 'part-1', 'part-2']);
    const [only] = findNearest(
      [all[0], all[1], all[3]].flatMap((one) => one ?? []),
      1,
      none,
    ).slice(-1);
    expect(only).toEqual({ from: 'whole', to: 'part-2' });
  });
});

test('clauses repeat each other where most of the shorter one stands in the other', () => {
  const [one, two] = [text(80), text(80)];
  const clauses = (...texts: string[]) => texts.map((each, index) => ({ id: `p${index + 1}`, text: each }));
  expect(
    findRepeats(clauses(one, two), clauses(`${text(30)}，${two}`, `${one.slice(0, 30)}${text(50)}`)),
  ).toEqual([{ from: 'p2', to: 'p1' }]);
});

test('of several clauses each names those that it repeats, in their order, and counts anew', () => {
  const [one, two] = [text(80), text(80)];
  const half = `${one.slice(0, 40)}${two.slice(40)}`;
  const clauses = (...texts: string[]) => texts.map((each, index) => ({ id: `p${index + 1}`, text: each }));
  expect(findRepeats(clauses(one, half, two, one), clauses(two, one, half, `${one}${two}`))).toEqual(
    [
      ['p1', 'p2'],
      ['p1', 'p4'],
      ['p2', 'p3'],
      ['p2', 'p4'],
      ['p3', 'p1'],
      ['p3', 'p4'],
      ['p4', 'p2'],
      ['p4', 'p4'],
    ].map(([from, to]) => ({ from, to })),
  );
});

test('many clauses that begin alike are compared soon: minutes name who speaks before each of them', () => {
  const clauses = (name: string) =>
    Array.from({ length: 2500 }, (_, index) => ({
      id: `${name}${index}`,
      text: `发言人在例行记者会上表示${text(12)}`,
    }));
  const started = performance.now();
  expect(findRepeats(clauses('a'), clauses('b'))).toEqual([]);
  expect(performance.now() - started).toBeLessThan(20_000);
});

test('a stretch that sixteen documents have is rare, one that seventeen have is not', () => {
  const shared = text(200);
  const all = (count: number) =>
    Array.from({ length: count }, (_, index) => document(`d${index}`, shared, text(60)));
  expect(findNearest(all(16), 1, none)).not.toEqual([]);
  expect(findNearest(all(17), 1, none)).toEqual([]);
});

test('documents that nobody names are compared where it is asked for, and what was found is kept', () => {
  const relations = relationsSchema.parse({ nearest: 1 });
  const found = relateCollection({ ...relateInput, relations });
  expect(found.nearest).toContainEqual({ from: '2023-joint-statement', to: '2023-joint-statement-mirror' });
  const { length } = found.parallels.filter(({ to }) => to.startsWith('2023-joint-statement-mirror#'));
  expect(length).toBeGreaterThan(60);

  const kept = new Map<string, (typeof found)['parallels']>();
  const keptPairs = {
    get: (from: string, to: string) => kept.get(`${from} ${to}`),
    set: (from: string, to: string, parallels: readonly (typeof found)['parallels'][number][]) =>
      void kept.set(`${from} ${to}`, [...parallels]),
  };
  relateCollection({ ...relateInput, relations, keptPairs });
  const unread = relateData.map((data) => ({
    digest: digestDocument(data, wholeFold, relateInput.convert),
    read: () => {
      throw new Error(`${data.slug} is read again`);
    },
  }));
  expect(relateCollection({ ...relateInput, documents: unread, relations, keptPairs })).toEqual(found);
});
