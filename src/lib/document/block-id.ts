import type { DocumentBlock } from '../../schemas/document.ts';

/** What part of a document an id names: `s5-3` and `p2` a paragraph, `s5` a heading. */
export function partOfId(id: string): DocumentBlock['part'] {
  if (/^s\d+$/.test(id)) return 'heading';
  const name = /^(title|dateline|signature|caption)(?:-\d+)?$/.exec(id)?.[1];
  return name ? (name as DocumentBlock['part']) : 'paragraph';
}

/** The section an id names or stands in (`s5-3`, `s5` → 5), or null where ids carry none. */
export function sectionOfId(id: string): number | null {
  const number = /^s(\d+)(?:-\d+)?$/.exec(id)?.[1];
  return number === undefined ? null : Number(number);
}

/** An id as a reader sees it in the margin: `s5-3` → `5.3`, `p2` → `2`; other parts show no number. */
export function numberOfId(id: string): string | null {
  const [, section, number, plain] = /^(?:s(\d+)-(\d+)|p(\d+))$/.exec(id) ?? [];
  return plain ?? (number === undefined ? null : `${section}.${number}`);
}
