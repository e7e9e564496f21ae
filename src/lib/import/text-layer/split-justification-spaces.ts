import { type SourceText, sliceSource } from '../../text/source-text.ts';
import type { LeftOut, Piece } from '../reading.ts';

/** Han characters and full-width marks: in Chinese print no space stands beside them. */
const fullWidth =
  /[\p{Script=Han}\u2010-\u2027\u2030-\u205E\u2150-\u2BFF\u3001-\u303F\uFE30-\uFE4F\uFF01-\uFF60\uFFE0-\uFFE6〇·]/u;

/**
 * Take out of a line the spaces that justification put next to a Han character or full-width mark
 * (草 案, 中 方 对 2024 年); a space between Latin words stays.
 */
export function splitJustificationSpaces(source: SourceText, piece: Piece) {
  const pieces: Piece[] = [];
  const leftOut: LeftOut[] = [];
  let from = piece.from;
  let at = piece.from;
  while (at < piece.to) {
    if (!isSpace(source.characters[at])) {
      at += 1;
      continue;
    }
    let end = at;
    while (isSpace(source.characters[end])) end += 1;
    const neighbours = sliceSource(source, at - 1, at) + sliceSource(source, end, end + 1);
    if (fullWidth.test(neighbours)) {
      if (at > from) pieces.push({ from, to: at });
      leftOut.push({ from: at, to: end, reason: 'justification-space' });
      from = end;
    }
    at = end;
  }
  if (piece.to > from) pieces.push({ from, to: piece.to });
  return { pieces, leftOut };
}

function isSpace(character: string | undefined): boolean {
  return character !== undefined && /\s/u.test(character);
}
