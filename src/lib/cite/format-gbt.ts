import { type CitationRecord, listResponsible } from './record.ts';
import { slots } from './slots.ts';
import { stateDate } from './state-date.ts';

/** What the two editions of the standard write otherwise: the marks between the parts of an element. */
const editions = {
  /** Chinese ones of full width (7.1.2, 7.5.1: examples). */
  2025: { comma: '，', colon: '：' },
  /** ASCII ones, with a space after them. */
  2015: { comma: ', ', colon: ': ' },
} as const;

/**
 * A citation by GB/T 7714, numeric system, of a part of a website: 责任者. 题名[EB/OL]. 依据. 团体，日期//网站. 版本：引文位置[引用日期].
 * 获取路径. What is of the document, and not of the website that has it, stands before //. Of 2025: 8.11.3 (web page), 8.3 (a
 * part of a larger work), 7.4 (edition), 7.5.4 (what the source does not state is left out), 7.6 (day of citing), 7.7 (a
 * place that is no page). Of 2015: 4.6, 4.2, 8.2 to 8.6. More than three authors are cut after the third (7.1.2; 2015:
 * 8.1.2).
 *
 * The published CSL style for 2015 has neither the collection nor its edition nor the full date for a web page, and
 * no package has one for 2025.
 */
export function formatGbt(record: CitationRecord, edition: keyof typeof editions, hasPlace: boolean): string {
  const { comma, colon } = editions[edition];
  const { authors, beside } = listResponsible(record);
  const names = authors.length > 3 ? [...authors.slice(0, 3), '等'] : authors;
  const published = [...beside, stateDate(record.date, 'zh', record.script)].filter(Boolean).join(comma);
  const place = hasPlace ? `${colon}${slots.at}` : '';
  return `${[
    names.join(comma),
    `${record.title}[EB/OL]`,
    record.basis,
    `${published}//${record.collection}`,
    `${record.edition}版${place}[${slots.accessed}]`,
    record.address && `${record.address}${hasPlace ? slots.fragment : ''}`,
  ]
    .filter(Boolean)
    .join('. ')
    .replace('. //', '//')}.`;
}
