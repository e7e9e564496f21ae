import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { compareClauses } from '../../../src/lib/relate/compare-clauses.ts';
import { findParallels } from '../../../src/lib/relate/find-parallels.ts';
import { relateCollection } from '../../../src/lib/relate/relate-collection.ts';
import { createWeigher, weighShared } from '../../../src/lib/relate/word-weights.ts';
import { backgroundClauses, relateData, relateDocuments, relateInput } from './collection.ts';

describe('two small documents', () => {
  /** Texts by id, the ids of both told apart by their first letter. */
  type Texts = Readonly<Record<string, string>>;
  const toClauses = (texts: Texts) => Object.entries(texts).map(([id, text]) => ({ id, text }));
  const find = (from: Texts, to: Texts) => {
    const all = [...backgroundClauses, ...Object.values(from), ...Object.values(to)];
    return findParallels(toClauses(from), toClauses(to), createWeigher(all));
  };
  const pairs = (from: Texts, to: Texts) => find(from, to).map((pair) => `${pair.from}-${pair.to}`);

  const arctic = '加强北极航道开发利用，完善航道基础设施。';
  const space = '推进月球科研站建设，联合研制卫星导航终端。';
  const grain = '扩大大豆进口规模，简化粮食检疫手续。';

  test('a clause with two counterparts has both, in the order of the other document', () => {
    expect(pairs({ a1: `${arctic}${space}`, a2: grain }, { b1: space, b2: grain, b3: arctic })).toEqual([
      'a1-b1',
      'a1-b3',
      'a2-b2',
    ]);
  });

  test('two clauses may have one counterpart', () => {
    expect(pairs({ a1: arctic, a2: space }, { b1: `${space}${arctic}` })).toEqual(['a1-b1', 'a2-b1']);
  });

  test('a single sentence of a long clause is enough', () => {
    const long = backgroundClauses.slice(0, 6).join('');
    expect(pairs({ a1: `${long}${arctic}` }, { b1: arctic, b2: grain })).toEqual(['a1-b1']);
  });

  test('a clause that was moved is found, and nothing in its old place', () => {
    expect(pairs({ a1: arctic, a2: space, a3: grain }, { b1: space, b2: grain, b3: arctic })).toEqual([
      'a1-b3',
      'a2-b1',
      'a3-b2',
    ]);
  });

  test('a formula that many clauses repeat is no likeness, however long; as many other words are', () => {
    const [one, other] = ['恢复直航并增加班次。', '成立青年企业家俱乐部。'];
    const shared = '双方重申愿继续致力于';
    expect(pairs({ a1: `${shared}${one}` }, { b1: `${shared}${other}` })).toEqual([]);
    const rare = '依托满洲里铁路口岸区';
    expect(pairs({ a1: `${rare}${one}` }, { b1: `${rare}${other}` })).toEqual(['a1-b1']);
  });

  test('two clauses are likelier to correspond between clauses that do', () => {
    const [weak, weakly] = ['互派留学生，承认学历学位。', '增加奖学金名额，互派留学生和教师进修。'];
    const [alone] = find({ a1: weak }, { b1: weakly });
    const between = find({ a0: arctic, a1: weak, a2: space }, { b0: arctic, b1: weakly, b2: space }).find(
      ({ from, to }) => from === 'a1' && to === 'b1',
    );
    expect(between?.likeness).toBeGreaterThan(1.5 * (alone?.likeness ?? 0));
  });

  test('documents without a clause have no counterparts', () => {
    expect(pairs({}, { b1: arctic })).toEqual([]);
    expect(pairs({ a1: arctic }, {})).toEqual([]);
    expect(pairs({ a1: '。' }, { b1: '。' })).toEqual([]);
  });
});

describe('words', () => {
  const weigh = createWeigher([
    ...backgroundClauses,
    '扩大大豆进口规模。',
    '扩大大豆加工规模。',
    '扩大开放。',
  ]);

  test('weigh more the fewer clauses have them', () => {
    const { words } = weigh('扩大大豆进口');
    const [often = 0, twice = 0, once = 0] = ['扩大', '大豆', '进口'].map((word) => words.get(word));
    expect(often).toBeGreaterThan(0);
    expect(twice).toBeGreaterThan(often);
    expect(once).toBeGreaterThan(twice);
  });

  test('a formula counts as one word, and is not in what stands after it', () => {
    expect([...weigh('双方重申愿继续致力于开放。').words.keys()]).toEqual(['双方重申愿继续致力于', '开放']);
  });

  test('are no pairs across a mark', () => {
    expect([...weigh('大豆，进口').words.keys()]).toEqual(['大豆', '进口']);
  });

  test('what two texts share does not depend on which is first', () => {
    const [one, other] = [weigh('扩大大豆进口规模'), weigh('大豆加工')];
    expect(weighShared(one, other)).toBe(other.words.get('大豆'));
    expect(weighShared(other, one)).toBe(weighShared(one, other));
  });
});

