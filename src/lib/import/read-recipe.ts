import { type Document, isScalar, type Node, parseDocument, visit } from 'yaml';
import { type Recipe, recipeSchema } from '../../schemas/recipe.ts';
import { positionAt } from '../text/source-text.ts';
import { findForbidden } from './decode-source.ts';
import { findDeepYaml } from './find-deep-yaml.ts';
import { ImportError, nameFirst, type Problem, throwIfAny } from './problem.ts';

/** A recipe with a way to name the place of any of its values. */
export interface ReadRecipe {
  readonly recipe: Recipe;
  /** The problem of a value, at its place: `at(['documents', 0, 'date'], 'import/date', '…')`. */
  at(path: readonly PropertyKey[], rule: string, message: string): Problem;
}

/** In characters: a hundred times what a printed page takes. */
const longestRecipe = 1_000_000;
/** A value is shown up to here. */
const longestShown = 60;

/** What a fault in this part of a recipe is called; the innermost name on the path decides. */
const ruleByKey: Record<string, string> = { slug: 'import/slug', date: 'import/date', lines: 'import/lines' };

/**
 * Parse and check a recipe.
 * @throws ImportError `import/recipe-size`, `import/recipe-syntax`, `import/forbidden-character`, `import/recipe-key`,
 *   `import/slug`, `import/date`, `import/lines` or `import/recipe-value`, each with its place.
 */
export function readRecipe(text: string, file: string): ReadRecipe {
  if (text.length > longestRecipe)
    throw new ImportError([
      {
        file,
        rule: 'import/recipe-size',
        message: `Unexpected recipe of ${text.length} characters, expected at most ${longestRecipe}. Divide the source.`,
      },
    ]);
  const toProblem = ({ offset, rule, message }: Refusal): Problem => ({
    file,
    position: positionAt(text, offset),
    rule,
    message,
  });
  const syntax = 'import/recipe-syntax';
  const deep = findDeepYaml(text);
  if (deep !== undefined)
    throw new ImportError([
      toProblem({
        offset: deep,
        rule: syntax,
        message:
          'Unexpected values inside values, expected no deeper than content/README.md describes, and plain keys. Mend this line.',
      }),
    ]);
  // Keys are compared below: the parser compares each with every other, which takes minutes for a long list.
  const yaml = parseDocument(text, { uniqueKeys: false, prettyErrors: false });
  const faults = [...yaml.errors, ...yaml.warnings];
  // The parser says the same of a place for each bracket that is open there.
  const each = new Map(faults.map((fault) => [`${fault.pos[0]} ${fault.message}`, fault]));
  throwIfAny(
    nameFirst([...each.values()], ({ pos, message }) =>
      toProblem({
        offset: pos[0],
        rule: syntax,
        message: `Unexpected YAML (${message.replaceAll('\n', ' ')}), expected a mapping as content/README.md describes it. Mend this line.`,
      }),
    ),
  );
  throwIfAny(nameFirst(findRefused(yaml), toProblem));

  /** The nearest node on the way to a value: a missing key is reported at its parent. */
  const at = (path: readonly PropertyKey[], rule: string, message: string): Problem => {
    for (let length = path.length; length >= 0; length -= 1) {
      const node: unknown = yaml.getIn(path.slice(0, length), true);
      const range = (node as { range?: [number, number, number] } | null | undefined)?.range;
      if (range) return toProblem({ offset: range[0], rule, message });
    }
    return toProblem({ offset: 0, rule, message });
  };

  const parsed = recipeSchema.safeParse(yaml.toJS());
  if (parsed.success) return { recipe: parsed.data, at };
  type Issue = (typeof parsed.error.issues)[number];
  const faulty = parsed.error.issues.flatMap((issue): { issue: Issue; key?: string }[] =>
    issue.code === 'unrecognized_keys' ? issue.keys.map((key) => ({ issue, key })) : [{ issue }],
  );
  throw new ImportError(
    nameFirst(faulty, ({ issue, key }) => {
      if (key !== undefined)
        return at(
          [...issue.path, key],
          'import/recipe-key',
          `Unexpected key \`${shorten(key)}\`, expected only the keys that content/README.md lists. Remove or correct it.`,
        );
      const rule = issue.path.map((name) => ruleByKey[String(name)]).find(Boolean) ?? 'import/recipe-value';
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

/** What YAML can write, and a recipe may not: at which UTF-16 unit of it, and why. */
interface Refusal {
  readonly offset: number;
  readonly rule: string;
  readonly message: string;
}

function findRefused(yaml: Document): Refusal[] {
  const refused: Refusal[] = [];
  const refuse = (node: unknown, rule: string, message: string) =>
    refused.push({ offset: (node as Partial<Node> | null)?.range?.[0] ?? 0, rule, message });
  if (yaml.directives?.yaml.explicit)
    refuse(
      null,
      'import/recipe-syntax',
      'Unexpected directive %YAML, expected none: it changes what values mean. Remove it.',
    );
  visit(yaml, {
    Alias: (_, alias) => {
      refuse(
        alias,
        'import/recipe-syntax',
        `Unexpected alias *${shorten(alias.source)}, expected plain values. Write the value out.`,
      );
    },
    Map: (_, { items }) => {
      const keys = new Set<unknown>();
      for (const { key } of items) {
        const name = isScalar(key) ? String(key.value) : key;
        if (keys.has(name))
          refuse(
            key,
            'import/recipe-syntax',
            `Unexpected key \`${shorten(String(name))}\` for the second time, expected each key once. Remove one.`,
          );
        keys.add(name);
      }
    },
    Scalar: (_, scalar) => {
      // An escape (`"\u202E"`) writes what the file itself may not hold.
      const found = typeof scalar.value === 'string' ? findForbidden(scalar.value) : undefined;
      if (found)
        refuse(
          scalar,
          'import/forbidden-character',
          `Unexpected ${found} by an escape, expected visible characters. Remove it.`,
        );
    },
  });
  return refused;
}

function describeValue(value: unknown): string {
  if (value === undefined || value === null) return '(missing)';
  return typeof value === 'object' ? '(a structure)' : shorten(JSON.stringify(value));
}

/** What is found is shown in one line, whatever stands in it. */
function shorten(found: string): string {
  const text = found.replace(/[\r\n\u0085\u2028\u2029]/g, ' ');
  return text.length > longestShown ? `${text.slice(0, longestShown)}…` : text;
}

/** Our own messages begin with "expected"; Zod says "Invalid input: expected string, received undefined". */
function toExpectation(message: string): string {
  if (message.startsWith('expected')) return message;
  const said = /expected .*?(?=, received|$)/i.exec(message)?.[0];
  return said?.replace('Expected', 'expected') ?? `expected it otherwise (${message})`;
}
