import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readDocument } from '../../../src/lib/document/read-document.ts';
import { ImportError } from '../../../src/lib/import/index.ts';
import { checkLedger } from '../../../src/lib/ledger/check-ledger.ts';
import { sha256 } from '../../../src/lib/text/sha256.ts';
import { fixtures, importSample, listCases } from './import-case.ts';

/** `FUZZ_RUNS` and `FUZZ_SEED` make it longer, or the same again. */
const runs = Number(process.env.FUZZ_RUNS ?? 200);
const seed = Number(process.env.FUZZ_SEED ?? Date.now() % 2 ** 31);
/** No input of these sizes may take longer, on a machine that does other things as well. */
const mostSeconds = 10;

/** Whatever comes in: refused with a place and a rule, or documents that read back and a ledger that proves them. */
function expectRefusedOrProven(bytes: Uint8Array, recipe: string): 'refused' | 'accepted' {
  const start = performance.now();
  try {
    const { sources, files } = importSample(bytes, recipe.replace('{{sha256}}', sha256(bytes)));
    const [source] = sources;
    if (!source) throw new Error('nothing imported');
    const documents = source.documents.map(({ slug }) =>
      readDocument(files.get(`documents/${slug}.md`) ?? '', slug),
    );
    expect(documents).toEqual(source.documents);
    const bySlug = new Map(documents.map((document) => [document.slug, document]));
    expect(
      checkLedger({ file: '', bytes, ledger: source.ledger, recipe: source.read.recipe }, sha256, bySlug),
    ).toEqual([]);
    return 'accepted';
  } catch (error) {
    if (!(error instanceof ImportError)) throw error;
    expect(error.problems.length).toBeGreaterThan(0);
    for (const { file, position, rule, message } of error.problems) {
      expect(['source.txt', 'recipe.yaml', 'collection.yaml', 'permalinks.json']).toContain(file);
      expect(rule).toMatch(/^import\/[a-z0-9-]+$/);
      expect(rule, message).not.toBe('import/unproven');
      expect(message).toMatch(/^Unexpected [\s\S]+, expected /);
      if (position) expect(Math.min(position.line, position.column)).toBeGreaterThanOrEqual(1);
    }
    return 'refused';
  } finally {
    expect((performance.now() - start) / 1000).toBeLessThan(mostSeconds);
  }
}

/** Hold inputs to the property, and say how many were of which kind, and how to have the same again. */
function hold<Input>(inputs: fc.Arbitrary<Input>, run: (input: Input) => 'refused' | 'accepted'): void {
  const counts = { refused: 0, accepted: 0 };
  fc.assert(
    fc.property(inputs, (input) => {
      counts[run(input)] += 1;
    }),
    { numRuns: runs, seed },
  );
  console.log(`${counts.accepted} accepted, ${counts.refused} refused (FUZZ_SEED=${seed} FUZZ_RUNS=${runs})`);
  // Inputs of one outcome only would show that they reach nothing.
  expect(Math.min(counts.accepted, counts.refused)).toBeGreaterThan(0);
}

const samples = listCases().map((name) => ({
  bytes: readFileSync(join(fixtures, name, 'input/source.txt')),
  recipe: readFileSync(join(fixtures, name, 'input/recipe.yaml'), 'utf8'),
}));

const odd = [
  ...[
    '\r',
    '\n',
    '\r\n',
    '\t',
    ' ',
    '\u3000',
    '\u00a0',
    '\u2028',
    '\u200b',
    '\ufeff',
    '\0',
    '\ue000',
    '\ufffd',
  ],
  ...['𠮷', '\u{2f800}', 'Ａ', 'é', 'e\u0301', '𝔸', '\u202e'],
  ...[
    '---',
    '+++',
    '===',
    '# ',
    '> ',
    '- ',
    '1. ',
    '```',
    '    ',
    '\\',
    '  \n',
    '{#p1}',
    ' {#s1-1}',
    '〔缺文〕',
    '〔疑误〕',
  ],
  ...[
    '*',
    '_',
    '**',
    '`',
    '[',
    ']',
    '(',
    ')',
    '![',
    '<',
    '>',
    '&',
    '&amp;',
    '&#0;',
    '&#xD800;',
    '&lt',
    '&notit;',
    '|',
    '~',
  ],
  ...[
    '<p>',
    '</p>',
    '<b>',
    '</i>',
    '<br>',
    '<!--',
    '-->',
    '<script>',
    '</script>',
    '<![CDATA[',
    ']]>',
    '<a b="',
    "'",
    '"',
  ],
  ...[
    '<table>',
    '<td>',
    '<svg>',
    '<math>',
    '<template>',
    '<plaintext>',
    '<select>',
    '<body>',
    '<?',
    '<!',
    '=',
    '/',
  ],
  ...['（下转第2版）', '一', '二', '一、', '。', '：', '”', '正文。', '2023年3月21日'],
];
const piece = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...odd) },
  fc.string({ unit: 'grapheme', maxLength: 6 }),
);

