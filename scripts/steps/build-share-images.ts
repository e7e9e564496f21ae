import { readFileSync } from 'node:fs';
import { Blob, Face, Font, Variation } from 'harfbuzzjs';
import sharp from 'sharp';
import decompress from 'woff2-encoder/decompress';
import type { ShareCard } from '../../src/lib/export/to-share-card.ts';
import {
  type FindGlyph,
  type Glyph,
  substitutes,
  toShareImage,
} from '../../src/lib/export/to-share-image.ts';
import type { Script } from '../../src/lib/script/scripts.ts';

interface Family {
  readonly name: string;
  readonly slices: readonly {
    readonly name: string;
    readonly ranges: readonly (readonly [number, number])[];
  }[];
}

/** Each script's fonts in order of preference: a character that its own lacks is drawn by the other's. */
const families: Record<Script, readonly string[]> = {
  hans: ['noto-serif-sc', 'noto-serif-tc'],
  hant: ['noto-serif-tc', 'noto-serif-sc'],
};

/** The share image of each document, as PNG. */
export async function buildShareImages(
  cards: readonly ShareCard[],
): Promise<{ path: string; content: Uint8Array }[]> {
  const images: { path: string; content: Uint8Array }[] = [];
  const open = createOpener();
  for (const card of cards) {
    const svg = toShareImage(card, await open(card));
    // Few colours, their blends with the paper: a palette holds them at a third of the size.
    const content = await sharp(Buffer.from(svg)).png({ palette: true, compressionLevel: 9 }).toBuffer();
    images.push({ path: `share/${card.slug}.png`, content });
  }
  return images;
}

/** A function that opens the slices of fonts that a card needs, each once. */
function createOpener(): (card: ShareCard) => Promise<FindGlyph> {
  const slices = new Map<string, Promise<Face>>();
  const openSlice = (family: string, slice: string): Promise<Face> => {
    const file = `${family}/files/${family}-${slice}-wght-normal.woff2`;
    const face = slices.get(file) ?? readFace(file);
    slices.set(file, face);
    return face;
  };
  const known = new Map(families.hans.map((name) => [name, readFamily(name)]));
  return async (card) => {
    const fonts = families[card.script].flatMap((name) => known.get(name) ?? []);
    const faces = new Map<string, Face>();
    for (const character of new Set([...Object.values(card), ...Object.values(substitutes), ' '].join(''))) {
      const face = await findFace(character, fonts, openSlice);
      if (face) faces.set(character, face);
    }
    // The layout measures a character many times.
    const glyphs = new Map<string, Glyph | undefined>();
    return (character, weight) => {
      const key = `${character}${weight}`;
      const face = faces.get(character);
      if (face && !glyphs.has(key)) glyphs.set(key, toGlyph(face, character, weight));
      return glyphs.get(key);
    };
  };
}

/** The first slice that has a character, in the order of the fonts. */
async function findFace(
  character: string,
  fonts: readonly Family[],
  openSlice: (family: string, slice: string) => Promise<Face>,
): Promise<Face | undefined> {
  const code = codeOf(character);
  for (const { name, slices } of fonts)
    for (const slice of slices.filter(({ ranges }) =>
      ranges.some(([from, to]) => from <= code && code <= to),
    )) {
      const face = await openSlice(name, slice.name);
      if (new Font(face).nominalGlyph(code)) return face;
    }
  return undefined;
}

/** A font's slices with their ranges of code points, from `U+4e00-4e0f,U+4e11`; names stand in brackets if numbered. */
function readFamily(name: string): Family {
  const ranges = JSON.parse(readFileSync(fileOf(`${name}/unicode.json`), 'utf8')) as Record<string, string>;
  const parseRange = (range: string) => {
    const [from = 0, to = from] = range
      .replace('U+', '')
      .split('-')
      .map((hex) => Number.parseInt(hex, 16));
    return [from, to] as const;
  };
  return {
    name,
    slices: Object.entries(ranges).map(([slice, list]) => ({
      name: slice.replace(/[[\]]/g, ''),
      ranges: list.split(',').map(parseRange),
    })),
  };
}

async function readFace(file: string): Promise<Face> {
  const woff2 = readFileSync(fileOf(file));
  return new Face(new Blob((await decompress(woff2)).slice().buffer));
}

function fileOf(path: string): URL {
  return new URL(import.meta.resolve(`@fontsource-variable/${path}`));
}

function toGlyph(face: Face, character: string, weight: number): Glyph | undefined {
  const font = new Font(face);
  font.setScale(1000, 1000);
  font.setVariations([new Variation('wght', weight)]);
  const glyph = font.nominalGlyph(codeOf(character));
  return glyph ? { path: font.glyphToPath(glyph), advance: font.glyphHAdvance(glyph) } : undefined;
}

function codeOf(character: string): number {
  return character.codePointAt(0) as number;
}
