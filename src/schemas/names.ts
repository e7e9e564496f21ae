import { z } from 'astro/zod';

/** Parts of addresses that belong to the site itself or to its data, so that no document may take them. */
export const reservedSlugs = [
  ...['search', 'cite', 'sources', 'collate', 'compare', 'instruments', 'about'],
  ...['notes', 'offline', 'downloads', 'collection', 'site', 'words'],
  ...['index', 'relations', 'editions', 'edition', 'schema', 'dts', 'children', 'parents'],
];

/** A slug or a source id: it becomes a folder name and part of an address. */
export const slugSchema = z
  .string()
  .max(64)
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, {
    error: 'expected lower-case letters, digits and single hyphens, e.g. 2023-joint-statement',
  })
  // Every JavaScript object has a constructor, which a list by slug would find; of the others Windows makes no file.
  .refine((slug) => !/^(?:constructor|con|prn|aux|nul|com\d|lpt\d)$/.test(slug), {
    error: 'expected another name: computers keep this one for themselves',
  });

export const sha256Schema = z.string().regex(/^[0-9a-f]{64}$/, { error: 'expected 64 hexadecimal digits' });

/** Languages of published texts: script and region, since both decide how a text is shown and converted. */
export const languageSchema = z.enum(['zh-Hans-CN', 'zh-Hant-TW', 'zh-Hant-HK']);
export type Language = z.infer<typeof languageSchema>;

/**
 * A date as far as the source states it: `2023-03-21`, or `XXXX-03-21` where it names no year (EDTF level 1).
 */
export const dateSchema = z
  .string()
  .regex(/^(?:\d{4}|XXXX)-\d{2}-\d{2}$/, {
    error: 'expected YYYY-MM-DD, or XXXX-MM-DD where the source names no year',
  })
  .refine(isCalendarDate, { error: 'expected a day that the calendar has' });

export const dateBasisSchema = z.enum(['front matter', 'dateline', 'signature']);
export type DateBasis = z.infer<typeof dateBasisSchema>;

/** Whether the calendar has a day, `YYYY-MM-DD`, or `XXXX-MM-DD` where the year is not known. */
export function isCalendarDate(value: string): boolean {
  // A date without a year may be the 29th of February.
  const iso = value.replace('XXXX', '2000');
  const day = new Date(`${iso}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(iso);
}
