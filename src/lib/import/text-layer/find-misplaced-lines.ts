import type { TextLayerRecipe } from '../../../schemas/recipe.ts';
import { type SourceText, sliceSource } from '../../text/source-text.ts';
import { mostNamed, nameFirst, type Problem, problemAt } from '../problem.ts';
import type { ReadRecipe } from '../read-recipe.ts';

/** Every line with text stands in one segment or furniture range, and pins name lines of their segment. */
export function findMisplacedLines(source: SourceText, recipe: TextLayerRecipe, read: ReadRecipe): Problem[] {
  const problems: Problem[] = [];
  const owners = new Map<number, string>();
  const ranges = [
    ...recipe.documents.flatMap((document, d) =>
      document.segments.map((segment, s) => ({
        ...segment.lines,
        path: ['documents', d, 'segments', s, 'lines'],
        pins: [...segment.break, ...segment.join],
        joins: new Set(segment.join),
        isFurniture: false,
        owner: `${document.slug} (${segment.part})`,
      })),
    ),
    ...recipe.furniture.map((piece, f) => ({
      ...piece.lines,
      path: ['furniture', f, 'lines'],
      pins: [],
      joins: new Set<number>(),
      isFurniture: true,
      owner: `furniture (${piece.reason})`,
    })),
  ];

  for (const { first, last, path, pins, joins, owner, isFurniture } of ranges) {
    // A recipe that is wrong throughout is not followed to its end.
    if (problems.length >= mostNamed) return problems;
    if (last > source.lines.length) {
      problems.push(
        read.at(
          path,
          'import/lines',
          `Unexpected lines ${first}–${last}, expected lines up to ${source.lines.length}: the source has no more. Correct the range.`,
        ),
      );
      continue;
    }
    const taken = range(first, last).filter((line) => owners.has(line));
    if (taken.length > 0)
      problems.push(
        read.at(
          path,
          'import/overlap',
          `Unexpected ${describeLines(taken)} in ${owner} and in ${owners.get(taken[0] ?? 0)}, expected each line in one. Split the range.`,
        ),
      );
    for (const line of range(first, last)) owners.set(line, owner);
    const lastWithText = range(first, last).findLast((line) => !isBlank(line)) ?? 0;
    for (const pin of pins)
      if (pin < first || pin > last || isBlank(pin))
        problems.push(
          read.at(
            path.slice(0, -1),
            'import/pin',
            `Unexpected pin on line ${pin}, expected a line with text in ${first}–${last}. Correct \`break\` or \`join\`.`,
          ),
        );
      else if (joins.has(pin) && pin >= lastWithText)
        problems.push(
          read.at(
            path.slice(0, -1),
            'import/pin',
            `Unexpected join after line ${pin}, expected a line of the segment to follow. Remove the pin or widen the range.`,
          ),
        );
    if (isFurniture && lastWithText === 0)
      problems.push(
        read.at(
          path,
          'import/empty-segment',
          'Unexpected lines without text, expected text to leave out. Correct the range.',
        ),
      );
  }

  const uncovered = source.lines.filter((line) => !owners.has(line.number) && !isBlank(line.number));
  return [
    ...problems,
    ...nameFirst(uncovered, (line) =>
      problemAt(
        source,
        line.from,
        'import/uncovered-line',
        `Unexpected line in no segment (${excerpt(line.from, line.to)}), expected each line in one. Add it to a segment or to furniture.`,
      ),
    ),
  ];

  function isBlank(number: number): boolean {
    const line = source.lines[number - 1];
    return !line || sliceSource(source, line.from, line.to).trim() === '';
  }
  function excerpt(from: number, to: number): string {
    const text = sliceSource(source, from, Math.min(to, from + 12));
    return to > from + 12 ? `${text}…` : text;
  }
}

/** The numbers from the first to the last, both included. */
export function range(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

function describeLines(lines: readonly number[]): string {
  const [first, last] = [lines[0], lines.at(-1)];
  return first === last ? `line ${first}` : `lines ${first}–${last}`;
}
