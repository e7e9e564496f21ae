import { type CitationRecord, describeRecord, listResponsible } from './record.ts';
import { slots } from './slots.ts';
import { stateDate } from './state-date.ts';

/** A document, or a place in it, as a record of RIS (type ELEC, a web page). Lines end in CRLF, as the format has it. */
export function toRis(record: CitationRecord, hasPlace: boolean): string {
  const { slug, title, date, collection, edition, address, lang } = record;
  const { authors } = listResponsible(record);
  const hasYear = date && !date.startsWith('XXXX');
  const said = hasYear ? undefined : stateDate(date, 'zh', record.script);
  const lines: (readonly [tag: string, value: string | undefined])[] = [
    ['TY', 'ELEC'],
    ['ID', `${slug}${hasPlace ? `#${slots.id}` : ''}`],
    ...authors.map((name) => ['AU', name] as const),
    ['TI', title],
    ['T2', `${collection}（${edition}版）`],
    ['PY', hasYear ? date.slice(0, 4) : undefined],
    ['DA', hasYear ? `${date.replaceAll('-', '/')}/` : undefined],
    ['ET', edition],
    ['LA', lang],
    ['N1', [describeRecord(record), said, hasPlace ? slots.at : undefined].filter(Boolean).join('；')],
    ['UR', address && `${address}${hasPlace ? slots.fragment : ''}`],
    ['Y2', address && slots.accessed],
    ['ER', ''],
  ];
  return lines.flatMap(([tag, value]) => (value === undefined ? [] : [`${tag}  - ${value}\r\n`])).join('');
}
