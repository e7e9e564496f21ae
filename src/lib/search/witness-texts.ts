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
  return mapWitnesses(clauses, documents, (text, base, textOf) => {
    const same = textOf(base);
    return text.endsWith(same) ? [text.slice(0, text.length - same.length), sign + base] : [text, base];
  });
}

/** Clauses with the texts that `leaveOutTexts` left out. */
export function putBackTexts(
  clauses: readonly ClauseRecord[],
  documents: readonly SearchDocument[],
): ClauseRecord[] {
  return mapWitnesses(clauses, documents, (text, base, textOf) => {
    if (!base.startsWith(sign)) return [text, base];
    const ids = base.slice(sign.length);
    return [text + textOf(ids), ids];
  });
}

/** Clauses with the text and base of each that has one made anew; `textOf` reads the base's clauses by their ids. */
function mapWitnesses(
  clauses: readonly ClauseRecord[],
  documents: readonly SearchDocument[],
  change: (text: string, base: string, textOf: (ids: string) => string) => [text: string, base: string],
): ClauseRecord[] {
  const key = (slug: string | undefined, id: string) => `${slug}#${id}`;
  const texts = new Map(clauses.map(([document, id, text]) => [key(documents[document]?.slug, id), text]));
  return clauses.map((clause) => {
    const [document, id, text, other, base] = clause;
    if (!base) return clause;
    const textOf = (ids: string) =>
      ids
        .split(' ')
        .map((each) => texts.get(key(documents[document]?.witnessOf, each)) ?? '')
        .join('');
    const [changed, changedBase] = change(text, base, textOf);
    return [document, id, changed, other, changedBase];
  });
}
