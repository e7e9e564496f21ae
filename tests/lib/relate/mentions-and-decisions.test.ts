import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { ImportError } from '../../../src/lib/import/index.ts';
import { listMentions, listTitles } from '../../../src/lib/relate/list-mentions.ts';
import { relateCollection } from '../../../src/lib/relate/relate-collection.ts';
import { type Relations, relationsSchema } from '../../../src/schemas/relations.ts';
import { fold, relateData, relateInput } from './collection.ts';

describe('mentions', () => {
  /** What is mentioned in texts: each title, with its date; `→` what stands for it, where that is another name. */
  const list = (
    texts: readonly string[],
    ...more: [instruments?: Relations['instruments'], titles?: string[]]
  ) =>
    listMentions(
      texts.map((text, index) => ({ address: `document#p${index + 1}`, printed: listTitles(text) })),
      more[0] ?? [],
      (more[1] ?? []).map((title, index) => ({ slug: `document-${index + 1}`, title })),
      fold,
    );
  const read = (text: string) => list([text]).map(({ title, date }) => (date ? `${title} ${date}` : title));

  test('are the titles between marks, with their places in code points', () => {
    expect(list(['𠮷：依据《联合国宪章》和《巴黎协定》。'])).toEqual([
      { from: 'document#p1', span: [5, 10], title: '联合国宪章', instrument: '联合国宪章' },
      { from: 'document#p1', span: [13, 17], title: '巴黎协定', instrument: '巴黎协定' },
    ]);
    expect(read('依据联合国宪章和「巴黎協定」')).toEqual([]);
  });

  test('a title in a title is one as well, after the one it stands in', () => {
    expect(read('《关于〈睦邻条约〉签署20周年的声明》和《巴黎协定》')).toEqual([
      '关于〈睦邻条约〉签署20周年的声明',
      '睦邻条约',
      '巴黎协定',
    ]);
    expect(read('《甲〈乙《丙》〉丁〈戊〉》')).toEqual(['甲〈乙《丙》〉丁〈戊〉', '乙《丙》', '丙', '戊']);
  });

  test.each([
    ['2001年7月16日签署的《睦邻条约》', ['睦邻条约 2001年7月16日']],
    ['2021年6月28日《联合声明》', ['联合声明 2021年6月28日']],
    ['2021年6月发表的《联合声明》', ['联合声明 2021年6月']],
    ['1994年《协定》', ['协定 1994年']],
    ['2012年12月5日簽署的《協定》', ['協定 2012年12月5日']],
    // The date of what stands between, not of the document.
    ['2023年3月20日两国元首会晤，双方签署《联合声明》', ['联合声明']],
    ['2030年前《规划》', ['规划']],
    // A title that has a date in it has none beside it.
    ['《2030年前规划》', ['2030年前规划']],
    ['2001年7月16日签署的《条约》和《协定》', ['条约 2001年7月16日', '协定']],
    ['《条约》（2001年7月16日签署）', ['条约 2001年7月16日']],
    ['《条约》（草案）和2001年', ['条约']],
  ])('the date right beside: %s', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  test.each([
    ['》甲《乙》', ['乙']],
    ['《甲》》乙', ['甲']],
    ['《甲', []],
    ['甲〉《乙》《', ['乙']],
    // What has no other half opens nothing in the title that is whole.
    ['《甲〈乙》丙', ['甲〈乙']],
  ])('marks without their other half: %s', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  test('one instrument has one name: the editor’s, or the first that is printed', () => {
    const instruments = [{ name: '中俄睦邻友好合作条约', also: ['睦邻条约', '中俄条约'], reason: '简称。' }];
    const texts = [
      '《睦鄰條約》《中俄条约》',
      '《中俄睦鄰友好合作條約》',
      '《巴黎協定》',
      '《巴黎协定》《日内瓦协定》',
    ];
    expect(list(texts, instruments).map(({ title, instrument }) => [title, instrument])).toEqual([
      ['睦鄰條約', '中俄睦邻友好合作条约'],
      ['中俄条约', '中俄睦邻友好合作条约'],
      ['中俄睦鄰友好合作條約', '中俄睦邻友好合作条约'],
      ['巴黎協定', '巴黎協定'],
      ['巴黎协定', '巴黎協定'],
      ['日内瓦协定', '日内瓦协定'],
    ]);
  });

  test('a document of the collection is named, by its title or the name that stands for it; of two the first', () => {
    const instruments = [{ name: '联合声明', also: ['声明'], reason: '简称。' }];
    const mentions = list(['《聯合聲明》《声明》《规划》《宪章》'], instruments, [
      '联合声明',
      '联合声明',
      '规划',
    ]);
    expect(mentions.map(({ to }) => to)).toEqual(['document-1', 'document-1', 'document-3', undefined]);
  });
});

/** What an editor decides on two documents of the collection, and on a report. */
const [plan, statement, report] = ['2023-economic-plan', '2024-joint-statement', 'xinhua-signing'];
const pairs: Partial<Relations> = {
  comparisons: [{ from: plan, to: statement }],
  reports: [{ report, of: '2023-joint-statement' }],
};
const relate = (given: Partial<Relations>) =>
  relateCollection({ ...relateInput, relations: { ...relationsSchema.parse({}), ...pairs, ...given } });

const texts = new Map<string, string>(
  relateData.flatMap(({ slug, sections }) =>
    sections.flatMap(({ paragraphs }) => paragraphs.map(({ id, text }) => [`${slug}#${id}`, text] as const)),
  ),
);
const hash = (address: string) =>
  createHash('sha256')
    .update(texts.get(address) ?? '')
    .digest('hex')
    .slice(0, 8);
const named = (address: string) => `${address}@${hash(address)}`;

/** A pair that the texts give, and one that they do not. */
const found = { from: `${plan}#p3`, to: `${statement}#s3-3` };
const notFound = { from: `${plan}#p12`, to: `${statement}#s4-7` };
type How = 'add' | 'confirm' | 'reject';
const parallel = (decide: How, { from, to }: { from: string; to: string }, reason = '读过。') => ({
  decide,
  from: named(from),
  to: named(to),
  reason,
});

function problemsOf(given: Partial<Relations>) {
  try {
    relate(given);
  } catch (error) {
    if (error instanceof ImportError) return error.problems;
    throw error;
  }
  return [];
}

describe('decisions on parallels', () => {
  const plain = relate({}).parallels;
  const of = (given: Partial<Relations>, pair: { from: string; to: string }) =>
    relate(given).parallels.filter(({ from, to }) => from === pair.from && to === pair.to);

  test('the pairs they are tried on are what they should be', () => {
    expect(plain.filter(({ from, to }) => from === found.from && to === found.to)).toHaveLength(1);
    expect(plain.filter(({ from, to }) => from === notFound.from && to === notFound.to)).toEqual([]);
    expect(plain.some((link) => 'decided' in link)).toBe(false);
    expect([found, notFound].flatMap(({ from, to }) => [from, to]).every((each) => texts.has(each))).toBe(
      true,
    );
  });

  test('what is rejected is gone, and nothing else', () => {
    const { parallels } = relate({ parallels: [parallel('reject', found)] });
    expect(parallels).toEqual(plain.filter(({ from, to }) => from !== found.from || to !== found.to));
  });

  test('what is confirmed carries the reason, and is as it was found', () => {
    const [link] = plain.filter(({ from, to }) => from === found.from && to === found.to);
    expect(of({ parallels: [parallel('confirm', found, '都讲数字经济。')] }, found)).toEqual([
      { ...link, decided: { how: 'confirmed', reason: '都讲数字经济。' } },
    ]);
  });

  test('what is added carries the reason and a comparison, and stands in the documents’ order', () => {
    const given = { parallels: [parallel('add', notFound, '都讲实施。')] };
    expect(of(given, notFound)).toMatchObject([
      { id: 'p12.s4-7', kind: 'related', decided: { how: 'added', reason: '都讲实施。' } },
    ]);
    const { parallels } = relate(given);
    expect(parallels).toHaveLength(plain.length + 1);
    const order = [...texts.keys()];
    const places = parallels.map(({ from }) => order.indexOf(from));
    expect(places).toEqual(places.toSorted((a, b) => a - b));
  });

  test('a clause that is gone', () => {
    const problems = problemsOf({
      parallels: [
        {
          decide: 'reject',
          from: `${plan}#p99@00000000`,
          to: named(found.to),
          reason: '只有套语相同。',
        },
      ],
    });
    expect(problems[0]).toMatchObject({ file: 'relations.yaml', rule: 'relate/decision-gone' });
    expect(problems[0]?.message).toContain(`${plan}#p99`);
    expect(problems[0]?.message).toContain('只有套语相同。');
  });

  test('a text that has changed: the message names the hash it has now', () => {
    const problems = problemsOf({
      parallels: [
        { decide: 'reject', from: `${found.from}@00000000`, to: named(found.to), reason: '读过。' },
      ],
    });
    expect(problems).toMatchObject([{ file: 'relations.yaml', rule: 'relate/decision-changed' }]);
    expect(problems[0]?.message).toContain(`write ${named(found.from)}`);
  });

  test.each([
    ['add', found, 'is found', 'confirm'],
    ['confirm', notFound, 'is not found', 'add'],
    ['reject', notFound, 'is not found', 'no decision'],
  ] as const)('%s where it does not fit', (how, pair, is, instead) => {
    const problems = problemsOf({ parallels: [parallel(how, pair)] });
    expect(problems).toMatchObject([{ file: 'relations.yaml', rule: 'relate/decision' }]);
    expect(problems[0]?.message).toContain(`${how} of ${pair.from} and ${pair.to}, which ${is}`);
    expect(problems[0]?.message).toContain(`Expected ${instead}.`);
  });

  test('two decisions on one pair, and all that is wrong in one message', () => {
    const twice = [parallel('reject', found), parallel('reject', found)];
    expect(problemsOf({ parallels: twice }).map(({ rule }) => rule)).toEqual(['relate/decision-twice']);
    const both = [parallel('reject', found), parallel('add', found)];
    expect(problemsOf({ parallels: both }).map(({ rule }) => rule)).toEqual(['relate/decision-twice']);
    expect(
      problemsOf({ parallels: [parallel('add', found), parallel('confirm', notFound)] }).map(
        ({ rule }) => rule,
      ),
    ).toEqual(['relate/decision', 'relate/decision']);
  });

  test('of documents that are not compared, or that do not exist', () => {
    const elsewhere = { from: `${plan}#p3`, to: '2023-joint-statement#s3-3' };
    expect(problemsOf({ parallels: [parallel('add', elsewhere)] })).toMatchObject([
      { file: 'relations.yaml', rule: 'relate/comparison' },
    ]);
    const title = { from: `${plan}#title`, to: '2024-joint-statement#s1-1' };
    expect(problemsOf({ parallels: [parallel('add', title)] })).toMatchObject([{ rule: 'relate/clause' }]);
    const pair = { from: plan, to: '2024-joint-statement' };
    expect(problemsOf({ comparisons: [pair, pair] }).map(({ rule }) => rule)).toContain('relate/twice');
    expect(problemsOf({ comparisons: [{ from: plan, to: plan }] }).map(({ rule }) => rule)).toContain(
      'relate/self',
    );
    const nowhere = { name: '没有的条约', also: ['没有的条约'], reason: '试' };
    expect(problemsOf({ instruments: [nowhere] }).map(({ rule }) => rule)).toEqual([
      'relate/instrument',
      'relate/instrument-twice',
      'relate/instrument',
    ]);
    expect(problemsOf({ comparisons: [{ from: plan, to: 'no-such' }] })).toMatchObject([
      { file: 'relations.yaml', rule: 'relate/slug' },
    ]);
  });
});

describe('decisions on quotations', () => {
  const to = '2023-joint-statement#s9-1';
  const decision = (decide: How, words: string, reason = '概括这一段。') => ({
    decide,
    from: named(`${report}#p2`),
    words,
    to: named(to),
    reason,
  });
  const verbatim = '双方强调，负责任的对话是稳步解决问题的最佳途径。';
  const plain = relate({}).quotations;

  test('are on the report’s words: confirmed, rejected, added', () => {
    const confirmed = relate({ quotations: [decision('confirm', verbatim, '读过。')] }).quotations;
    expect(confirmed.filter(({ decided }) => decided)).toMatchObject([
      { to, kind: 'verbatim', decided: { how: 'confirmed', reason: '读过。' } },
    ]);
    const rejected = relate({ quotations: [decision('reject', verbatim)] }).quotations;
    expect(rejected).toHaveLength(plain.length - 1);
    const added = relate({ quotations: [decision('add', '积极评价')] }).quotations;
    expect(added).toHaveLength(plain.length + 1);
    const at = Array.from(texts.get(`${report}#p2`) ?? '')
      .join('')
      .indexOf('积极评价');
    expect(added.find(({ decided }) => decided)).toMatchObject({
      from: `${report}#p2`,
      span: [at, at + 4],
      kind: 'paraphrase',
      decided: { how: 'added', reason: '概括这一段。' },
    });
  });

  test('leave every other quotation its name: its place and the clause it reports', () => {
    const names = (given: Parameters<typeof relate>[0]) =>
      relate(given).quotations.map(({ from, id }) => `${from}.${id}`);
    expect(names({ quotations: [decision('add', '积极评价')] })).toEqual(expect.arrayContaining(names({})));
  });

  test.each(['经贸合作', '双方'])('%s: words that do not stand once in the block', (words) => {
    expect(problemsOf({ quotations: [decision('add', words)] })).toMatchObject([
      { file: 'relations.yaml', rule: 'relate/words' },
    ]);
  });

  test('do not fit what is found', () => {
    for (const given of [
      decision('add', verbatim),
      decision('confirm', '积极评价'),
      decision('reject', '双方'),
    ])
      expect(problemsOf({ quotations: [given] })).toMatchObject([
        { file: 'relations.yaml', rule: 'relate/decision' },
      ]);
  });
});
