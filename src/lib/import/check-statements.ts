import type { RecipeDocument } from '../../schemas/recipe.ts';
import { type SourceText, sliceSource } from '../text/source-text.ts';
import type { Problem } from './problem.ts';
import type { ReadRecipe } from './read-recipe.ts';
import { readStatedDate } from './read-stated-date.ts';

/**
 * What a recipe states of a document, its date, who is responsible for it and where it is from, is what the source
 * says: the words must stand there, and say it.
 */
export function checkStatements(
  source: SourceText,
  { at }: ReadRecipe,
  { date, bodies, persons, origin }: RecipeDocument,
  path: readonly PropertyKey[],
): Problem[] {
  const text = sliceSource(source, 0, source.characters.length);
  const isSaid = (words: string) => text.includes(words);
  const problems: Problem[] = [];

  if (date) {
    const stated = readStatedDate(date.says);
    if (!isSaid(date.says))
      problems.push(
        at(
          [...path, 'date', 'says'],
          'import/date',
          `Unexpected ${JSON.stringify(date.says)}, which the source does not say, expected its words for the date. Quote them, or leave the date out.`,
        ),
      );
    else if (stated !== date.value)
      problems.push(
        at(
          [...path, 'date', 'says'],
          'import/date',
          `Unexpected date ${date.value} for ${JSON.stringify(date.says)}, expected ${stated ?? 'words that state month and day'}. Write what the source states, XXXX for a year it does not name.`,
        ),
      );
  }

  for (const [key, names] of [['bodies', bodies] as const, ['persons', persons] as const])
    for (const [index, { name, says }] of names.entries())
      if (!isSaid(says) || !says.includes(name))
        problems.push(
          at(
            [...path, key, index],
            'import/responsibility',
            `Unexpected ${name} for ${JSON.stringify(says)}, expected words of the source that have the name. Quote them, or leave the name out.`,
          ),
        );

  if (origin !== undefined && !isSaid(origin))
    problems.push(
      at(
        [...path, 'origin'],
        'import/origin',
        `Unexpected ${JSON.stringify(origin)}, which the source does not say, expected its words for where it is from. Quote them, or leave the origin out.`,
      ),
    );
  return problems;
}
