import { formatProblem, type Problem } from '../problem.ts';
import type { Doubt } from '../reading.ts';
import type { Decision } from './list-decisions.ts';
import type { PlacedLine } from './list-places.ts';

/** How a source stands that an editor is adding: what is to be decided, and where its lines went. */
export interface AddedReport {
  readonly source: string;
  readonly sourceFile: string;
  readonly recipeFile: string;
  readonly decisions: readonly Decision[];
  /** Why the import refused it; empty where it did not. */
  readonly problems: readonly Problem[];
  /** What it refused of the rest of the content: nothing is imported then. */
  readonly elsewhere: readonly Problem[];
  readonly doubts: readonly Doubt[];
  readonly lines: readonly PlacedLine[];
}

/** A line of a page without line breaks may be the whole page. */
const longestLine = 600;

const style = `
:root { color-scheme: light dark }
body { font: 16px/1.6 system-ui, sans-serif; margin: 2rem auto; max-inline-size: 80rem; padding-inline: 1rem }
h1 { overflow-wrap: anywhere }
table { border-collapse: collapse; inline-size: 100% }
td, th { padding: .1rem .75rem; text-align: start; vertical-align: top; border-block-end: 1px solid #8883 }
td:first-child { text-align: end }
td:nth-child(2) { white-space: pre-wrap; overflow-wrap: anywhere }
td:last-child { inline-size: 30%; font-family: ui-monospace, monospace; font-size: .85em; overflow-wrap: anywhere }
@media (max-width: 40rem) { td, th { padding-inline: .3rem } }
:target, .doubt { background: #fc03 } .refused { background: #f003 } li { overflow-wrap: anywhere }`;

/** The report on an added source as one page: no script, nothing loaded, the source's text escaped. */
export function toReportPage({ source, sourceFile, recipeFile, ...report }: AddedReport): string {
  const { decisions, problems, elsewhere, doubts, lines } = report;
  const state =
    problems.length > 0
      ? 'Not imported.'
      : elsewhere.length > 0
        ? 'Not imported now: something else is refused.'
        : 'Imported.';
  const inSource = problems.filter(({ file }) => file === sourceFile);
  const classOf = (number: number) => {
    if (inSource.some(({ position }) => position?.line === number)) return ' class="refused"';
    return doubts.some(({ line }) => line === number) ? ' class="doubt"' : '';
  };
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(source)}: what is undecided</title>
<style>${style}</style>
<h1>${escapeHtml(source)}</h1>
<p>${state} ${escapeHtml(sourceFile)}, ${escapeHtml(recipeFile)}</p>
${list('To be decided', decisions, ({ line, asks }) => `recipe, line ${line}: ${escapeHtml(asks)}`)}
${list('Refused by the import', problems, (problem) =>
  problem.file === sourceFile && problem.position
    ? `<a href="#line-${problem.position.line}">${escapeHtml(formatProblem(problem))}</a>`
    : escapeHtml(formatProblem(problem)),
)}
${list('Refused elsewhere', elsewhere, (problem) => escapeHtml(formatProblem(problem)))}
${list('In doubt', doubts, ({ line, message }) => `<a href="#line-${line}">line ${line}</a> ${escapeHtml(message)}`)}
<h2>Where each line went</h2>
<table>
<tr><th scope="col">Line<th scope="col">Source<th scope="col">Went to
${lines
  .map(
    ({ number, text, places }) =>
      `<tr id="line-${number}"${classOf(number)}><td>${number}<td lang="zh">${escapeHtml(shorten(text))}<td>${escapeHtml(places.join(', '))}`,
  )
  .join('\n')}
</table>
</html>
`;
}

/** The same for a terminal, without the lines. */
export function formatAddedReport({ sourceFile, recipeFile, ...report }: AddedReport): string {
  const { decisions, problems, elsewhere, doubts } = report;
  const section = (title: string, entries: readonly string[]) =>
    entries.length > 0 ? [`${title}: ${entries.length}`, ...entries.map((entry) => `  ${entry}`)] : [];
  return [
    ...section(
      'To be decided',
      decisions.map(({ line, asks }) => `${recipeFile}:${line} ${asks}`),
    ),
    ...section('Refused by the import', problems.map(formatProblem)),
    ...section('Refused elsewhere', elsewhere.map(formatProblem)),
    ...section(
      'In doubt',
      doubts.map(({ line, message }) => `${sourceFile}:${line} ${message}`),
    ),
  ].join('\n');
}

function list<Item>(title: string, items: readonly Item[], write: (item: Item) => string): string {
  if (items.length === 0) return '';
  return `<h2>${title}: ${items.length}</h2>\n<ul>\n${items.map((item) => `<li>${write(item)}`).join('\n')}\n</ul>`;
}

function shorten(text: string): string {
  const characters = Array.from(text);
  return characters.length > longestLine
    ? `${characters.slice(0, longestLine).join('')}… (${characters.length} characters)`
    : text;
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
