import { describe, expect, test } from 'vitest';
import { readEditions } from '../../../src/content/content-files.ts';
import { formats } from '../../../src/lib/cite/formats.ts';
import { hashWords, type Mark, toFragment } from '../../../src/lib/cite/mark.ts';
import { toCitations } from '../../../src/lib/cite/to-citations.ts';
import { partOfId } from '../../../src/lib/document/block-id.ts';
import { scriptOf, scripts } from '../../../src/lib/script/scripts.ts';
import { checkCited } from '../../../src/lib/verify/check-cited.ts';
import { readPassage } from '../../../src/lib/verify/read-passage.ts';
import {
  accessed,
  documentOf,
  documents,
  edition,
  fillAll,
  recordOf,
  site,
  styles,
} from '../cite/records.ts';
import { openCollection } from './collection.ts';

const { find, clausesOf, verify, slugOf } = openCollection('hans');
const block = (id: string): Mark => ({ from: { id }, to: { id } });
/** What a text cites, in a line each: `slug`, `slug#s5-3`, `slug#s5-3..s5-5`. */
const say = (slug: string, mark: Mark | undefined) =>
  `${slug}${mark ? toFragment(mark).replace(/^\?mark=(.*)#.*$/, '#$1') : ''}`;
/** The texts that these tests know: those to come may have the same ids. */
const known = new Set(Object.keys(readEditions('content')[0]?.edition.documents ?? {}));
const listCited = (text: string) =>
  find(text).cited.flatMap(({ slug, mark }) => (known.has(slug) ? [say(slug, mark)] : []));

/** A paragraph, a range, words, and every part without a number that a document has. */
function listMarks(slug: string): Mark[] {
  const own = clausesOf(slug);
  const paragraphs = own.filter(({ id }) => partOfId(id) === 'paragraph');
  const [one, next] = paragraphs.slice(-2);
  if (!one || !next) throw new Error(`${slug} has few paragraphs.`);
  const words = Array.from(one.published).slice(2, 9).join('');
  return [
    block(one.id),
    { from: { id: one.id }, to: { id: next.id } },
    { from: { id: one.id, at: 2 }, to: { id: one.id, at: 9 }, hash: hashWords(words) },
    ...own.filter(({ id }) => partOfId(id) !== 'paragraph').map(({ id }) => block(id)),
  ];
}
/** Without an address, and in formats that name no id, words are cited by their paragraph. */
const withoutWords = ({ from, to }: Mark): Mark => ({ from: { id: from.id }, to: { id: to.id } });

describe.each([
  ['with an address', site],
  ['below a path', 'https://duben.example/deep/er'],
  ['without an address', undefined],
])('citations %s', (_, root) => {
  const written = scripts.flatMap((script) =>
    documents.flatMap((document) => {
      const citations = toCitations(recordOf(document, root), styles);
      const marks = [undefined, ...listMarks(document.slug)];
      return marks.map((mark) => ({ mark, slug: document.slug, texts: fillAll(citations, script, mark) }));
    }),
  );

  test.each(formats.map(({ key }) => key))('of %s are all found again, and nothing else', (format) => {
    const wrong = written.flatMap(({ slug, mark, texts }) => {
      const text = texts.get(format) ?? '';
      const { cited, pages, rest } = find(text);
      const found = [...cited.map((each) => say(each.slug, each.mark)), ...pages, rest].join(' ').trim();
      const isNamed = root || ['bibtex', 'ris', 'csl-json'].includes(format);
      const expected = say(slug, mark && (isNamed ? mark : withoutWords(mark)));
      return found === expected ? [] : [`${expected} is found as ${found}, in ${text}`];
    });
    expect(wrong).toEqual([]);
  });
});

/** A paragraph’s citation in every format. */
const formatted = [
  ...fillAll(toCitations(recordOf(documentOf('2023-joint-statement'), site), styles), 'hans', block('s5-3')),
];

