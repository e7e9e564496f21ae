import type { Mark } from '../cite/mark.ts';
import type { Clause } from '../search/clause.ts';
import type { Fold } from '../search/fold.ts';
import { countLetters, createNearest, type Piece } from './find-nearest.ts';
import type { Unit } from './read-passage.ts';
import { findIn, isLetter, type Row, type Stretch, toHaystack, toMark, toRow, toRows } from './row.ts';

/** What had to be taken for the same: characters in another script or form, or punctuation and spaces. */
export type Alike = 'characters' | 'marks';

/** A place in the collection that a sentence stands at, or is near to. */
export interface Found {
  /** In the catalogue’s documents. */
  readonly document: number;
  /** The words there. */
  readonly mark: Mark;
  readonly printed: string;
  /** Of a sentence that is only alike: how. */
  readonly alike: readonly Alike[];
  /** Of one that differs: what it says, beside what is printed. */
  readonly pieces: readonly Piece[];
}

/**
 * How a sentence stands to the collection: word for word and mark for mark; the same but for script, forms of
 * characters or punctuation; with other characters; only near to something; with parts that stand in different places;
 * or not there.
 */
export interface Judged {
  readonly unit: Unit;
  readonly kind: 'verbatim' | 'alike' | 'changed' | 'nearest' | 'scattered' | 'none';
  readonly found: readonly Found[];
  /** Of a scattered one: each part by itself. */
  readonly parts: readonly Judged[];
}

/** Of a sentence’s letters, those that may be said otherwise for it to be the clause with changes; what it leaves out. */
const changed = { most: 0.25, lacking: 1 };
/** Of a sentence’s letters, those that are printed, for the clause to be worth naming. */
const leastNear = 0.4;

/** Verifies quotations against clauses, in the collection’s order. Nothing is guessed: what is verbatim is code point for code point. */
export function createVerifier(clauses: readonly Clause[], fold: Fold): (unit: Unit) => Judged {
  const rows = toRows(clauses);
  const single = clauses.map((clause) => toRow([clause]));
  let nearest: ReturnType<typeof createNearest> | undefined;

  const judge = (unit: Unit): Judged => {
    const result = (kind: Judged['kind'], found: readonly Found[], parts: readonly Judged[] = []) => ({
      unit,
      kind,
      found,
      parts,
    });
    // First as it stands: a text may have an ellipsis of its own, and quotation marks at its ends.
    const readings = listReadings(unit);
    for (const { parts, isElided } of readings) {
      const found = (isElided ? single : rows).flatMap((row) =>
        findIn(row.published, parts).map((stretch) => toFound(row, stretch)),
      );
      if (found.length > 0) return result('verbatim', found);
    }
    for (const { parts, isElided } of readings) {
      const letters = parts.map((part) => toHaystack(fold(part), isLetter).text);
      const found = (isElided ? single : rows).flatMap((row) => {
        const stretches = row.letters.flatMap((haystack) => findIn(haystack, letters));
        return uniqueStretches(stretches).map((stretch) => toAlike(row, stretch, parts, fold));
      });
      if (found.length > 0) return result('alike', found);
    }
    if (unit.parts.length > 1)
      return result(
        'scattered',
        [],
        unit.parts.map((part) => judge({ text: part, parts: [part] })),
      );

    nearest ??= createNearest(clauses, fold);
    const near = nearest(unit.text);
    const letters = countLetters(Array.from(unit.text));
    const [best] = near;
    if (!best || letters - best.changed < leastNear * letters) return result('none', []);
    const isChanged =
      best.changed <= Math.max(1, changed.most * letters) && best.lacking <= changed.lacking * letters;
    return result(
      isChanged ? 'changed' : 'nearest',
      near.map(({ row, stretch, pieces }) => ({ ...toFound(row, stretch), pieces })),
    );
  };
  return judge;
}

/** Ways to read a unit: as pasted, without quotation marks around it, as parts that an ellipsis joins. */
function listReadings({ text, parts }: Unit): { parts: readonly string[]; isElided: boolean }[] {
  const whole = [text, ...listUnquoted(text)].map((reading) => ({ parts: [reading], isElided: false }));
  const isElided = parts.length > 1;
  if (!isElided && parts[0] === text) return whole;
  const unquoted = parts.map((part) => listUnquoted(part).at(-1) ?? part);
  return [...whole, { parts, isElided }, { parts: unquoted, isElided }];
}

const quotes = { opening: '“「『‘《〈"', closing: '”」』’》〉"' };

/** A text without the quotation marks at its ends, one after the other: they may be those of whoever quotes. */
function listUnquoted(text: string): string[] {
  const readings: string[] = [];
  const characters = Array.from(text.trim());
  for (;;) {
    const isOpen = quotes.opening.includes(characters[0] ?? ' ');
    const isClosed = quotes.closing.includes(characters.at(-1) ?? ' ');
    if (characters.length < 3 || (!isOpen && !isClosed)) return readings;
    if (isOpen) {
      characters.shift();
      readings.push(characters.join('').trim());
    }
    if (isClosed) {
      characters.pop();
      readings.push(characters.join('').trim());
    }
  }
}

function toFound(row: Row, stretch: Stretch): Found {
  return {
    document: row.document,
    mark: toMark(row, stretch),
    printed: row.characters.slice(stretch.from, stretch.to).join(''),
    alike: [],
    pieces: [],
  };
}

/** A place whose letters are a sentence’s when both are folded. */
function toAlike(row: Row, letters: Stretch, parts: readonly string[], fold: Fold): Found {
  const said = parts.join('');
  const stretch = takeInMarks(row, letters, said);
  const found = toFound(row, stretch);
  const lettersOf = (text: string) => Array.from(text).filter(isLetter).join('');
  const marksOf = (text: string) =>
    fold(text)
      .split(/[\p{L}\p{N}]/u)
      .join('¦')
      .replace(/\s/gu, '');
  const alike: Alike[] = [];
  if (parts.length === 1 ? lettersOf(said) !== lettersOf(found.printed) : !hasLetters(found.printed, parts))
    alike.push('characters');
  if (alike.length === 0 || (parts.length === 1 && marksOf(said) !== marksOf(found.printed)))
    alike.push('marks');
  return { ...found, alike };
}

function hasLetters(printed: string, parts: readonly string[]): boolean {
  const haystack = toHaystack(printed, isLetter);
  return (
    findIn(
      haystack,
      parts.map((part) => Array.from(part).filter(isLetter).join('')),
    ).length > 0
  );
}

/** A stretch of letters with as many marks around them as the sentence has: its own full stop belongs to it. */
function takeInMarks({ characters }: Row, { from, to }: Stretch, said: string): Stretch {
  const all = Array.from(said);
  let before = all.findIndex(isLetter);
  let after = all.length - 1 - all.findLastIndex(isLetter);
  let [start, end] = [from, to];
  const isMark = (at: number) => characters[at] !== undefined && !isLetter(characters[at] ?? '');
  for (; before > 0 && isMark(start - 1); before -= 1) start -= 1;
  for (; after > 0 && isMark(end); after -= 1) end += 1;
  return { from: start, to: end };
}

function uniqueStretches(stretches: readonly Stretch[]): Stretch[] {
  return [...new Map(stretches.map((stretch) => [`${stretch.from}-${stretch.to}`, stretch])).values()];
}
