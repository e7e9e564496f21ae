import { LineCounter, parseDocument, visit } from 'yaml';
import { type Recipe, recipeSchema } from '../../schemas/recipe.ts';
import { ImportError, type Problem, throwIfAny } from './problem.ts';

/** A recipe with a way to name the place of any of its values. */
export interface ReadRecipe {
  readonly recipe: Recipe;
  /** The problem of a value, at its place: `at(['documents', 0, 'date'], 'import/date', '…')`. */
  at(path: readonly PropertyKey[], rule: string, message: string): Problem;
}

/** What a fault in this part of a recipe is called; the innermost name on the path decides. */
const ruleByKey: Record<string, string> = { slug: 'import/slug', date: 'import/date', lines: 'import/lines' };

/**
 * Parse and check a recipe.
 * @throws ImportError `import/recipe-syntax`, `import/recipe-key`, `import/slug`, `import/date`, `import/lines`
 *   or `import/recipe-value`, each with its place.
 */
export function readRecipe(text: string, file: string): ReadRecipe {
  const lineCounter = new LineCounter();
  const yaml = parseDocument(text, { lineCounter, uniqueKeys: true, prettyErrors: false });

  const toPosition = (offset: number) => {
    const { line, col } = lineCounter.linePos(offset);
    return { line, column: col };
  };
  if (yaml.errors.length > 0 || yaml.warnings.length > 0)
    throw new ImportError(
      [...yaml.errors, ...yaml.warnings].map((error) => ({
        file,
        position: toPosition(error.pos[0]),
        rule: 'import/recipe-syntax',
        message: `Unexpected YAML (${error.message.replaceAll('\n', ' ')}), expected a mapping as content/README.md describes it. Mend this line.`,
      })),
    );

  /** The nearest node on the way to a value: a missing key is reported at its parent. */
  const at = (path: readonly PropertyKey[], rule: string, message: string): Problem => {
    for (let length = path.length; length >= 0; length -= 1) {
      const node: unknown = yaml.getIn(path.slice(0, length), true);
      const range = (node as { range?: [number, number, number] } | null | undefined)?.range;
      if (range) return { file, position: toPosition(range[0]), rule, message };
    }
    return { file, position: { line: 1, column: 1 }, rule, message };
  };

  const aliases: Problem[] = [];
  visit(yaml, {
    Alias: (_, { range, source }) => {
      aliases.push({
        file,
        position: toPosition(range?.[0] ?? 0),
        rule: 'import/recipe-syntax',
        message: `Unexpected alias *${source}, expected plain values. Write the value out.`,
      });
    },
  });
  throwIfAny(aliases);
  const parsed = recipeSchema.safeParse(yaml.toJS());
  if (parsed.success) return { recipe: parsed.data, at };
  throw new ImportError(
    parsed.error.issues.flatMap((issue) => {
      if (issue.code === 'unrecognized_keys')
        return issue.keys.map((key) =>
          at(
            [...issue.path, key],
            'import/recipe-key',
            `Unexpected key \`${key}\`, expected only the keys that content/README.md lists. Remove or correct it.`,
          ),
        );
      const rule = issue.path.map((key) => ruleByKey[String(key)]).find(Boolean) ?? 'import/recipe-value';
      const found = describeValue(yaml.getIn(issue.path));
      const name = issue.path.join('.') || 'the recipe';
      return at(
        issue.path,
        rule,
        `Unexpected ${name} ${found}, ${toExpectation(issue.message)}. Correct the recipe.`,
      );
    }),
  );
}

function describeValue(value: unknown): string {
  if (value === undefined || value === null) return '(missing)';
  return typeof value === 'object' ? '(a structure)' : JSON.stringify(value);
}

/** Our own messages begin with "expected"; Zod says "Invalid input: expected string, received undefined". */
function toExpectation(message: string): string {
  if (message.startsWith('expected')) return message;
  return /expected .*?(?=, received|$)/.exec(message)?.[0] ?? `expected it otherwise (${message})`;
}