describe('a text', () => {
  const words = hashWords('x');
  test.each<[text: string, expected: readonly string[]]>([
    ['https://duben.example/hans/2023-joint-statement/', ['2023-joint-statement']],
    ['https://duben.example/hant/2023-joint-statement/#s5-3', ['2023-joint-statement#s5-3']],
    ['http://localhost:4321/a/b/hans/cna-report/#p2', ['cna-report#p2']],
    ['/hans/cna-report/#p2', ['cna-report#p2']],
    ['见https://duben.example/hans/cna-report/#p2。', ['cna-report#p2']],
    ['（https://duben.example/hans/cna-report/#p2）', ['cna-report#p2']],
    ['https://duben.example/hans/cna-report/?q=%E5%8F%8C%E6%96%B9#p2', ['cna-report#p2']],
    [
      'https://duben.example/hans/2023-joint-statement/?mark=s5-3..s5-5#s5-3',
      ['2023-joint-statement#s5-3..s5-5'],
    ],
    [
      `https://duben.example/hans/2023-joint-statement/?mark=s5-3:2-6:${words}#s5-3`,
      [`2023-joint-statement#s5-3:2-6:${words}`],
    ],
    [
      `https://duben.example/hans/2023-joint-statement/?mark=s5-3%3A2-6%3A${words}#s5-3`,
      [`2023-joint-statement#s5-3:2-6:${words}`],
    ],
    ['2023-joint-statement#s5-3', ['2023-joint-statement#s5-3']],
    ['2023-joint-statement:s5-3', ['2023-joint-statement#s5-3']],
    ['cna-report#title', ['cna-report#title']],
    ['xinhua-signing#dateline', ['xinhua-signing#dateline']],
    ['cna-report', ['cna-report']],
    ['2023-joint-statement', ['2023-joint-statement']],
    // No such place: that is for whoever checks it to say.
    ['2023-joint-statement#s99-1', ['2023-joint-statement#s99-1']],
    ['https://duben.example/hans/2023-joint-statement#s5-3', ['2023-joint-statement#s5-3']],
    ['duben.example/hans/cna-report/#p2', ['cna-report#p2']],
    ['?mark=s9-4..s9-5#s9-4', ['2023-joint-statement#s9-4..s9-5', '2023-joint-statement-mirror#s9-4..s9-5']],
    ['第9.4—9.5段', ['2023-joint-statement#s9-4..s9-5', '2023-joint-statement-mirror#s9-4..s9-5']],
    ['S9-4', ['2023-joint-statement#s9-4', '2023-joint-statement-mirror#s9-4']],
    ['图片说明1', ['xinhua-putin-talks#caption-1']],
    ['落款1', ['2023-joint-statement#signature-1', '2023-economic-plan#signature-1']],
    [
      'https://duben.example/hans/cna-report/#p2 https://duben.example/hans/xinhua-signing/#p1',
      ['cna-report#p2', 'xinhua-signing#p1'],
    ],
    ['“文字”——《中俄簽署聯合聲明 稱彼此為優先合作夥伴》第4段', ['cna-report#p4']],
    ['“文字”——《中俄签署联合声明 称彼此为优先合作伙伴》第4段', ['cna-report#p4']],
  ])('%s', (text, expected) => {
    expect(listCited(text)).toEqual(expected);
  });

  test.each(['s5-3', '#s5-3', '5.3', '第5.3段', ' s5-3 '])(
    'with an id or number alone cites all that have it: %j',
    (text) => {
      expect(listCited(text)).toEqual([
        '2023-joint-statement#s5-3',
        '2023-joint-statement-mirror#s5-3',
        '2024-joint-statement#s5-3',
      ]);
      expect(find(text).rest).toBe('');
    },
  );

  test.each(['s99-9', '#p999', '99.9', '第99.9段'])(
    'that is a place nobody has is said to be: %s',
    (text) => {
      expect(find(text)).toEqual({ cited: [], pages: [], unresolved: [], rest: '', isUnknown: true });
    },
  );

  test('is no place of ours where it links elsewhere', () => {
    const text = '见 https://example.org/hans/foo/ 与 https://example.org/hant/a/b/';
    expect(find(text)).toMatchObject({ cited: [], pages: [], rest: text });
  });

  test('keeps what is quoted in a line that cites', () => {
    const [, citation = ''] = formatted[0] ?? [];
    expect(find(`他说“反对单边制裁和极限施压”（${citation}）`).rest).toBe('他说“反对单边制裁和极限施压”');
    expect(find('双方反对单边制裁——《某书》这样写道，从来没有这样的话。').rest).toBe(
      '双方反对单边制裁——《某书》这样写道，从来没有这样的话。',
    );
    expect(find('双方反对单边制裁 (中华人民共和国 & 俄罗斯联邦, 2023, para. 2.4)').rest).toBe(
      '双方反对单边制裁',
    );
  });

  test('may link to other pages of the site', () => {
    const { cited, pages } = find(
      'https://duben.example/hans/compare/a-vs-b/#x https://duben.example/hans/about/',
    );
    expect(cited).toEqual([]);
    expect(pages).toEqual(['hans/compare/a-vs-b/#x', 'hans/about/']);
  });

  test.each([
    '双方同意。',
    '双方同意。\n双方反对。',
    '双方（以下称“两国”）同意第5.3条。',
    'See https://example.org/a and G20.',
    '中俄元首签署联合声明',
    '2023年3月21日，增长5.3%',
    '据《联合国宪章》：双方同意。',
    'no-such-document#s5-3',
  ])('that cites nothing is left as it is: %s', (text) => {
    expect(find(text)).toEqual({ cited: [], pages: [], unresolved: [], rest: text, isUnknown: false });
  });

  test('every paragraph of the collection is left as it is', () => {
    for (const { slug } of documents)
      for (const { id, published } of clausesOf(slug)) {
        if (partOfId(id) !== 'paragraph') continue;
        expect(find(published), `${slug}#${id}`).toMatchObject({ cited: [], pages: [], rest: published });
      }
  });
});

