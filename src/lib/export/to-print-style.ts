import type { ColophonLine } from './to-colophon.ts';

/** Of the colophon, what a printed page says at its foot; the rest stands at the head of the text. */
const atFoot: readonly ColophonLine['name'][] = ['source', 'sourceHash', 'edition', 'address', 'rights'];

/**
 * The styles that give a document’s printed pages their running title and their foot: the margin boxes of `print.css`
 * show these two properties (CSS Paged Media 3).
 */
export function toPrintStyle(running: string, colophon: readonly ColophonLine[]): string {
  const foot = colophon
    .filter(({ name }) => atFoot.includes(name))
    .map(({ key, value }) => `${key}：${value}`);
  return `:root {
  --running: ${toCssString(running)};
  --colophon: ${toCssString(foot.join('　'))};
}
`;
}

/** A text as a CSS string: whatever it holds, it ends where it is meant to. */
function toCssString(text: string): string {
  const escaped = text.replace(/["\\<\p{Cc}]/gu, (sign) => `\\${sign.codePointAt(0)?.toString(16)} `);
  return `"${escaped}"`;
}
