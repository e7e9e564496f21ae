import { readChineseNumeral } from '../text/chinese-numeral.ts';

const iso = /(\d{4})-(\d{2})-(\d{2})/;
const chinese =
  /(?:(\d{4}|[〇零一二三四五六七八九]{4})年)?(\d{1,2}|[一二三四五六七八九十]{1,3})月(\d{1,2}|[一二三四五六七八九十]{1,3})日/u;

/**
 * The date that a source's words state, in the form of `dateSchema`; null where they state none.
 * `readStatedDate('二〇二三年三月二十一日于莫斯科') // => '2023-03-21'`
 * `readStatedDate('新华社莫斯科3月21日电') // => 'XXXX-03-21'`
 */
export function readStatedDate(words: string): string | null {
  const [, year, month = '', day = ''] = iso.exec(words) ?? chinese.exec(words) ?? [];
  const [monthNumber, dayNumber] = [readNumber(month), readNumber(day)];
  if (monthNumber === null || dayNumber === null) return null;
  return [year === undefined ? 'XXXX' : readYear(year), pad(monthNumber), pad(dayNumber)].join('-');
}

function readNumber(text: string): number | null {
  return /^\d+$/.test(text) ? Number(text) : readChineseNumeral(text);
}

/** A year is written digit by digit: 二〇二三. */
function readYear(text: string): string {
  return Array.from(text, (digit) => {
    const value = '〇一二三四五六七八九'.indexOf(digit === '零' ? '〇' : digit);
    return value < 0 ? digit : String(value);
  }).join('');
}

function pad(number: number): string {
  return String(number).padStart(2, '0');
}
