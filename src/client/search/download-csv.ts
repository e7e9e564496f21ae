import { toCsv } from '../../lib/search/to-csv.ts';
import { toCsvRows } from '../../lib/search/to-csv-rows.ts';
import type { Result } from '../../lib/search/to-results.ts';
import { saveFile } from '../save-file.ts';
import type { Search } from './open-search.ts';

/** Give the reader results as a table. @param site the site's own address; the page's where it is not known */
export function downloadCsv(
  { catalogue, addresses }: Search,
  query: string,
  results: readonly Result[],
  site: string,
): void {
  const addressOf = (slug: string, id: string) =>
    new URL(addresses.document(catalogue.script, slug, id), site || location.href).href;
  const csv = toCsv(toCsvRows(results, catalogue.documents, addressOf));
  // A name that every system can keep.
  const name = query
    .replaceAll(/[\\/:*?"<>|\s]+/g, ' ')
    .trim()
    .slice(0, 60);
  saveFile(`${name}.csv`, 'text/csv', csv);
}
