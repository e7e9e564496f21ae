import { hashWords, type Mark } from '../cite/mark.ts';
import { partOfId, sectionOfId } from '../document/block-id.ts';
import type { Clause } from '../search/clause.ts';

/** A text to be looked into, with the code point that each of its UTF-16 units stands for in the whole. */
export interface Haystack {
  readonly text: string;
  readonly places: readonly number[];
}

/** Clauses that stand one after the other in a section, as one text: a quotation may go on from one to the next. */
export interface Row {
  readonly document: number;
  readonly clauses: readonly { readonly id: string; readonly from: number; readonly to: number }[];
  /** One a code point, as published. */
  readonly characters: readonly string[];
  readonly published: Haystack;
  /** Folded, in each script; of as many characters. */
  readonly forms: readonly string[];
  /** The letters and digits of the forms. */
  readonly letters: readonly Haystack[];
}

/** A stretch of a row, in code points, end-exclusive. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/**
 * Clauses that follow each other in a section, in groups; what is no paragraph stands alone.
 * @param clauses whole documents, in their order
 * @param isBroken whether text is missing after a clause
 */
export function groupClauses(clauses: readonly Clause[], isBroken: (clause: Clause) => boolean): Clause[][] {
  const groups: Clause[][] = [];
  for (const clause of clauses) {
    const last = groups.at(-1)?.at(-1);
    if (last && follows(clause, last) && !isBroken(last)) groups.at(-1)?.push(clause);
    else groups.push([clause]);
  }
  return groups;
}

/** A row of clauses. */
export function toRow(clauses: readonly Clause[]): Row {
  let length = 0;
  const placed = clauses.map(({ id, published }) => {
    const from = length;
    length += Array.from(published).length;
    return { id, from, to: length };
  });
  const join = (textOf: (clause: Clause) => string) => clauses.map(textOf).join('');
  const published = join((clause) => clause.published);
  const folded = [0, 1].map((form) => join(({ forms }) => forms[form] ?? forms[0] ?? ''));
  const forms = [...new Set(folded)];
  return {
    document: clauses[0]?.document ?? 0,
    clauses: placed,
    characters: Array.from(published),
    published: toHaystack(published, () => true),
    forms,
    letters: forms.map((form) => toHaystack(form, isLetter)),
  };
}

/** The characters of a text that are kept, with their places in it. */
export function toHaystack(text: string, isKept: (character: string) => boolean): Haystack {
  let kept = '';
  const places: number[] = [];
  let place = 0;
  for (const character of text) {
    if (isKept(character)) {
      kept += character;
      for (let unit = 0; unit < character.length; unit += 1) places.push(place);
    }
    place += 1;
  }
  return { text: kept, places };
}

/** What a text says beside its marks: letters and digits, and signs that are read as words: %, ＋, ＄, ℃. */
export const isLetter = (character: string) => /[\p{L}\p{N}\p{Sc}+＋=＝±×÷%％‰°℃]/u.test(character);

/** A text’s letters and digits, in a row. */
export const lettersOf = (text: string) => Array.from(text).filter(isLetter).join('');

/**
 * Every place of a text in a haystack, or of several in this order, a stretch each; of several, the first way in which
 * they stand.
 */
export function findIn({ text, places }: Haystack, parts: readonly string[]): Stretch[][] {
  const found: Stretch[][] = [];
  const stretch = (at: number, part: string) => ({
    from: places[at] ?? 0,
    to: (places[at + part.length - 1] ?? 0) + 1,
  });
  const [first = '', ...rest] = parts;
  for (let at = text.indexOf(first); at >= 0; at = text.indexOf(first, at + 1)) {
    const stretches = [stretch(at, first)];
    let end = at + first.length;
    for (const part of rest) {
      const next = text.indexOf(part, end);
      if (next < 0) return found;
      stretches.push(stretch(next, part));
      end = next + part.length;
    }
    found.push(stretches);
    if (rest.length > 0) break;
  }
  return found;
}

/** The bounds of the clause of a row that a place stands in. */
export function clauseAt({ clauses }: Row, place: number): Stretch {
  return clauses.find(({ from, to }) => from <= place && place < to) ?? { from: place, to: place };
}

/** A stretch of a row as a link marks it. */
export function toMark({ clauses, characters }: Row, { from, to }: Stretch): Mark {
  const touched = clauses.filter((clause) => clause.from < to && clause.to > from);
  const words = touched.map((clause) =>
    characters.slice(Math.max(from, clause.from), Math.min(to, clause.to)).join(''),
  );
  const [first, last] = [touched[0], touched.at(-1)];
  return {
    from: { id: first?.id ?? '', at: from - (first?.from ?? 0) },
    to: { id: last?.id ?? '', at: to - (last?.from ?? 0) },
    hash: hashWords(words.join('\n')),
  };
}

function follows(clause: Clause, before: Clause): boolean {
  const isParagraph = ({ id }: Clause) => partOfId(id) === 'paragraph';
  return (
    clause.document === before.document &&
    isParagraph(clause) &&
    isParagraph(before) &&
    sectionOfId(clause.id) === sectionOfId(before.id)
  );
}
