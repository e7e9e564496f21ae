import { readSetting, storeSetting } from '../settings.ts';
import type { Anchor } from './anchor.ts';

/** Where a reader was in a document when they last read it. */
export interface LastPlace extends Anchor {
  /** The number that the block shows. */
  readonly label: string;
  /** Milliseconds since 1970. */
  readonly at: number;
}

const setting = 'places';
/** Documents of which a place is kept. */
const most = 100;

/** The last place in each document, by slug, the latest first; kept in this browser only. */
export function readPlaces(): [slug: string, LastPlace][] {
  try {
    const places: Record<string, LastPlace> = JSON.parse(readSetting(setting) ?? '{}');
    return Object.entries(places).sort(([, a], [, b]) => b.at - a.at);
  } catch {
    return [];
  }
}

/** Keep a document’s place, or forget it. A browser that refuses storage forgets all of them. */
export function keepLastPlace(slug: string, place: LastPlace | undefined): void {
  const others = readPlaces().filter(([other]) => other !== slug);
  const places = place ? [[slug, place] as const, ...others].slice(0, most) : others;
  storeSetting(setting, JSON.stringify(Object.fromEntries(places)));
}
