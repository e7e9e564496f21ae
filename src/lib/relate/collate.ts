import type { Difference } from '../../schemas/relations-data.ts';
import type { Fold } from '../search/fold.ts';
import { longestRising, pairUnique } from './align.ts';
import { type Change, findChanges, paragraphBreak } from './changes.ts';
import { divideChange } from './divide-change.ts';
import { type Passage, type Row, toRow } from './passages.ts';

/**
 * Every difference between a base text and a witness, in the base's order, substantive and formal. The list is
 * complete: `applyDifferences` makes either text out of the other with it.
 */
export function collate(base: readonly Passage[], witness: readonly Passage[], fold: Fold): Difference[] {
  const [row, other] = [toRow(base), toRow(witness)];
  const moved = findMoved(base, witness, fold);
  const changes = findChanges(
    setApart(row, moved.base, 'base'),
    setApart(other, moved.witness, 'witness'),
  ).flatMap((change) => divideChange(change, row.tokens, other.tokens));
  const ids = new Map<string, number>();
  const differences = changes.map((change): Difference => {
    const [from, to] = [toReading(change.base, row), toReading(change.witness, other)];
    const at = blockOf(from);
    const begin = readPlace(from.from);
    const offset = begin.at === at ? begin.offset : 0;
    const place = `${at}.${offset}`;
    const count = (ids.get(place) ?? 0) + 1;
    ids.set(place, count);
    return {
      id: count > 1 ? `${place}.${count}` : place,
      kind: toKind(change, row, other, fold),
      base: from,
      witness: to,
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

/** The block that a reading is of: a paragraph with the break before it is itself, not the one before. */
export function blockOf({ from, to, text }: Difference['base']): string {
  return readPlace(text.length > 1 && text.startsWith(paragraphBreak) ? to : from).at;
}

function toReading([from, to]: readonly [number, number], row: Row): Difference['base'] {
  const write = (token: number) => {
    const { at, offset } = row.placeOf(token);
    return `${at}:${offset}`;
  };
  return { from: write(from), to: write(to), text: row.tokens.slice(from, to).join('') };
}

function toKind(change: Change, row: Row, other: Row, fold: Fold): Difference['kind'] {
  const [base, witness] = [row.tokens.slice(...change.base), other.tokens.slice(...change.witness)];
  const tokens = [...base, ...witness];
  const isNumber = touchesHeading(change.base, row) || touchesHeading(change.witness, other);
  if (isNumber && tokens.every((token) => numeral.test(token))) return 'number';
  if (isParagraph(base) && witness.length === 0) return 'lacking';
  if (isParagraph(witness) && base.length === 0) return 'added';
  if (base.join('') === paragraphBreak && witness.length === 0) return 'joined';
  if (witness.join('') === paragraphBreak && base.length === 0) return 'split';
  if (tokens.every((token) => token !== paragraphBreak && /^[\p{P}\p{S}\s]$/u.test(token)))
    return 'punctuation';
  return fold(base.join('')) === fold(witness.join('')) ? 'script' : 'wording';
}

/** What a section's number is printed with. */
const numeral = /^[〇零一二三四五六七八九十百\d\p{P}\s¶]$/u;

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

/** The places of paragraphs that stand in both texts once, word for word, and in another order. */
function findMoved(base: readonly Passage[], witness: readonly Passage[], fold: Fold) {
  const anchors = pairUnique(
    base.map(({ text }) => fold(text)),
    witness.map(({ text }) => fold(text)),
  );
  const inOrder = new Set(longestRising(anchors).map((anchor) => anchor.base));
  const moved = anchors.filter((anchor) => !inOrder.has(anchor.base));
  return { base: moved.map((anchor) => anchor.base), witness: moved.map((anchor) => anchor.witness) };
}

/** A row of tokens in which some passages are like nothing in the other text: they were moved as a whole. */
function setApart(row: Row, passages: readonly number[], side: string): string[] {
  const tokens = [...row.tokens];
  for (const passage of passages) {
    const [from, to] = row.rangeOf(passage);
    for (let at = from; at < to; at += 1) tokens[at] = `${side} ${passage} ${tokens[at]}`;
  }
  return tokens;
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