const utf8 = new TextEncoder();
type Bytes = Uint8Array<ArrayBuffer>;
type Mutation = (bytes: Bytes) => Bytes;
const place = fc.double({ min: 0, max: 0.999, noNaN: true });
const splice = (bytes: Bytes, from: number, to: number, put: Uint8Array) =>
  Uint8Array.from([...bytes.subarray(0, from), ...put, ...bytes.subarray(to)]);
const at = (bytes: Uint8Array, share: number) => Math.floor(bytes.length * share);
const mutation: fc.Arbitrary<Mutation> = fc.oneof(
  fc.tuple(place, fc.integer({ min: 0, max: 255 })).map(
    ([share, byte]): Mutation =>
      (bytes) =>
        splice(bytes, at(bytes, share), at(bytes, share) + 1, Uint8Array.of(byte)),
  ),
  fc.tuple(place, piece).map(
    ([share, text]): Mutation =>
      (bytes) => {
        // At the start of a character, so that what comes in is read at all.
        let from = at(bytes, share);
        while (((bytes[from] ?? 0) & 0xc0) === 0x80) from += 1;
        return splice(bytes, from, from, utf8.encode(text));
      },
  ),
  fc.tuple(place, place).map(
    ([one, other]): Mutation =>
      (bytes) =>
        splice(bytes, at(bytes, Math.min(one, other)), at(bytes, Math.max(one, other)), new Uint8Array()),
  ),
  fc.tuple(place, fc.constantFrom(...samples)).map(
    ([share, { bytes: other }]): Mutation =>
      (bytes) =>
        splice(bytes, at(bytes, share), bytes.length, other.subarray(at(other, share))),
  ),
  fc.constantFrom<Mutation>(
    (bytes) => new Uint8Array(Buffer.from(Buffer.from(bytes).toString('latin1'), 'utf8')),
    (bytes) => new Uint8Array(Buffer.from(Buffer.from(bytes).toString('utf8'), 'utf16le')),
    (bytes) => new Uint8Array(Buffer.from(Buffer.from(bytes).toString('utf16le'), 'utf8')),
    (bytes) => Uint8Array.from(bytes).reverse(),
  ),
);

const line = fc.array(piece, { maxLength: 6 }).map((pieces) => pieces.join('').replace(/[\r\n]/g, ' '));
const lines = fc.array(fc.oneof(line, fc.constantFrom('', '正文一句。', '甲乙丙丁')), {
  minLength: 2,
  maxLength: 12,
});
const segmentOf = (range: string) =>
  fc.oneof(
    {
      weight: 3,
      arbitrary: fc.record({
        part: fc.constant('text'),
        lines: fc.constant(range),
        spacing: fc.constantFrom('single', 'double', 'unwrapped'),
        justified: fc.boolean(),
      }),
    },
    fc.record({ part: fc.constantFrom('signature', 'caption', 'dateline'), lines: fc.constant(range) }),
  );
const mark = fc.record({
  after: fc.constantFrom('title', 'p1', 's1-1', 'p2', 's0-1', 'x'),
  reason: fc.oneof(
    fc.constant('下文未收到。'),
    fc.array(piece, { minLength: 1, maxLength: 5 }).map((p) => p.join('')),
  ),
});
const common = { name: '样张', kind: 'page', language: 'zh-Hans-CN', description: '样张' };

