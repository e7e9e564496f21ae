import type { DateBasis } from '../../schemas/names.ts';
import type { Say } from './interface-text.ts';

const basisTexts = {
  'front matter': 'basisFrontMatter',
  dateline: 'basisDateline',
  signature: 'basisSignature',
} as const;

/** A date as a reader sees it, with what it rests on: `2023年3月21日（据落款）`, `3月21日（据电头，年份来源未写明）`. */
export function describeDate(date: string | null, basis: DateBasis | null, say: Say): string {
  if (!date) return say('noDate');
  const [year, month, day] = date.split('-');
  const monthAndDay = `${Number(month)}月${Number(day)}日`;
  const why = basis ? say(basisTexts[basis]) : '';
  return year === 'XXXX' ? `${monthAndDay}（${why}，${say('noYear')}）` : `${year}年${monthAndDay}（${why}）`;
}

/** The day alone, as far as it is known: `2023年3月21日`, `3月21日`, or that there is none. */
export function describeDay(date: string | null, say: Say): string {
  if (!date) return say('noDateShort');
  const [year, month, day] = date.split('-');
  return `${year === 'XXXX' ? '' : `${year}年`}${Number(month)}月${Number(day)}日`;
}

/** Order by date: full dates first, then those without a year, then none; equal ones as `order` has them. */
export function compareByDate(order: readonly string[]) {
  const rank = (date: string | null) =>
    date === null ? '2' : date.startsWith('XXXX') ? `1${date}` : `0${date}`;
  return (a: { slug: string; date: string | null }, b: { slug: string; date: string | null }): number => {
    const [first, second] = [rank(a.date), rank(b.date)];
    if (first !== second) return first < second ? -1 : 1;
    return place(order, a.slug) - place(order, b.slug);
  };
}

function place(order: readonly string[], slug: string): number {
  const index = order.indexOf(slug);
  return index < 0 ? order.length : index;
}
