import { scripts } from '../script/scripts.ts';
import { listClauses } from './list-clauses.ts';
import type { CatalogueInput } from './to-catalogue.ts';
import { wholeFold } from './whole-fold.ts';

/** What is wrong in an editor's file, for an editor. */
export interface CatalogueProblem {
  /** In the content folder. */
  readonly file: string;
  readonly rule: string;
  readonly message: string;
}

/**
 * Hold what an editor says for search to the texts: witnesses and bases are documents, and a name stands in the
 * clause that it is said to stand in, or, where none is said, nowhere.
 */
export function checkCatalogue(input: CatalogueInput): CatalogueProblem[] {
  return [...checkWitnesses(input), ...checkAliases(input)];
}

function checkWitnesses({ documents, witnesses }: CatalogueInput): CatalogueProblem[] {
  const slugs = new Set(documents.map(({ slug }) => slug));
  const problem = (message: string) => ({ file: 'relations.yaml', rule: 'relate/witness', message });
  return witnesses.flatMap(({ witness, base }) => [
    ...[witness, base]
      .filter((slug) => !slugs.has(slug))
      .map((slug) => problem(`Unexpected ${slug}, expected a document's slug. Correct it.`)),
    ...(witnesses.filter((other) => other.witness === witness).length > 1
      ? [problem(`Unexpected second base of ${witness}, expected one. Leave the other out.`)]
      : []),
    ...(witnesses.some((other) => other.witness === base)
      ? [
          problem(
            `Unexpected base ${base}, which is a witness itself. Name the document that it gives the text of.`,
          ),
        ]
      : []),
  ]);
}

function checkAliases({ documents, aliases, convert }: CatalogueInput): CatalogueProblem[] {
  if (aliases.length === 0) return [];
  const clauses = documents.flatMap((data) =>
    listClauses(data).map(({ id, text }) => ({
      address: `${data.slug}#${id}`,
      forms: scripts.map((script) => wholeFold(convert(text, data.lang, script))),
    })),
  );
  const addressesWith = (name: string) =>
    clauses
      .filter(({ forms }) => forms.some((form) => form.includes(wholeFold(name))))
      .map(({ address }) => address);
  return aliases.flatMap(({ names }) =>
    names.flatMap(({ name, at }) => {
      const [first, ...others] = addressesWith(name);
      if (at ? [first, ...others].includes(at) : first === undefined) return [];
      const found = at ? `the place ${at} of ${name}` : `${name} without \`at\``;
      const remedy = first ? `Say \`at: ${first}\`.` : 'Leave `at` out: the collection never uses this name.';
      return [
        {
          file: 'aliases.yaml',
          rule: 'search/alias',
          message: `Unexpected ${found}, expected a clause that has the name. ${remedy}`,
        },
      ];
    }),
  );
}
