import type { Ledger } from '../../../schemas/ledger.ts';
import type { Recipe } from '../../../schemas/recipe.ts';
import { type SourceText, sliceSource } from '../../text/source-text.ts';

/** A line of a source with where it went, each place once, in the order of the line. */
export interface PlacedLine {
  readonly number: number;
  readonly text: string;
  readonly places: readonly string[];
}

/** Layout and markup: of a line that has text besides, they say nothing. */
const silent = new Set([
  ...['line-wrap', 'line-end', 'blank-line', 'column-break', 'edge-space', 'justification-space'],
  ...['layout-space', 'markup', 'attribute', 'comment'],
]);

/** Where each line of a source went: by its ledger, or before there is one, by the lines that its recipe names. */
export function listPlaces(
  source: SourceText,
  { ledger, recipe }: { readonly ledger?: Ledger | undefined; readonly recipe?: Recipe | undefined },
): PlacedLine[] {
  const byLine = ledger ? placesByLedger(source, ledger) : recipe ? placesByRecipe(source, recipe) : [];
  return source.lines.map(({ number, from, to }) => ({
    number,
    text: sliceSource(source, from, to),
    places: [...(byLine[number - 1] ?? [])],
  }));
}

function placesByLedger(source: SourceText, { entries }: Ledger): Set<string>[] {
  let first = 0;
  return source.lines.map(({ from, to }) => {
    while ((entries[first]?.to ?? Number.POSITIVE_INFINITY) <= from) first += 1;
    const places = new Set<string>();
    for (let index = first; index < entries.length; index += 1) {
      const entry = entries[index];
      if (!entry || entry.from >= to) break;
      if ('kept' in entry) places.add(entry.kept);
      else if (!silent.has(entry.left)) places.add(entry.note ? `${entry.left}: ${entry.note}` : entry.left);
    }
    return places;
  });
}

function placesByRecipe(source: SourceText, recipe: Recipe): Set<string>[] {
  const places = source.lines.map(() => new Set<string>());
  const add = (lines: { first: number; last: number }, place: string) => {
    for (let line = lines.first; line <= Math.min(lines.last, places.length); line += 1)
      places[line - 1]?.add(place);
  };
  for (const { slug, segments } of recipe.documents)
    for (const segment of segments) if ('lines' in segment) add(segment.lines, `${slug}: ${segment.part}`);
  for (const piece of recipe.furniture) if ('lines' in piece) add(piece.lines, `furniture: ${piece.reason}`);
  return places;
}
