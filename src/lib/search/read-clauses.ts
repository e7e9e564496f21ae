import { readPublished, replaceAt } from '../script/to-published-map.ts';
import type { Catalogue, Clause, ClauseRecord } from './clause.ts';
import type { Fold } from './fold.ts';

/** A reader of shipped clauses: as published, and in both scripts, folded. */
export function createClauseReader({ documents, pairs }: Catalogue, fold: Fold) {
  const publishedText = readPublished(pairs, fold);
  return (records: readonly ClauseRecord[]): Clause[] =>
    records.map(([document, id, text, other = '', base = '']) => {
      const isConverted = documents[document]?.isConverted;
      const published = isConverted ? publishedText(text, other) : text;
      const folded = fold(text);
      const forms = [folded, isConverted ? fold(published) : replaceAt(folded, other)];
      return {
        document,
        id,
        text,
        published,
        forms: [...new Set(forms)],
        base: base === '' ? [] : base.split(' '),
      };
    });
}
