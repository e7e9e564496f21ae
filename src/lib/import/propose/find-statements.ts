import { type DateBasis, dateSchema } from '../../../schemas/names.ts';
import { describeForbidden } from '../decode-source.ts';
import { readStatedDate } from '../read-stated-date.ts';
import type { FoundStatement } from './proposal.ts';

/** A line in which a source may state something of itself, and what a date in it rests on. */
export interface StatingLine {
  readonly number: number;
  readonly text: string;
  readonly basis: DateBasis;
}

const dates =
  /\d{4}-\d{2}-\d{2}(?:T[\d:.+Z-]*)?|(?:(?:\d{4}|[〇零一二三四五六七八九]{4})年)?(?:\d{1,2}|[一二三四五六七八九十]{1,3})月(?:\d{1,2}|[一二三四五六七八九十]{1,3})日/gu;
/** 某某社某地5月3日电: an agency, a place, a day. */
const dispatch =
  /(\p{Script=Han}{1,6}社)\p{Script=Han}{1,10}?(?:\d{1,2}|[一二三四五六七八九十]{1,3})月(?:\d{1,2}|[一二三四五六七八九十]{1,3})日[电電讯訊]/u;
const writer = /(?:记者|記者)[：:\s]*(\p{Script=Han}{2,4})(?=[\s，。、）)]|$|摄|攝)/u;

/** List what the lines seem to state: dates, an agency, a writer, a dispatch's line. Each in its own words only. */
export function findStatements(lines: readonly StatingLine[]): FoundStatement[] {
  const found = lines.flatMap(({ number, text, basis }): FoundStatement[] => {
    const opening = dispatch.exec(text);
    const [said = '', agency = ''] = opening ?? [];
    const [byline = '', person = ''] = writer.exec(text) ?? [];
    return [
      ...(text.match(dates) ?? []).flatMap((says): FoundStatement[] => {
        const value = readStatedDate(says);
        if (value === null || !dateSchema.safeParse(value).success) return [];
        const words = said.includes(says) ? said : says;
        const isDateline = words === said;
        const yaml = `{ value: ${value}, basis: ${isDateline ? 'dateline' : basis}, says: ${quote(words)} }`;
        return [{ key: 'date', yaml, line: number }];
      }),
      ...(opening
        ? ([
            { key: 'bodies', yaml: `[{ name: ${quote(agency)}, says: ${quote(said)} }]`, line: number },
            { key: 'origin', yaml: quote(said), line: number },
          ] as const)
        : []),
      ...(person
        ? ([
            { key: 'persons', yaml: `[{ name: ${quote(person)}, says: ${quote(byline)} }]`, line: number },
          ] as const)
        : []),
    ];
  });
  const seen = new Set<string>();
  return found.filter(({ key, yaml }) => {
    const isNew = !seen.has(key + yaml) && describeForbidden(yaml, []) === undefined;
    seen.add(key + yaml);
    return isNew;
  });
}

/** A text as YAML writes it between double quotation marks. */
export function quote(text: string): string {
  return JSON.stringify(text);
}
