import { isLetter, lettersOf, toHaystack } from './row.ts';

/** A title where it stands in a text; places are UTF-16 units, the end exclusive. */
export interface FoundTitle {
  readonly slug: string;
  readonly from: number;
  readonly to: number;
}

/** Finds the titles of documents in texts, in either script, whatever marks and spaces stand in them. */
export function createTitleFinder(
  documents: readonly { readonly slug: string; readonly titles: readonly string[] }[],
  fold: (text: string) => string,
) {
  const titled = documents.flatMap(({ slug, titles }) =>
    titles
      .map((title) => ({ slug, letters: lettersOf(fold(title)) }))
      .filter(({ letters }) => letters !== ''),
  );
  return {
    isTitle: (text: string) => titled.some(({ letters }) => letters === lettersOf(fold(text))),
    /** Every title in a text, in its order; one that stands within a longer one is left out. */
    find: (text: string): FoundTitle[] => {
      const { text: letters, places } = toHaystack(fold(text), isLetter);
      const units = toUnits(text);
      const found = titled.flatMap((title) => {
        const all: FoundTitle[] = [];
        for (let at = letters.indexOf(title.letters); at >= 0; at = letters.indexOf(title.letters, at + 1)) {
          const [from = 0, last = 0] = [places[at], places[at + title.letters.length - 1]];
          all.push({ slug: title.slug, from: units[from] ?? 0, to: units[last + 1] ?? text.length });
        }
        return all;
      });
      const isWithin = (one: FoundTitle, other: FoundTitle) =>
        other.from <= one.from && one.to <= other.to && other.to - other.from > one.to - one.from;
      return found
        .filter((one) => !found.some((other) => isWithin(one, other)))
        .sort((a, b) => a.from - b.from);
    },
  };
}

export type TitleFinder = ReturnType<typeof createTitleFinder>;

/** The UTF-16 unit at which each code point of a text begins. */
function toUnits(text: string): number[] {
  const units: number[] = [];
  let unit = 0;
  for (const character of text) {
    units.push(unit);
    unit += character.length;
  }
  return units;
}