describe('a quotation with its citation', () => {
  const quotation = '“双方支持和平解决争端，反对任何单边制裁。”';
  const slug = '2023-joint-statement';

  test.each(formatted)('of %s on the next line leaves exactly the quotation', (_, citation) => {
    const { cited, rest } = find(`${quotation}\n${citation}`);
    expect(cited.map((each) => say(each.slug, each.mark))).toEqual([`${slug}#s5-3`]);
    expect(rest).toBe(quotation);
  });

  test.each(formatted.filter(([format]) => !['bibtex', 'ris', 'csl-json'].includes(format)))(
    'of %s on the same line leaves exactly the quotation',
    (_, citation) => {
      const { cited, rest } = find(`${quotation}${citation.replaceAll('\n', ' ')}`);
      expect(cited.map((each) => say(each.slug, each.mark))).toEqual([`${slug}#s5-3`]);
      expect(rest).toBe(quotation);
    },
  );

  test.each([
    `${quotation}https://duben.example/hans/${slug}/#s5-3`,
    `${quotation} https://duben.example/hans/${slug}/#s5-3`,
    `${quotation}（https://duben.example/hans/${slug}/#s5-3）`,
    `${quotation}\nhttps://duben.example/hans/${slug}/#s5-3`,
    `${quotation}(${slug}#s5-3)`,
    `${quotation}——《中华人民共和国和俄罗斯联邦关于深化新时代全面战略协作伙伴关系的联合声明》第5.3段`,
    `${quotation}\n——《中华人民共和国和俄罗斯联邦关于深化新时代全面战略协作伙伴关系的联合声明》第5.3段，2026-11-21版，https://duben.example/hans/${slug}/#s5-3`,
  ])('leaves exactly the quotation: %s', (text) => {
    expect(listCited(text)).toEqual([`${slug}#s5-3`]);
    expect(find(text).rest).toBe(quotation);
  });

  const title = '《中华人民共和国和俄罗斯联邦关于深化新时代全面战略协作伙伴关系的联合声明》';
  const other = fillAll(toCitations(recordOf(documentOf('cna-report'), site), styles), 'hans', block('p4'));
  test.each(formatted.filter(([format]) => !['bibtex', 'ris', 'csl-json'].includes(format)))(
    'and another one in brackets, as in %s, leave the words around them',
    (format, citation) => {
      const [first = ''] = citation.split('\n');
      const [second = ''] = (other.get(format) ?? '').split('\n');
      const { cited, rest } = find(
        `“反对单边制裁。”（${first}）又说“反对极限施压”（${second}），后来双方同意。`,
      );
      expect(cited.map((each) => say(each.slug, each.mark))).toEqual([`${slug}#s5-3`, 'cna-report#p4']);
      expect(rest.replace(/\s/gu, '')).toBe('“反对单边制裁。”又说“反对极限施压”，后来双方同意。');
      const named = find(`据${title}，双方反对单边制裁。${citation.replaceAll('\n', ' ')}`);
      expect(named.cited).toHaveLength(1);
      expect(named.rest).toBe(`据${title}，双方反对单边制裁。`);
    },
  );

  test.each<[text: string, rest: string, cited: readonly string[], unresolved: readonly string[]]>([
    [
      `双方反对单边制裁（${title}第5.3段）并反对极限施压（第5.4段）。`,
      '双方反对单边制裁 并反对极限施压。',
      [`${slug}#s5-3`],
      ['（第5.4段）'],
    ],
    ['双方反对单边制裁（新华社，2023，第5.3段）。', '双方反对单边制裁。', [], ['（新华社，2023，第5.3段）']],
    [`${title}第5.3段指出：“双方反对。”`, '指出：“双方反对。”', [`${slug}#s5-3`], []],
    [`${title}（2023年3月21日）第5.3段`, '', [`${slug}#s5-3`], []],
    [`双方签署${title}，声明指出“双方反对。”`, `双方签署${title}，声明指出“双方反对。”`, [], []],
    [
      `[双方反对单边制裁](https://duben.example/hans/${slug}/#s5-3)。`,
      '双方反对单边制裁。',
      [`${slug}#s5-3`],
      [],
    ],
    [`[第5.3段](https://duben.example/hans/${slug}/#s5-3)`, '', [`${slug}#s5-3`], []],
  ])('in a sentence leaves the words of the sentence: %s', (text, rest, cited, unresolved) => {
    const found = find(text);
    expect(found.rest).toBe(rest);
    expect(found.cited.map((each) => say(each.slug, each.mark))).toEqual(cited);
    expect(found.unresolved).toEqual(unresolved);
  });

  test.each([
    ['brackets', '（'.repeat(50_000)],
    ['titles', title.repeat(1_000)],
    ['titles with editions', `${title}2026-11-21版，`.repeat(300)],
    ['spaces', `双方${' '.repeat(50_000)}同意`],
    ['slashes', '/a'.repeat(25_000)],
    ['numbers', '5.3'.repeat(15_000)],
    ['records', '@a{\n'.repeat(10_000)],
  ])('is looked for in little time: %s', (_, text) => {
    const began = performance.now();
    find(text);
    expect(performance.now() - began).toBeLessThan(5_000);
  });

  test('names the edition', () => {
    expect(find(formatted[0]?.[1] ?? '').cited[0]?.edition).toBe(edition);
    expect(accessed).not.toBe(edition);
  });
});

