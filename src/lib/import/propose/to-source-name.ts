/**
 * A file's name as the id of a source: lower-case letters, digits and single hyphens, without its ending; empty where
 * nothing of it can stand in an address.
 * `toSourceName('/tmp/Daily News_2031.05.txt') // => 'daily-news-2031-05'`
 */
export function toSourceName(path: string): string {
  const name = path.split(/[/\\]/).at(-1) ?? '';
  return name
    .replace(/(?<=.)\.[^.]*$/, '')
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 64)
    .replace(/^-+|-+$/g, '');
}
