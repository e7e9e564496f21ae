import type { Script } from '../script/scripts.ts';

const months = [
  ...['January', 'February', 'March', 'April', 'May', 'June'],
  ...['July', 'August', 'September', 'October', 'November', 'December'],
];
const noYear = { hans: '年份未载', hant: '年份未載' };

/**
 * A date in a citation, as far as the source states it; undefined where it states none. A year that it does not name
 * is said to be missing, never supplied: `3月21日（年份未载）`, `March 21, year not stated`.
 */
export function stateDate(date: string | null, language: 'zh' | 'en', script: Script): string | undefined {
  if (!date?.startsWith('XXXX')) return date ?? undefined;
  const [, month, day] = date.split('-').map(Number);
  return language === 'en'
    ? `${months[(month ?? 1) - 1]} ${day}, year not stated`
    : `${month}月${day}日（${noYear[script]}）`;
}
