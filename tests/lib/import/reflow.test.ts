import fc from 'fast-check';
import { expect, test } from 'vitest';
import { lineWidth } from '../../../src/lib/import/text-layer/line-width.ts';
import { sha256 } from '../../../src/lib/text/sha256.ts';
import type { Spacing } from '../../../src/schemas/recipe.ts';
import { importSample } from './import-case.ts';

/** Full-width marks that print does not put at the start of a line: they hang on the line before. */
const hanging = new Set('，。：；？！、”’」』）》');

/** Wrap a paragraph as a column does: the first line indented by two, the others full. */
function wrap(paragraph: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const unit of Array.from(paragraph)) {
    const room = lines.length === 0 ? width - 2 : width;
    if (lineWidth(line + unit) > room && line !== '' && !hanging.has(unit)) {
      lines.push(line);
      line = '';
    }
    line += unit;
  }
  return [...lines, line];
}

/** Stretch a line as justification does: a space after every so many characters. */
function justify(line: string, every: number): string {
  if (every === 0) return line;
  return (line.match(/\d+|[\s\S]/gu) ?? [])
    .map((unit, index, all) => (index < all.length - 1 && index % every === 0 ? `${unit} ` : unit))
    .join('');
}

/** Import paragraphs as a column of the given width and spacing would print them. */
function reflow(paragraphs: readonly string[], width: number, spacing: Spacing, every: number) {
  const blocks = paragraphs.map((paragraph) => wrap(paragraph, width).map((line) => justify(line, every)));
  const text =
    spacing === 'single' ? blocks.map((lines) => lines.join('\n')).join('\n\n') : blocks.flat().join('\n\n');
  const source = `标题\n\n${text}\n`;
  const last = source.split('\n').length - 1;
  const bytes = new TextEncoder().encode(source);
  const { sources } = importSample(
    bytes,
    `sha256: ${sha256(bytes)}
reader: text-layer
name: 样张
kind: page
language: zh-Hans-CN
description: 样张
documents:
  - slug: sample
    kind: statement
    segments:
      - { part: title, lines: 1 }
      - { part: text, lines: 3-${last}, spacing: ${spacing}, justified: true }
`,
  );
  const [imported] = sources;
  return {
    paragraphs: imported?.documents[0]?.blocks
      .filter(({ part }) => part === 'paragraph')
      .map(({ text }) => text),
    doubts: imported?.doubts ?? [],
  };
}

const clause = fc
  .array(fc.constantFrom(...Array.from('双方将继续推动各领域务实合作深化交流'), '2023年', '第15次'), {
    minLength: 2,
    maxLength: 24,
  })
  .map((characters) => characters.join(''));
const sentence = fc
  .tuple(fc.array(clause, { minLength: 1, maxLength: 4 }), fc.constantFrom('。', '；', '：', '。”'))
  .map(([clauses, end]) => clauses.join('，') + end);
const paragraph = fc.array(sentence, { minLength: 1, maxLength: 5 }).map((sentences) => sentences.join(''));
const column = fc.tuple(
  fc.array(paragraph, { minLength: 1, maxLength: 12 }),
  fc.integer({ min: 12, max: 30 }),
  fc.integer({ min: 0, max: 3 }),
);

test('any text wrapped at any width, with first-line indents, reflows to itself (single-spaced)', () => {
  fc.assert(
    fc.property(column, ([paragraphs, width, every]) => {
      expect(reflow(paragraphs, width, 'single', every).paragraphs).toEqual(paragraphs);
    }),
    { numRuns: 400 },
  );
});

/** After how many characters each paragraph ends. */
function endsOf(paragraphs: readonly string[]): number[] {
  let end = 0;
  return paragraphs.map((paragraph) => {
    end += Array.from(paragraph).length;
    return end;
  });
}

test('any text wrapped at any width reflows to itself double-spaced, or the report names the line in doubt', () => {
  // Double-spaced, a full last line before a paragraph of one line looks like a full line before a last one:
  // no rule can tell them apart. What matters is that such a line is never passed over in silence.
  let wrong = 0;
  let all = 0;
  fc.assert(
    fc.property(column, ([paragraphs, width, every]) => {
      const result = reflow(paragraphs, width, 'double', every);
      const [expected, found] = [endsOf(paragraphs), endsOf(result.paragraphs ?? [])];
      const lineEnds = endsOf(paragraphs.flatMap((paragraph) => wrap(paragraph, width)));
      const differing = [...expected, ...found].filter(
        (end) => expected.includes(end) !== found.includes(end),
      );
      // The title's line and a blank one go before; then every second line has text.
      for (const end of differing)
        expect(result.doubts.map(({ line }) => line)).toContain(3 + 2 * lineEnds.indexOf(end));
      wrong += differing.length;
      all += lineEnds.length;
      expect(result.paragraphs?.join('')).toBe(paragraphs.join(''));
    }),
    { numRuns: 400 },
  );
  expect(wrong / all).toBeLessThan(0.02);
});
