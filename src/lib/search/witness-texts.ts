import type { ClauseRecord, SearchDocument } from './clause.ts';

/** Before the base of a record: its text is only what stands before the base's. */
const sign = '=';

/**
 * Clauses without what a witness's have in common with their base's, so that no text is shipped twice. What stands
 * before it stays: a section's number (`五、`). `putBackTexts` undoes it.
 */
export function leaveOutTexts(
  clauses: readonly ClauseRecord[],
  documents: readonly SearchDocument[],
): ClauseRecord[] {
  const textOf = readBases(clauses, documents);
  return clauses.map((clause) => {
    const [document, id, text, other, base] = clause;
    if (!base) return clause;
    const same = textOf(document, base);
    if (!text.endsWith(same)) return clause;
    return [document, id, text.slice(0, text.length - same.length), other, sign + base];
  });
}

/** Clauses with the texts that `leaveOutTexts` left out. */
export function putBackTexts(
  clauses: readonly ClauseRecord[],
  documents: readonly SearchDocument[],
): ClauseRecord[] {
  const textOf = readBases(clauses, documents);
  return clauses.map((clause) => {
    const [document, id, text, other, base] = clause;
    if (!base?.startsWith(sign)) return clause;
    const ids = base.slice(sign.length);
    return [document, id, text + textOf(document, ids), other, ids];
  });
}

/** A reader of the texts of a witness's base, by the witness's place and the base's ids. */
function readBases(clauses: readonly ClauseRecord[], documents: readonly SearchDocument[]) {
  const key = (slug: string | undefined, id: string) => `${slug}#${id}`;
  const texts = new Map(clauses.map(([document, id, text]) => [key(documents[document]?.slug, id), text]));
  return (witness: number, ids: string) =>
    ids
      .split(' ')
      .map((id) => texts.get(key(documents[witness]?.witnessOf, id)) ?? '')
      .join('');
}
