import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatSource, ImportError } from '../../../src/lib/import/index.ts';
import { type AddedKind, listDecisions, proposeRecipe } from '../../../src/lib/import/propose/index.ts';
import { readRecipe } from '../../../src/lib/import/read-recipe.ts';
import { expectFile } from '../expect-file.ts';
import { importSample } from './import-case.ts';

const fixtures = 'tests/fixtures/propose';

function propose(bytes: Uint8Array, kind: AddedKind): string {
  return proposeRecipe({
    bytes,
    file: 'source.txt',
    kind,
    slug: 'sample',
    sourceKind: 'page',
    documentKind: 'statement',
    documentKinds: ['statement'],
  });
}

describe.each(readdirSync(fixtures).sort())('%s', (name) => {
  const bytes = readFileSync(join(fixtures, name, 'source.txt'));
  const recipe = propose(bytes, name.endsWith('-page') ? 'web-page' : 'newspaper-text');

  test('is proposed a recipe with the decisions that are left', () => {
    expectFile(join(fixtures, name, 'expected/recipe.yaml'), recipe);
  });

  test('is imported by it, with what is in doubt, or the import says what is to be decided', () => {
    try {
      const { files, sources } = importSample(bytes, recipe);
      expectFile(join(fixtures, name, 'expected/document.md'), files.get('documents/sample.md') ?? '');
      expectFile(join(fixtures, name, 'expected/report.txt'), `${sources.map(formatSource).join('\n')}\n`);
    } catch (error) {
      if (!(error instanceof ImportError)) throw error;
      expectFile(join(fixtures, name, 'expected/report.txt'), `${error.message}\n`);
    }
  });

  test('is claimed nothing but what stands in it', () => {
    const text = new TextDecoder().decode(bytes);
    // With every proposed statement taken out of its comment, one of each kind.
    const seen = new Set<string>();
    const stated = recipe.replace(
      /^( +)# (date|bodies|persons|origin): (.*) # line (\d+)$/gm,
      (whole, indent, key, value, line) => {
        const says = JSON.parse(/(?:says: )?("(?:[^"\\]|\\.)*")[ }\]]*$/.exec(value)?.[1] ?? '""');
        expect(text.split(/\r\n|\n/)[Number(line) - 1]).toContain(says);
        if (seen.has(key)) return whole;
        seen.add(key);
        return `${indent}${key}: ${value}`;
      },
    );
    const problems: string[] = [];
    try {
      importSample(bytes, stated);
    } catch (error) {
      if (!(error instanceof ImportError)) throw error;
      problems.push(...error.problems.map(({ rule }) => rule));
    }
    for (const rule of ['import/date', 'import/responsibility', 'import/origin'])
      expect(problems).not.toContain(rule);
  });
});

/** Faults of the import that say a decision is the editor's: the report lists each with its place. */
const decisions = [
  'import/empty-document',
  'import/empty-segment',
  'import/section',
  'import/unmarked-gap',
  'import/jump-mark',
];

function holdsForAny(text: string, kind: AddedKind): void {
  const bytes = new TextEncoder().encode(text);
  let recipe: string;
  try {
    recipe = propose(bytes, kind);
  } catch (error) {
    if (!(error instanceof ImportError)) throw error;
    // What cannot be read at all is refused before a recipe is made of it.
    for (const { rule } of error.problems)
      expect(rule).toMatch(
        /^(?:import\/(?:empty-source|html-\w+)|add\/(?:no-element|one-element|one-line|kind))$/,
      );
    return;
  }
  expect(readRecipe(recipe, 'recipe.yaml').recipe.documents).toHaveLength(1);
  expect(listDecisions(recipe).length).toBeGreaterThan(4);
  try {
    importSample(bytes, recipe);
  } catch (error) {
    if (!(error instanceof ImportError)) throw error;
    for (const { rule } of error.problems) expect(decisions, `${error.message}\n${recipe}`).toContain(rule);
  }
}

const line = fc.oneof(
  {
    weight: 4,
    arbitrary: fc
      .array(fc.constantFrom(...'河谷圖书馆今天开放，读者可以。'), { maxLength: 24 })
      .map((c) => c.join('')),
  },
  fc.constantFrom(
    '',
    '　',
    '一',
    '二',
    '三',
    '3',
    '——————',
    '第3版',
    '一、甲。',
    '二、乙。',
    '图为渡口',
    '（下转第5版）',
    '（上接第1版）文',
    '本报记者 周以宁',
  ),
  fc.constantFrom(
    '河闻社青石县5月6日电',
    '二〇三一年五月三日',
    '13月40日',
    '# Decide: x',
    '- { part: text }',
    '"',
    "'",
    'key: [',
    '\u200b',
    '\ufeff甲',
    '\u0085',
    '\ud83d\ude00。',
  ),
  fc.string({ maxLength: 12 }),
);
const lines = fc
  .tuple(fc.array(line, { maxLength: 40 }), fc.constantFrom('\n', '\r\n', '\n\n'))
  .map(([all, end]) => all.join(end));

describe('any text', () => {
  test('is proposed a recipe that the import takes, or refuses only for decisions that are the editor’s', () => {
    fc.assert(
      fc.property(lines, (text) => holdsForAny(text, 'newspaper-text')),
      { numRuns: 150 },
    );
  });

  test('in any elements is proposed a recipe that accounts for every character of the page', () => {
    const { node } = fc.letrec<{ node: string }>((tie) => ({
      node: fc.oneof(
        { maxDepth: 4 },
        line.map((text) => text.replace(/[<>&\p{C}]/gu, '')),
        fc
          .tuple(
            fc.constantFrom(
              '\n',
              '<br>',
              '<p></p>',
              '<script>x</script>',
              '&nbsp;',
              '&#8203;',
              '<!-- x -->',
              '<img alt="x">',
            ),
            fc.constant(''),
          )
          .map(([a]) => a),
        fc
          .tuple(
            fc.constantFrom(
              'div',
              'p',
              'h1',
              'h3',
              'ul',
              'li',
              'a',
              'b',
              'article',
              'nav',
              'figcaption',
              'section',
              'blockquote',
              'title',
            ),
            fc.constantFrom('', ' class="a"', ' class="ad b"', ' id="x"', ' class="1 &quot;"', ' id="7"'),
            fc.array(tie('node'), { maxLength: 5 }),
          )
          .map(([tag, attributes, children]) => `<${tag}${attributes}>${children.join('')}</${tag}>`),
      ),
    }));
    fc.assert(
      fc.property(fc.array(node, { maxLength: 8 }), (nodes) => holdsForAny(nodes.join(''), 'web-page')),
      { numRuns: 150 },
    );
  });
});
