import type { DocumentData } from '../../schemas/data.ts';
import { partOfId } from '../document/block-id.ts';
import type { Convert } from '../script/create-converter.ts';
import type { Fold } from '../search/fold.ts';
import { toOneLine } from '../text/to-one-line.ts';
import { listTitles, type PrintedTitle } from './list-mentions.ts';
import { listPassages } from './passages.ts';
import { listRareCandidates } from './rare-stretches.ts';
import type { Clause } from './word-weights.ts';

/** What of a document is needed to relate it to all others, made from its text alone. */
export interface Digest {
  readonly slug: string;
  readonly title: string;
  readonly date: string | null;
  /** The titles that it prints between 《》, by passage. */
  readonly titles: readonly { readonly id: string; readonly printed: readonly PrintedTitle[] }[];
  /** Numbers that stand for some of its stretches: see `listRareCandidates`. */
  readonly stretches: readonly number[];
}

/** A digest of a document. */
export function digestDocument(data: DocumentData, fold: Fold, convert: Convert): Digest {
  return {
    slug: data.slug,
    title: data.title,
    date: data.date,
    titles: listPassages(data)
      .map(({ id, text }) => ({ id, printed: listTitles(text) }))
      .filter(({ printed }) => printed.length > 0),
    stretches: listRareCandidates(listClauses(data, fold, convert).map(({ text }) => text)),
  };
}

/** The title, the paragraphs and the captions of a document, what it says, as it is compared: folded in one script. */
export function listClauses(data: DocumentData, fold: Fold, convert: Convert): Clause[] {
  return listPassages(data)
    .filter(({ id }) => ['title', 'paragraph', 'caption'].includes(partOfId(id)))
    .map(({ id, text }) => ({
      id: `${data.slug}#${id}`,
      text: fold(convert(toOneLine(text), data.lang, 'hans')),
    }));
}
