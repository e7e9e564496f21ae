import type { Difference } from '../../schemas/relations-data.ts';
import type { Fold } from '../search/fold.ts';
import { type Change, findChanges, paragraphBreak } from './changes.ts';
import { type Passage, type Row, toRow } from './passages.ts';

/**
 * Every difference between a base text and a witness, in the base's order, substantive and formal. The list is
 * complete: `applyDifferences` makes either text out of the other with it.
 */
export function collate(base: readonly Passage[], witness: readonly Passage[], fold: Fold): Difference[] {
  const [row, other] = [toRow(base), toRow(witness)];
  const changes = findChanges(row.tokens, other.tokens).flatMap((change) => divide(change, row, other));
  const counts = new Map<string, number>();
  const differences = changes.map((change): Difference => {
    // A paragraph with the break before it has its own name, not that of the one before.
    const [from, to] = change.base;
    const { at } = row.placeOf(row.tokens[from] === paragraphBreak && to - from > 1 ? from + 1 : from);
    const count = (counts.get(at) ?? 0) + 1;
    counts.set(at, count);
    return {
      id: `${at}.${count}`,
      kind: toKind(change, row, other, fold),
      base: toReading(change.base, row),
      witness: toReading(change.witness, other),
    };
  });
  return markMoved(differences, fold);
}

/**
 * One text out of the other: the witness out of the base, or the base out of the witness.
 * @returns the text of the passages in a row, `¶` between them
 */
export function applyDifferences(
  passages: readonly Passage[],
  differences: readonly Difference[],
  to: 'witness' | 'base',
): string {
  const from = to === 'witness' ? 'base' : 'witness';
  const row = toRow(passages);
  let text = '';
  let at = 0;
  for (const difference of differences) {
    const [start, end] = [difference[from].from, difference[from].to].map((place) =>
      row.tokenOf(readPlace(place)),
    );
    text += row.tokens.slice(at, start).join('') + difference[to].text;
    at = end ?? at;
  }
  return text + row.tokens.slice(at).join('');
}

/** A place as it is written: `s5-3:12`, before the code point 12 of the text of s5-3. */
export function readPlace(place: string): { at: string; offset: number } {
  const colon = place.lastIndexOf(':');
  return { at: place.slice(0, colon), offset: Number(place.slice(colon + 1)) };
}

function toReading([from, to]: readonly [number, number], row: Row): Difference['base'] {
  const write = (token: number) => {
    const { at, offset } = row.placeOf(token);
    return `${at}:${offset}`;
  };
  return { from: write(from), to: write(to), text: row.tokens.slice(from, to).join('') };
}

/** What one text has and the other lacks, paragraph by paragraph where it is whole ones. */
function divide(change: Change, row: Row, other: Row): Change[] {
  const isOmission = change.witness[0] === change.witness[1];
  if (!isOmission && change.base[0] !== change.base[1]) return [change];
  const [from, to] = isOmission ? change.base : change.witness;
  const { tokens } = isOmission ? row : other;
  const isStart = from === 0 || tokens[from - 1] === paragraphBreak;
  const isEnd = to === tokens.length || tokens[to] === paragraphBreak;
  const ends: number[] = [];
  if (isStart && tokens[to - 1] === paragraphBreak) {
    // Each with the break after it.
    for (let at = from; at < to; at += 1) if (tokens[at] === paragraphBreak) ends.push(at + 1);
  } else if (tokens[from] === paragraphBreak && isEnd) {
    // The last ones of a text: each with the break before it.
    for (let at = from + 1; at <= to; at += 1) if (at === to || tokens[at] === paragraphBreak) ends.push(at);
  } else return [change];
  let start = from;
  return ends.map((end) => {
    const range = [start, end] as const;
    start = end;
    return isOmission ? { base: range, witness: change.witness } : { base: change.base, witness: range };
  });
}

function toKind(change: Change, row: Row, other: Row, fold: Fold): Difference['kind'] {
  const [base, witness] = [row.tokens.slice(...change.base), other.tokens.slice(...change.witness)];
  if (touchesHeading(change.base, row) || touchesHeading(change.witness, other)) return 'number';
  if (isParagraph(base) && witness.length === 0) return 'lacking';
  if (isParagraph(witness) && base.length === 0) return 'added';
  if (base.join('') === paragraphBreak && witness.length === 0) return 'joined';
  if (witness.join('') === paragraphBreak && base.length === 0) return 'split';
  if (fold(base.join('')) === fold(witness.join(''))) return 'script';
  if ([...base, ...witness].every((token) => token !== paragraphBreak && /^[\p{P}\s]$/u.test(token)))
    return 'punctuation';
  return 'wording';
}

/** A whole paragraph with the break before it or after it. */
function isParagraph(tokens: readonly string[]): boolean {
  const breaks = tokens.filter((token) => token === paragraphBreak).length;
  return (
    tokens.length > 1 && breaks === 1 && (tokens[0] === paragraphBreak || tokens.at(-1) === paragraphBreak)
  );
}

/** Whether a range has something of a section's number that stands on a line of its own. */
function touchesHeading([from, to]: readonly [number, number], row: Row): boolean {
  return row.tokens.slice(from, to).some((_, index) => /^s\d+$/.test(row.placeOf(from + index).at));
}

/** A paragraph that one text lacks and the other adds elsewhere was moved. */
function markMoved(differences: readonly Difference[], fold: Fold): Difference[] {
  const textOf = (text: string) => fold(text.replaceAll(paragraphBreak, ''));
  const added = differences.filter(({ kind }) => kind === 'added');
  const movedTo = new Map<string, string>();
  for (const { kind, id, base } of differences) {
    if (kind !== 'lacking') continue;
    const place = added.findIndex(({ witness }) => textOf(witness.text) === textOf(base.text));
    const [to] = place < 0 ? [] : added.splice(place, 1);
    if (to) movedTo.set(id, to.id).set(to.id, id);
  }
  return differences.map((difference) => {
    const moved = movedTo.get(difference.id);
    return moved === undefined ? difference : { ...difference, kind: 'moved', moved };
  });
}
