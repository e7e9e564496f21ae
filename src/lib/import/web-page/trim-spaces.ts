import { type SourceText, sliceSource } from '../../text/source-text.ts';
import type { Piece } from '../reading.ts';

/**
 * Take out of a block's characters the spaces that HTML does not show: at its ends and beside a line break,
 * and all but the first of a run; a kept line end or tab reads as a space. Only the four ASCII spaces of HTML
 * collapse: an ideographic space is a character like another.
 */
export function trimSpaces(source: SourceText, characters: readonly Piece[]) {
  const pieces: Piece[] = [];
  const spaces: Piece[] = [];
  let pending: Piece | undefined;
  for (const piece of characters) {
    const raw = sliceSource(source, piece.from, piece.to);
    const isBreak = piece.as === '\n' && raw.startsWith('<');
    const isSpace = !isBreak && /^[ \t\r\n\f]+$/.test(piece.as ?? raw);
    if (isSpace) {
      if (pending || pieces.length === 0 || pieces.at(-1)?.as === '\n') spaces.push(piece);
      else pending = piece;
      continue;
    }
    if (pending) {
      if (isBreak) spaces.push(pending);
      else
        pieces.push(
          sliceSource(source, pending.from, pending.to) === ' ' ? pending : { ...pending, as: ' ' },
        );
      pending = undefined;
    }
    pieces.push(piece);
  }
  if (pending) spaces.push(pending);
  // A line break at either end of a block shows as nothing: it stays markup.
  while (pieces[0]?.as === '\n') pieces.shift();
  while (pieces.at(-1)?.as === '\n') pieces.pop();
  return { pieces: mergePieces(pieces), spaces };
}

/** Join neighbours that read as they are written, so that a block has few pieces. */
function mergePieces(pieces: readonly Piece[]): Piece[] {
  const merged: Piece[] = [];
  for (const piece of pieces) {
    const last = merged.at(-1);
    if (last && last.as === undefined && piece.as === undefined && last.to === piece.from)
      merged[merged.length - 1] = { from: last.from, to: piece.to };
    else merged.push(piece);
  }
  return merged;
}
