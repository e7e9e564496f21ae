import { addressesUnder } from '../../src/lib/reader/addresses.ts';
import { type Script, scripts } from '../../src/lib/script/scripts.ts';

export interface DevDocument {
  readonly slug: string;
  readonly source: string;
  readonly title: string;
}

const style = `
:root { color-scheme: light dark }
body { font: 15px/1.5 system-ui, sans-serif; margin: 0; block-size: 100vh; display: flex; flex-direction: column }
header, main { padding: .5rem 1rem } main { overflow: auto }
header p, p.report { margin: 0 } p.report { padding: 0 1rem .5rem } pre { white-space: pre-wrap; margin: .25rem 0; max-block-size: 30vh; overflow: auto }
header, .refused, p.report { flex: none } .refused { background: #a00; color: #fff; padding: .5rem 1rem } [hidden] { display: none }
.panes { flex: 1; display: flex; min-block-size: 0 } iframe { flex: 1; min-inline-size: 0; min-block-size: 0; border: 0; border-inline-end: 1px solid #8888 }
@media (max-width: 50rem) { .panes { flex-direction: column } iframe { border-block-end: 1px solid #8888 } }`;

/** What is refused, undecided or in doubt, as the server says it anew after each change. */
const listen = `
const [refused, remarks] = [document.querySelector('.refused'), document.querySelector('.remarks')];
new EventSource(document.body.dataset.events).onmessage = ({ data }) => {
  const state = JSON.parse(data);
  refused.hidden = state.refusals.length === 0;
  refused.textContent = state.refusals.join('\\n');
  remarks.querySelector('summary').textContent = state.remarks.length + ' undecided or in doubt';
  remarks.querySelector('pre').textContent = state.remarks.join('\\n');
  for (const report of document.querySelectorAll('iframe.report')) report.contentWindow.location.reload();
};`;

/**
 * The pane that the reader moves leads the other: the block at its top is brought to the top there. A paragraph has the
 * same id in both, with the slug before it in the source.
 */
const follow = `
const slug = document.body.dataset.slug;
const [source, text] = document.querySelectorAll('iframe');
let leading = source;
const anchors = (pane) => pane === source
  ? [...pane.contentDocument.querySelectorAll('[id^="' + slug + '."]')].map((at) => [at.id.slice(slug.length + 1), at])
  : [...pane.contentDocument.querySelectorAll('[id]')].filter((at) => /^(title|dateline|[ps]\\d|signature-|caption-)/.test(at.id)).map((at) => [at.id, at]);
const line = 120;
function lead(pane) {
  if (pane !== leading) return;
  const other = pane === source ? text : source;
  const seen = anchors(pane).filter(([, at]) => at.getBoundingClientRect().top <= line).at(-1) ?? anchors(pane)[0];
  const place = seen && anchors(other).find(([id]) => id === seen[0]);
  if (place) other.contentWindow.scrollBy({ top: place[1].getBoundingClientRect().top - Math.min(line, seen[1].getBoundingClientRect().top), behavior: 'instant' });
}
for (const pane of [source, text]) {
  const attach = () => {
    const { contentWindow: inside } = pane;
    for (const name of ['wheel', 'pointerdown', 'keydown', 'touchstart'])
      inside.addEventListener(name, () => { leading = pane; }, { passive: true, capture: true });
    inside.addEventListener('scroll', () => requestAnimationFrame(() => lead(pane)), { passive: true });
    lead(leading);
  };
  pane.addEventListener('load', attach);
  if (pane.contentDocument?.readyState === 'complete') attach();
}`;

/** The documents, each with where its source stands beside it. */
export function writeDevIndex(
  documents: readonly DevDocument[],
  sources: readonly string[],
  base: string,
): string {
  const shown = documents.map(
    ({ slug, source, title }) =>
      `<li>${scripts.map((script) => `<a href="${base}dev/${script}/${slug}/" aria-label="${escapeHtml(title)}, ${script}">${script}</a>`).join(' ')} <span lang="zh">${escapeHtml(title)}</span> (${source}, ${linkReport(source, base, 'its report')})`,
  );
  const waiting = sources
    .filter((id) => !documents.some(({ source }) => source === id))
    .map((id) => `<li>${id}: not imported yet, ${linkReport(id, base, 'its report')}`);
  return writePage(
    'Sources beside their documents',
    base,
    `<main><h1>Sources beside their documents</h1><ul>${[...waiting, ...shown].join('\n')}</ul><p><a href="${base}">The site</a></p></main>`,
  );
}

function linkReport(source: string, base: string, words: string): string {
  return `<a href="${base}dev/report/${source}/">${words}</a>`;
}

/** The report on a source, which is made anew with each import. */
export function writeReportFrame(source: string, base: string): string {
  return writePage(
    `Report on ${source}`,
    base,
    `<div class="panes"><iframe class="report" title="report on ${source}" src="${base}dev/report/${source}/page/"></iframe></div>`,
  );
}

/** A source at the left and a document of it at the right, which scroll together. */
export function writeSideBySide({ slug, source, title }: DevDocument, script: Script, base: string): string {
  const addresses = addressesUnder(base);
  return writePage(
    title,
    base,
    `<p class="report">${linkReport(source, base, `Report on ${source}`)}: what is undecided, and where each line went.</p>
<div class="panes">
<iframe title="source" src="${addresses.source(script, source)}"></iframe>
<iframe title="document" src="${addresses.document(script, slug)}"></iframe>
</div>
<script>${follow}</script>`,
    slug,
  );
}

/** What is refused before there is anything to show; it is asked for again by itself. */
export function writeRefusals(refusals: readonly string[]): string {
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="refresh" content="1">
<title>Refused</title>
<style>${style}</style>
<main><h1>Refused by the import</h1><pre>${escapeHtml(refusals.join('\n'))}</pre></main>`;
}

function writePage(title: string, base: string, content: string, slug = ''): string {
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="data:,">
<title>${escapeHtml(title)}</title>
<style>${style}</style>
<body data-events="${base}dev/events/" data-slug="${slug}">
<header><p><a href="${base}dev/">All documents</a>. Search, downloads and reading offline are made by <code>npm run build</code>: they are not here.</p>
<details class="remarks"><summary></summary><pre></pre></details></header>
<pre class="refused" role="status" hidden></pre>
${content}
<script>${listen}</script>
</body>
</html>
`;
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