describe('two clauses, character by character', () => {
  const from = '双方反对将人权问题政治化，愿加强对话。';
  const shared = (one: string, other: string) =>
    compareClauses(one, other).shared.map((span) => one.slice(...span));

  test('are identical, nearly the same, or related', () => {
    expect(compareClauses(from, from)).toMatchObject({ kind: 'identical', score: 1 });
    // 18 of 19 characters stand in both.
    expect(compareClauses(from, from.replace('愿', '将'))).toMatchObject({ kind: 'near', score: 0.947 });
    expect(compareClauses(from, '中方愿加强对话。')).toMatchObject({ kind: 'related' });
    expect(compareClauses('甲乙', '丙丁')).toEqual({ kind: 'related', score: 0, shared: [] });
  });

  test('share their longest stretches, without the marks at their ends, wherever they stand', () => {
    expect(shared(from, '愿加强对话，反对将人权问题武器化。')).toEqual(['反对将人权问题', '愿加强对话']);
    expect(shared('甲乙丙，丁', '甲乙丙，戊')).toEqual(['甲乙丙']);
    expect(shared('甲，丁', '甲，戊')).toEqual([]);
  });

  test('name three stretches at most', () => {
    expect(
      shared('甲乙丙丁一戊己庚辛二子丑寅卯三辰巳午未', '甲乙丙丁四戊己庚辛五子丑寅卯六辰巳午未'),
    ).toEqual(['甲乙丙丁', '戊己庚辛', '子丑寅卯']);
  });
});

describe('the documents', () => {
  test.each([
    ['2023-joint-statement#s7-10', '2024-joint-statement#s7-14'],
    ['2023-joint-statement#s2-5', '2024-joint-statement#s1-6'],
    ['2023-joint-statement#s6-4', '2024-joint-statement#s6-6'],
  ])('%s and %s correspond, which the texts alone say', (from, to) => {
    const pair = relateDocuments().parallels.find((each) => each.from === from && each.to === to);
    expect(pair?.shared?.length).toBeGreaterThan(0);
    expect(pair).not.toHaveProperty('decided');
  });

  test('a line that only names both governments has no part in a treaty between them', () => {
    const plan = relateData.find(({ slug }) => slug === '2023-economic-plan');
    const line = plan?.sections.flatMap(({ paragraphs }) => paragraphs).find(({ id }) => id === 'p12');
    expect(line?.text).toContain('中华人民共和国政府和俄罗斯联邦政府');
    expect(relateDocuments().parallels.filter(({ from }) => from === '2023-economic-plan#p12')).toEqual([]);
  });

  test('each pair is there once, between documents that are compared', () => {
    const related = relateDocuments();
    const keys = related.parallels.map(({ from, to }) => `${from} ${to}`);
    expect(new Set(keys).size).toBe(keys.length);
    const documents = new Set(keys.map((key) => key.replace(/#\S+/gu, '')));
    expect(documents).toEqual(new Set(related.comparisons.map(({ from, to }) => `${from} ${to}`)));
  });

  test('what is in content/relations is what the texts and decisions give now, byte for byte', () => {
    const files = Object.entries(relateDocuments()).map(
      ([name, data]) => [`${name}.json`, `${JSON.stringify(data, null, 2)}\n`] as const,
    );
    expect(readdirSync('content/relations').sort()).toEqual(files.map(([name]) => name).sort());
    for (const [name, text] of files)
      expect(
        text === readFileSync(`content/relations/${name}`, 'utf8'),
        `${name}: write it again with scripts/relate.ts`,
      ).toBe(true);
  });

  test('a second run gives the same bytes', () => {
    expect(JSON.stringify(relateCollection(relateInput))).toBe(JSON.stringify(relateDocuments()));
  });
});
