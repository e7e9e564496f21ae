/**
 * Rows as a CSV file (RFC 4180): values quoted where they must be, lines ended by CR LF, a byte order mark before it
 * all, without which spreadsheets do not read Chinese. A value that a spreadsheet would run as a formula has an
 * apostrophe before it; some take full-width signs for their narrow ones.
 */
export function toCsv(rows: readonly (readonly (string | number)[])[]): string {
  const value = (text: string) => quote(/^[=+\-@＝＋－＠\t\r]/.test(text) ? `'${text}` : text);
  const quote = (text: string) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  return `\uFEFF${rows.map((row) => `${row.map((cell) => value(String(cell))).join(',')}\r\n`).join('')}`;
}