describe('a citation is checked against what is quoted', () => {
  const slug = '2023-joint-statement';
  const clauses = clausesOf(slug);
  const published = clauses.find(({ id }) => id === 's5-3')?.published ?? '';
  const [sentence = ''] = readPassage(published).map(({ text }) => text);
  const other = readPassage(clauses.find(({ id }) => id === 's1-2')?.published ?? '')[0]?.text ?? '';
  const check = (mark: Mark | undefined, passage: string, of = slug) => {
    const judged = readPassage(passage).map((unit) => verify(unit));
    const { place, sentences } = checkCited(
      { slug: of, mark, edition: undefined },
      clausesOf(of),
      judged,
      slugOf,
    );
    return [place, ...sentences];
  };
  const words = (from: number, to: number, hash: string): Mark => ({
    from: { id: 's5-3', at: from },
    to: { id: 's5-3', at: to },
    hash,
  });
  const opening = Array.from(published).slice(0, 6).join('');
  const last = clauses.find(({ id }) => id === 's5-4')?.published ?? '';

  test.each<[why: string, actual: () => readonly string[], expected: readonly string[]]>([
    ['there, word for word', () => check(block('s5-3'), sentence), ['there', 'verbatim']],
    [
      'there, with other marks',
      () => check(block('s5-3'), sentence.replaceAll('，', ' ')),
      ['there', 'alike'],
    ],
    ['in another paragraph', () => check(block('s5-4'), sentence), ['there', 'elsewhere']],
    [
      'within a range',
      () => check({ from: { id: 's5-2' }, to: { id: 's5-4' } }, sentence),
      ['there', 'verbatim'],
    ],
    ['in the document', () => check(undefined, sentence), ['there', 'verbatim']],
    ['in another document', () => check(undefined, sentence, 'cna-report'), ['there', 'elsewhere']],
    ['each by itself', () => check(block('s5-3'), `${sentence}${other}`), ['there', 'verbatim', 'elsewhere']],
    ['with a character changed', () => check(block('s5-3'), `龘${sentence.slice(1)}`), ['there', 'differs']],
    ['without a quotation', () => check(block('s5-3'), ''), ['there']],
    ['no such paragraph', () => check(block('s5-99'), sentence), ['gone', 'elsewhere']],
    [
      'a range backwards',
      () => check({ from: { id: 's5-4' }, to: { id: 's5-2' } }, sentence),
      ['there', 'verbatim'],
    ],
    [
      'the words that were cited',
      () => check(words(0, 6, hashWords(opening)), sentence),
      ['there', 'verbatim'],
    ],
    [
      'words that have changed',
      () => check(words(0, 6, hashWords('别的文字')), sentence),
      ['changed', 'verbatim'],
    ],
    [
      'words of two paragraphs',
      () =>
        check(
          {
            from: { id: 's5-3', at: 2 },
            to: { id: 's5-4', at: 3 },
            hash: hashWords(
              `${Array.from(published).slice(2).join('')}\n${Array.from(last).slice(0, 3).join('')}`,
            ),
          },
          '',
        ),
      ['there'],
    ],
  ])('%s', (_, actual, expected) => {
    expect(actual()).toEqual(expected);
  });

  test('the words of a whole citation stand where it says', () => {
    for (const document of documents)
      for (const mark of listMarks(document.slug)) {
        const cited = find(`/${scriptOf(document.lang)}/${document.slug}/${toFragment(mark)}`).cited[0];
        expect(cited).toBeDefined();
        if (cited) expect(checkCited(cited, clausesOf(document.slug), [], slugOf).place).toBe('there');
      }
  });
});
