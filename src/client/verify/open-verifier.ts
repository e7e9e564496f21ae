import type { Clause } from '../../lib/search/clause.ts';
import { createClauseReader } from '../../lib/search/read-clauses.ts';
import { putBackTexts } from '../../lib/search/witness-texts.ts';
import { checkCited } from '../../lib/verify/check-cited.ts';
import { createCollectionVerifier } from '../../lib/verify/create-collection-verifier.ts';
import type { Judged } from '../../lib/verify/create-verifier.ts';
import { type Citable, createCitationFinder } from '../../lib/verify/find-citations.ts';
import { readPassage } from '../../lib/verify/read-passage.ts';
import { openSearch } from '../search/open-search.ts';
import type { VerifyPage } from '../verify-passage.ts';
import { renderAnswer } from './render-answer.ts';

export interface Answer {
  readonly status: string;
  readonly content: readonly Node[];
}

let opened: Promise<(passage: string) => Promise<Answer>> | undefined;

/** Load what verifying needs, once. After a failure the next call tries again. @throws Error */
export function openVerifier(page: VerifyPage): Promise<(passage: string) => Promise<Answer>> {
  opened ??= open(page);
  opened.catch(() => {
    opened = undefined;
  });
  return opened;
}

async function open(page: VerifyPage): Promise<(passage: string) => Promise<Answer>> {
  const { catalogue, fold, engine, addresses } = await openSearch(page.root, page.script);
  const { documents } = catalogue;
  const clauses = createClauseReader(catalogue, fold)(putBackTexts(catalogue.clauses ?? [], documents));
  const byDocument = new Map<number, Clause[]>();
  for (const clause of clauses)
    byDocument.set(clause.document, [...(byDocument.get(clause.document) ?? []), clause]);

  const verify = createCollectionVerifier(catalogue, clauses, engine, fold);
  const find = createCitationFinder(
    documents.map(({ slug, title }, index): Citable => {
      const own = byDocument.get(index) ?? [];
      const titles = own.filter(({ id }) => id === 'title').flatMap(({ forms }) => forms);
      return {
        slug,
        titles: titles.length > 0 ? titles : [fold(title)],
        ids: [...own.map(({ id }) => id), ...Object.keys(page.retired[slug] ?? {})],
      };
    }),
    fold,
    page.parts,
  );

  return async (passage) => {
    const { cited, pages, rest } = find(passage);
    const judged: Judged[] = [];
    for (const unit of readPassage(rest)) judged.push(await verify(unit));
    const checked = cited.map((each) =>
      checkCited(
        each,
        byDocument.get(documents.findIndex(({ slug }) => slug === each.slug)) ?? [],
        judged,
        (document) => documents[document]?.slug ?? '',
      ),
    );
    return renderAnswer({ judged, checked, pages }, { page, documents, addresses });
  };
}
