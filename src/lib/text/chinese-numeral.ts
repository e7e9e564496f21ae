const digits = '零一二三四五六七八九';

/** Characters that a Chinese numeral up to 99 is written with, for use in a regular expression. */
export const numeralPattern = '[一二三四五六七八九十]{1,3}';

/**
 * The number a Chinese numeral from 一 to 九十九 writes, or null where the text is no such numeral.
 * `readChineseNumeral('十二') // => 12`
 */
export function readChineseNumeral(text: string): number | null {
  const match = /^([二三四五六七八九])?(十)?([一二三四五六七八九])?$/.exec(text);
  if (!match || text === '') return null;
  const [, tens, ten, units] = match;
  if (!ten) return tens && !units ? digits.indexOf(tens) : !tens && units ? digits.indexOf(units) : null;
  return (tens ? digits.indexOf(tens) : 1) * 10 + (units ? digits.indexOf(units) : 0);
}
