import { type CitationRecord, describeRecord, listResponsible } from './record.ts';
import { slots } from './slots.ts';
import { stateDate } from './state-date.ts';

/**
 * A document, or a place in it, as an entry of BibLaTeX’s `@online` (the manual, 2.1.1); BibTeX itself reads it as `@misc`.
 * Names stand in braces of their own: neither a body nor a Chinese name is to be taken apart.
 */
export function toBibtex(record: CitationRecord, hasPlace: boolean): string {
  const { slug, title, date, collection, edition, address, lang } = record;
  const { authors } = listResponsible(record);
  const hasYear = date && !date.startsWith('XXXX');
  const fields = {
    author: authors.map((name) => `{${escapeTex(name)}}`).join(' and '),
    title: `{${escapeTex(title)}}`,
    date: hasYear ? date : '',
    year: hasYear ? date.slice(0, 4) : '',
    organization: escapeTex(`${collection}（${edition}版）`),
    version: edition,
    note: [
      escapeTex(describeRecord(record)),
      hasYear ? '' : escapeTex(stateDate(date, 'zh', record.script) ?? ''),
      hasPlace ? slots.at : '',
    ]
      .filter(Boolean)
      .join('；'),
    url: address ? `${address}${hasPlace ? slots.fragment : ''}` : '',
    urldate: address ? slots.accessed : '',
    langid: 'chinese',
    language: lang,
  };
  const lines = Object.entries(fields)
    .filter(([, value]) => value !== '')
    .map(([name, value]) => `  ${name} = {${value}}`);
  return `@online{${slug}${hasPlace ? `:${slots.id}` : ''},\n${lines.join(',\n')}\n}\n`;
}

function escapeTex(text: string): string {
  const named: Record<string, string> = {
    '\\': '\\textbackslash{}',
    '~': '\\textasciitilde{}',
    '^': '\\textasciicircum{}',
  };
  return text.replace(/[\\{}&%$#_~^]/g, (character) => named[character] ?? `\\${character}`);
}
