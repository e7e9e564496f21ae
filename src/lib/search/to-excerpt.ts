import type { Stretch } from './find-hits.ts';

/** A run of a clause as a result shows it; `cut` stands for what is left out. */
export interface Piece {
  readonly type: 'text' | 'hit' | 'cut';
  readonly text: string;
}

/** A clause no longer than this, in characters, is shown whole. */
const whole = 160;
/** How far around a hit a mark is looked for: not nearer, not farther. */
const nearest = 16;
const farthest = 60;

/**
 * What a result shows of a clause: all of it, or the parts around its hits, cut after a mark of punctuation.
 * @param hits in order, not overlapping
 */
export function toExcerpt(text: string, hits: readonly Stretch[]): Piece[] {
  const characters = Array.from(text);
  const windows =
    characters.length <= whole ? [{ from: 0, to: characters.length }] : joinWindows(characters, hits);
  const pieces: Piece[] = [];
  const add = (type: Piece['type'], from: number, to: number) => {
    if (to > from) pieces.push({ type, text: type === 'cut' ? '' : characters.slice(from, to).join('') });
  };
  let at = 0;
  for (const { from, to } of windows) {
    add('cut', at, from);
    at = from;
    for (const hit of hits.filter((hit) => hit.from >= from && hit.to <= to)) {
      add('text', at, hit.from);
      add('hit', hit.from, hit.to);
      at = hit.to;
    }
    add('text', at, to);
    at = to;
  }
  add('cut', at, characters.length);
  return pieces;
}

function joinWindows(characters: readonly string[], hits: readonly Stretch[]): Stretch[] {
  const windows: { from: number; to: number }[] = [];
  for (const hit of hits.length > 0 ? hits : [{ from: 0, to: 0 }]) {
    const from = startOf(characters, hit.from);
    const to = endOf(characters, hit.to);
    const last = windows.at(-1);
    // What would be left out between two is not worth a cut when it is short.
    if (last && from <= last.to + nearest) last.to = Math.max(last.to, to);
    else windows.push({ from, to });
  }
  const [first, last] = [windows[0], windows.at(-1)];
  if (first && first.from <= nearest) first.from = 0;
  if (last && last.to + nearest >= characters.length) last.to = characters.length;
  return windows;
}

/** Whether an excerpt may begin at a place: after a mark or a closing one, not before a closing one. */
function isBreak(characters: readonly string[], at: number): boolean {
  return (
    /[，。：；？！、”’」』）》〉]/u.test(characters[at - 1] ?? '') &&
    !/[，。：；？！、”’」』）》〉]/u.test(characters[at] ?? '')
  );
}

/** Whether a place is inside a number or a word of letters. */
function isInside(characters: readonly string[], at: number): boolean {
  const isLetter = (character: string | undefined) => /[\p{N}\p{Script=Latin}]/u.test(character ?? '');
  return isLetter(characters[at - 1]) && isLetter(characters[at]);
}

function startOf(characters: readonly string[], hit: number): number {
  for (let at = hit - nearest; at > Math.max(0, hit - farthest); at -= 1)
    if (isBreak(characters, at)) return at;
  let at = Math.max(0, hit - farthest);
  while (isInside(characters, at)) at -= 1;
  return at;
}

function endOf(characters: readonly string[], hit: number): number {
  for (let at = hit + nearest; at < Math.min(characters.length, hit + farthest); at += 1)
    if (isBreak(characters, at)) return at;
  let at = Math.min(characters.length, hit + farthest);
  while (isInside(characters, at)) at += 1;
  return at;
}
