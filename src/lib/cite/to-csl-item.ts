import { type CitationRecord, describeRecord, listResponsible } from './record.ts';
import { slots } from './slots.ts';
import { stateDate } from './state-date.ts';

type CslName = { readonly literal: string };
type CslDate =
  | { readonly 'date-parts': readonly (readonly number[])[] }
  | { readonly literal: string }
  | { readonly raw: string };

/** An item of CSL-JSON 1.0.2, as reference managers and citeproc read it. */
export interface CslItem {
  readonly id: string;
  readonly type: 'webpage';
  readonly title: string;
  readonly author?: readonly CslName[];
  readonly 'original-publisher'?: string;
  readonly issued?: CslDate;
  readonly accessed?: CslDate;
  readonly 'container-title': string;
  readonly genre: string;
  readonly language: string;
  readonly URL?: string;
  readonly note?: string;
  /** For MLA, which leaves a genre out. */
  readonly version?: string;
}

/**
 * A document, or a place in it, as an item of CSL-JSON. Names are literal: a body has no family name, and a person is
 * named as the source does. The edition stands in the title of the collection, since styles leave a web page’s out.
 */
export function toCslItem(record: CitationRecord, hasPlace: boolean): CslItem {
  const { slug, title, date, collection, edition, address, lang } = record;
  const { authors, beside } = listResponsible(record);
  const literal = stateDate(date, 'en', record.script);
  return {
    id: `${slug}${hasPlace ? `#${slots.id}` : ''}`,
    type: 'webpage',
    title,
    ...(authors.length > 0 && { author: authors.map((name) => ({ literal: name })) }),
    // Not the publisher: that would be the website’s.
    ...(beside.length > 0 && { 'original-publisher': beside.join('、') }),
    ...(date &&
      literal && {
        issued: date.startsWith('XXXX') ? { literal } : { 'date-parts': [date.split('-').map(Number)] },
      }),
    'container-title': `${collection}（${edition}版）`,
    genre: describeRecord(record),
    language: lang,
    ...(address && {
      URL: `${address}${hasPlace ? slots.fragment : ''}`,
      accessed: { raw: slots.accessed },
    }),
    ...(hasPlace && { note: slots.at }),
  };
}
