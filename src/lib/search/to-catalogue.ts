import type { Aliases } from '../../schemas/aliases.ts';
import type { DocumentData } from '../../schemas/data.ts';
import type { Witness } from '../../schemas/relations.ts';
import { describeDate } from '../reader/describe-date.ts';
import { sayIn } from '../reader/interface-text.ts';
import type { Convert } from '../script/create-converter.ts';
import { otherScript, type Script, scriptOf, scripts } from '../script/scripts.ts';
import { listReplacements, toPublishedMap } from '../script/to-published-map.ts';
import { toOneLine } from '../text/to-one-line.ts';
import { alignWitness } from './align-witness.ts';
import type { Catalogue, ClauseRecord, SearchDocument } from './clause.ts';
import { createFold, type Fold } from './fold.ts';
import { listClauses } from './list-clauses.ts';
import { toFoldTable } from './to-fold-table.ts';

export interface CatalogueInput {
  /** In the collection's order. */
  readonly documents: readonly DocumentData[];
  readonly edition: string;
  /** Names of kinds of documents. */
  readonly kinds: Readonly<Record<string, string>>;
  readonly witnesses: readonly Witness[];
  readonly aliases: Aliases;
  readonly convert: Convert;
}

/** A catalogue before the build has chosen where its clauses go. */
export interface CatalogueParts {
  readonly catalogue: Omit<Catalogue, 'clauses' | 'shards'>;
  readonly clauses: readonly ClauseRecord[];
}

/** The table of `createFold` for a collection: of the characters that stand in it, in either script. */
export function toCollectionTable({ documents, aliases, convert }: CatalogueInput): string {
  const names = aliases.flatMap((group) => group.names.map(({ name }) => name));
  const texts = documents.flatMap((data) =>
    listClauses(data).flatMap(({ text }) => scripts.map((script) => convert(text, data.lang, script))),
  );
  return toFoldTable([...names, ...texts]);
}

/**
 * All that a search in one script needs to know, from the published data.
 * @param table the same for both scripts
 */
export function toCatalogue(
  input: CatalogueInput,
  script: Script,
  table = toCollectionTable(input),
): CatalogueParts {
  const { documents, edition, convert } = input;
  const say = sayIn(script);
  const blocks = documents.flatMap((data, document) =>
    listClauses(data).map(({ id, text }) => ({
      document,
      id,
      key: `${data.slug}#${id}`,
      published: text,
      shown: convert(text, data.lang, script),
    })),
  );
  const fold = createFold(table);
  const isConverted = ({ lang }: DocumentData) => scriptOf(lang) !== script;
  const converted = blocks.filter(({ document }) => isConverted(documents[document] as DocumentData));
  const map = toPublishedMap(
    converted.map((block) => ({ ...block, id: block.key })),
    fold,
  );
  const bases = alignWitnesses(input, fold);

  const toRecord = ({ document, id, key, published, shown }: (typeof blocks)[number]): ClauseRecord => {
    const data = documents[document] as DocumentData;
    const other = isConverted(data)
      ? (map.exceptions.get(key) ?? '')
      : listReplacements(fold(shown), fold(convert(published, data.lang, otherScript(script))));
    const base = bases.get(key)?.join(' ') ?? '';
    if (base !== '') return [document, id, shown, other, base];
    return other === '' ? [document, id, shown] : [document, id, shown, other];
  };
  const toDocument = (data: DocumentData): SearchDocument => {
    const witness = input.witnesses.find((other) => other.witness === data.slug);
    return {
      slug: data.slug,
      title: convert(toOneLine(data.title), data.lang, script),
      kind: data.kind,
      kindName: convert(input.kinds[data.kind] ?? data.kind, 'zh-Hans-CN', script),
      date: data.date,
      dateText: describeDate(data.date, data.dateBasis, say),
      lang: data.lang,
      isConverted: isConverted(data),
      sections: Object.fromEntries(
        data.sections.flatMap(({ id, heading }) =>
          id ? [[id.slice(1), convert(heading ?? '', data.lang, script)]] : [],
        ),
      ),
      ...(witness && { witnessOf: witness.base }),
      ...(data.gaps.length > 0 && { brokenAfter: data.gaps.map(({ after }) => after) }),
    };
  };
  return {
    catalogue: {
      script,
      edition,
      fold: table,
      pairs: map.pairs,
      documents: documents.map(toDocument),
      aliases: input.aliases.map(({ names }) => names.map(({ name }) => convert(name, 'zh-Hans-CN', script))),
    },
    clauses: blocks.map(toRecord),
  };
}

/** The base's clauses that witnesses' clauses (`slug#id`) say the same as. */
function alignWitnesses({ documents, witnesses }: CatalogueInput, fold: Fold): Map<string, string[]> {
  const clausesOf = (slug: string) => documents.filter((data) => data.slug === slug).flatMap(listClauses);
  return new Map(
    witnesses.flatMap(({ witness, base }) =>
      [...alignWitness(clausesOf(witness), clausesOf(base), fold)].map(
        ([id, ids]) => [`${witness}#${id}`, ids] as const,
      ),
    ),
  );
}
