import { pageLanguage } from '../script/scripts.ts';
import type { ShareCard } from './to-share-card.ts';
import { wrapTitle } from './wrap-title.ts';

/** A character as it is drawn, in thousandths of an em. */
export interface Glyph {
  /** SVG path data, y upwards from the baseline. */
  readonly path: string;
  readonly advance: number;
}

/** A character in a weight (400 regular, 600 semi-bold), or undefined where the font does not have it. */
export type FindGlyph = (character: string, weight: number) => Glyph | undefined;

/** Pixels; the size that sites which show links ask for. */
export const shareImageSize = { width: 1200, height: 630 } as const;

// The light values of tokens.css: an image does not know its reader's scheme.
const colours = { paper: '#fbf9f4', ink: '#221f1b', quiet: '#6a6258', accent: '#8f2b1e' } as const;
const margin = 96;
const measure = shareImageSize.width - 2 * margin;
const title = {
  top: 84,
  height: 296,
  leading: 1.38,
  mostLines: 5,
  large: 60,
  sizes: [72, 68, 64, 60, 56, 52, 48, 44, 40, 36],
};
const details = { dateBaseline: 438, sourceBaseline: 484, sizes: [28, 26, 24, 22, 20, 18] };
const foot = { rule: 524, baseline: 576, collectionSize: 34, editionSize: 24 };

interface Line {
  readonly text: string;
  readonly x: number;
  readonly baseline: number;
  readonly size: number;
  readonly weight: number;
  readonly colour: string;
}

/** What stands for a character that no font has, as printers set it, and what ends a text that is cut. */
export const substitutes = { missing: '〓', cut: '…' } as const;

/**
 * A document's share image as SVG, text as outlines, so that no font is needed to show it. What a source may hold stops
 * no build: a character that no font has is shown as 〓, and a text that does not fit even in its smallest size is cut.
 * @throws Error where there is no glyph for 〓 either.
 */
export function toShareImage(card: ShareCard, findGlyph: FindGlyph): string {
  const draw = (character: string, weight: number): Glyph => {
    const glyph = findGlyph(/\s/.test(character) ? ' ' : character, weight);
    if (glyph) return glyph;
    // What nobody sees takes no place.
    if (/\p{Default_Ignorable_Code_Point}/u.test(character)) return { path: '', advance: 0 };
    const substitute = findGlyph(substitutes.missing, weight);
    if (substitute) return substitute;
    throw new Error(
      `Unexpected fonts without ${substitutes.missing} for the share image of ${card.slug}, expected one that has it. ` +
        'Add it to `families` in scripts/steps/build-share-images.ts.',
    );
  };
  const widthOf = (text: string, size: number, weight: number) =>
    Array.from(text).reduce((sum, character) => sum + (draw(character, weight).advance * size) / 1000, 0);
  const lines = [...layTitle(card, widthOf), ...layDetails(card, widthOf), ...layFoot(card, widthOf)];
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${shareImageSize.width}" height="${shareImageSize.height}">`,
    `<rect width="100%" height="100%" fill="${colours.paper}"/>`,
    `<rect x="${margin}" y="${foot.rule}" width="${measure}" height="2" fill="${colours.accent}"/>`,
    ...lines.map((line) => drawLine(line, draw)),
    '</svg>',
  ].join('\n');
}

type WidthOf = (text: string, size: number, weight: number) => number;

/** The title in the largest size in which it fits: on the lines as printed if it can be large so, else wrapped. */
function layTitle(card: ShareCard, widthOf: WidthOf): Line[] {
  const weight = 600;
  const printed = card.title.split('\n');
  const isWhole = (size: number) => printed.every((line) => widthOf(line, size, weight) <= measure);
  const fits = (lines: readonly string[], size: number) =>
    lines.length <= title.mostLines && lines.length * size * title.leading <= title.height;
  /** Its lines in a size, or undefined where they have no room. */
  const wrap = (text: string, size: number): string[] | undefined => {
    const wrapped = text
      .split('\n')
      .map((line) =>
        wrapTitle(line, pageLanguage(card.script), measure, (part) => widthOf(part, size, weight)),
      );
    const lines = wrapped.flatMap((part) => part ?? []);
    return wrapped.includes(undefined) || !fits(lines, size) ? undefined : lines;
  };
  const whole = title.sizes.find((size) => size >= title.large && isWhole(size) && fits(printed, size));
  const sized = whole ?? title.sizes.find((size) => wrap(card.title, size));
  const size = sized ?? title.sizes[title.sizes.length - 1] ?? title.large;
  const lines = wrap(sized ? card.title : cut(card.title, (text) => wrap(text, size) !== undefined), size);
  // A glyph's body reaches 0.88 of an em above its baseline.
  return (lines ?? []).map((text, index) => ({
    text,
    x: margin,
    baseline: title.top + size * (0.88 + index * title.leading),
    size,
    weight,
    colour: colours.ink,
  }));
}

function layDetails(card: ShareCard, widthOf: WidthOf): Line[] {
  const lay = (whole: string, baseline: number, colour: string): Line => {
    const fits = (text: string, size: number) => widthOf(text, size, 400) <= measure;
    const sized = details.sizes.find((each) => fits(whole, each));
    const size = sized ?? details.sizes[details.sizes.length - 1] ?? 0;
    const text = sized ? whole : cut(whole, (shorter) => fits(shorter, size));
    return { text, x: margin, baseline, size, weight: 400, colour };
  };
  return [
    lay(card.date, details.dateBaseline, colours.ink),
    lay(card.source, details.sourceBaseline, colours.quiet),
  ];
}

/** As much of the beginning of a text as has room, and that there is more. */
function cut(text: string, fits: (shorter: string) => boolean): string {
  const characters = Array.from(text);
  const shorten = (length: number) => characters.slice(0, length).join('') + substitutes.cut;
  let room = 0;
  let more = characters.length;
  while (room + 1 < more) {
    const middle = Math.floor((room + more) / 2);
    if (fits(shorten(middle))) room = middle;
    else more = middle;
  }
  return shorten(room);
}

/** The collection's title at the start of the foot, the edition at its end. */
function layFoot({ collection, edition }: ShareCard, widthOf: WidthOf): Line[] {
  const { baseline, collectionSize, editionSize } = foot;
  const end = shareImageSize.width - margin - widthOf(edition, editionSize, 400);
  return [
    { text: collection, x: margin, baseline, size: collectionSize, weight: 600, colour: colours.accent },
    { text: edition, x: end, baseline, size: editionSize, weight: 400, colour: colours.quiet },
  ];
}

function drawLine({ text, x, baseline, size, weight, colour }: Line, draw: FindGlyph): string {
  let at = 0;
  const paths = Array.from(text).map((character) => {
    const { path, advance } = draw(character, weight) as Glyph;
    const placed = `<path transform="translate(${at})" d="${path}"/>`;
    at += advance;
    return path === '' ? '' : placed;
  });
  const scale = size / 1000;
  const place = `translate(${x} ${baseline}) scale(${scale} ${-scale})`;
  return `<g fill="${colour}" transform="${place}">${paths.join('')}</g>`;
}
