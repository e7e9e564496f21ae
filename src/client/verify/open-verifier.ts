import type { Addresses } from '../../lib/reader/addresses.ts';
import { dataAddressesUnder } from '../../lib/reader/data-addresses.ts';
import { listClauses } from '../../lib/search/list-clauses.ts';
import { createClauseReader } from '../../lib/search/read-clauses.ts';
import { putBackTexts } from '../../lib/search/witness-texts.ts';
import { type CitedClause, checkCited } from '../../lib/verify/check-cited.ts';
import { createCollectionVerifier } from '../../lib/verify/create-collection-verifier.ts';
import { createCitationFinder } from '../../lib/verify/find-citations.ts';
import { judgePassage } from '../../lib/verify/judge-passage.ts';
import { readPassage } from '../../lib/verify/read-passage.ts';
import { lettersOf } from '../../lib/verify/row.ts';
import type { DocumentData } from '../../schemas/data.ts';
import { fetchJson } from '../fetch-json.ts';
import { openSearch } from '../search/open-search.ts';
import type { VerifyPage } from '../verify-passage.ts';
import { renderAnswer } from './render-answer.ts';

export interface Answer {
  readonly status: string;
  readonly content: readonly Node[];
}

/** @param isLate whether another passage is asked for by now: then this one is given up */
type AnswerPassage = (passage: string, isLate: () => boolean) => Promise<Answer>;

let opened: Promise<AnswerPassage> | undefined;

/** Load what verifying needs, once. After a failure the next call tries again. @throws Error */
export function openVerifier(page: VerifyPage): Promise<AnswerPassage> {
  opened ??= open(page);
  opened.catch(() => {
    opened = undefined;
  });
  return opened;
}

async function open(page: VerifyPage): Promise<AnswerPassage> {
  const { catalogue, fold, engine, addresses } = await openSearch(page.root, page.script);
  const { documents } = catalogue;
  const clauses = createClauseReader(catalogue, fold)(putBackTexts(catalogue.clauses ?? [], documents));
  const verify = createCollectionVerifier(catalogue, clauses, engine, fold);

  /** The clauses of documents that are here: all of them, or those of documents that a passage has named. */
  const here = new Map<string, CitedClause[]>();
  for (const { document, id, published } of clauses) {
    const slug = documents[document]?.slug ?? '';
    here.set(slug, [...(here.get(slug) ?? []), { id, published }]);
  }
  const named = documents.map(({ slug, title }) => ({
    slug,
    titles: [fold(title)],
    letters: lettersOf(fold(title)),
    get ids() {
      return [...(here.get(slug) ?? []).map(({ id }) => id), ...Object.keys(page.retired[slug] ?? {})];
    },
  }));
  const find = createCitationFinder(named, fold, page.parts);

  return async (passage, isLate) => {
    const letters = lettersOf(fold(passage));
    for (const document of named)
      if (!here.has(document.slug) && (passage.includes(document.slug) || letters.includes(document.letters)))
        here.set(document.slug, await fetchClauses(addresses, document.slug));

    const { cited, pages, unresolved, rest, isUnknown } = find(passage);
    const judged = await judgePassage(readPassage(rest), async (unit) => {
      await giveWay(isLate);
      return verify(unit);
    });
    const slugOf = (document: number) => documents[document]?.slug ?? '';
    const checked = cited.map((each) => checkCited(each, here.get(each.slug) ?? [], judged, slugOf));
    return renderAnswer({ judged, checked, pages, unresolved, isUnknown }, { page, documents, addresses });
  };
}

/** A document of a collection whose texts are not all here. @throws Error */
async function fetchClauses({ root }: Addresses, slug: string): Promise<CitedClause[]> {
  const data = await fetchJson<DocumentData>(dataAddressesUnder(root).documentData(slug));
  return listClauses(data).map(({ id, text }) => ({ id, published: text }));
}

/** How long the page may stand still, in ms. */
const longest = 40;
let since = 0;

/** Let the page do what waits, once in a while. @throws Error where the passage is not asked for any more */
async function giveWay(isLate: () => boolean): Promise<void> {
  if (performance.now() - since < longest) return;
  await new Promise((resolve) => setTimeout(resolve));
  since = performance.now();
  if (isLate()) throw new Error('Another passage is asked for.');
}