/** A printed page: a title, and the rest divided somewhere in two. */
const printedPage = lines.chain((rest) => {
  const last = rest.length + 1;
  return fc.integer({ min: 2, max: last }).chain((end) =>
    fc.record({
      text: fc.constantFrom('\n', '\r\n', '\r').map((end) => ['标题', ...rest].join(end) + end),
      recipe: fc
        .record({
          segments: fc.tuple(segmentOf(`2-${end}`), ...(end < last ? [segmentOf(`${end + 1}-${last}`)] : [])),
          sections: fc.option(fc.constantFrom('numeral-lines', 'numeral-openings'), { nil: undefined }),
          gaps: fc.array(mark, { maxLength: 2 }),
          allow: fc.subarray(['U+200B', 'U+2028', 'U+FEFF', 'U+E000', 'U+202E']),
        })
        .map(({ segments, allow, ...document }) => ({
          ...common,
          reader: 'text-layer',
          allow,
          documents: [
            {
              slug: 'sample',
              kind: 'statement',
              ...document,
              segments: [{ part: 'title', lines: 1 }, ...segments],
            },
          ],
        })),
    }),
  );
});

/** A tree of elements, some of them open at its end; what is no text of the document is furniture. */
const { tree } = fc.letrec<{ tree: string; element: string }>((tie) => ({
  tree: fc
    .array(fc.oneof({ depthSize: 'small' }, piece, tie('element')), { maxLength: 5 })
    .map((nodes) => nodes.join('')),
  element: fc
    .record({
      name: fc.constantFrom(
        'p',
        'b',
        'i',
        'a',
        'div',
        'span',
        'ul',
        'li',
        'table',
        'tr',
        'td',
        'svg',
        'math',
        'template',
        'ruby',
        'rt',
        'h2',
        'pre',
        'textarea',
        'form',
        'button',
        'x-y',
      ),
      attributes: fc.array(
        fc.constantFrom(
          ' class=a',
          ' id="b"',
          " title='<p>'",
          ' hidden',
          ' style="x:y"',
          ' onclick="f(\'>\')"',
          ' a"b',
          ' /',
          ' =',
        ),
        { maxLength: 2 },
      ),
      content: tie('tree'),
      isClosed: fc.oneof({ weight: 5, arbitrary: fc.constant(true) }, fc.constant(false)),
    })
    .map(
      ({ name, attributes, content, isClosed }) =>
        `<${name}${attributes.join('')}>${content}${isClosed ? `</${name}>` : ''}`,
    ),
}));
const webPage = fc.tuple(tree, tree, tree).map(([before, text, after]) => {
  const html = `${before}<h1>标题</h1><article id=text>正文。${text}</article>${after}余`;
  return { html, lines: html.split(/\r\n?|\n/).length };
});

describe('any input is refused with place and rule, or read with a ledger that proves it', () => {
  test('bytes of a source, changed', () => {
    hold(
      fc.tuple(fc.constantFrom(...samples), fc.array(mutation, { maxLength: 4 })),
      ([{ bytes, recipe }, mutations]) =>
        expectRefusedOrProven(
          mutations.reduce((changed: Bytes, mutate) => mutate(changed), new Uint8Array(bytes)),
          recipe,
        ),
    );
  }, 600_000);

  test('bytes of a recipe, changed', () => {
    hold(
      fc.tuple(fc.constantFrom(...samples), fc.array(mutation, { maxLength: 2 })),
      ([{ bytes, recipe }, mutations]) => {
        const filled = utf8.encode(recipe.replace('{{sha256}}', sha256(bytes)));
        const changed = mutations.reduce((changed: Bytes, mutate) => mutate(changed), filled);
        return expectRefusedOrProven(bytes, Buffer.from(changed).toString('utf8'));
      },
    );
  }, 600_000);

  test('printed pages', () => {
    hold(printedPage, ({ text, recipe }) =>
      expectRefusedOrProven(utf8.encode(text), JSON.stringify({ sha256: '{{sha256}}', ...recipe })),
    );
  }, 600_000);

  test('web pages', () => {
    hold(webPage, ({ html, lines }) =>
      expectRefusedOrProven(
        utf8.encode(html),
        JSON.stringify({
          sha256: '{{sha256}}',
          ...common,
          reader: 'web-page',
          documents: [
            {
              slug: 'sample',
              kind: 'statement',
              segments: [
                { part: 'title', select: 'h1' },
                { part: 'text', select: '#text' },
              ],
            },
          ],
          furniture: [{ lines: `1-${lines}`, reason: '余' }],
        }),
      ),
    );
  }, 600_000);
});
