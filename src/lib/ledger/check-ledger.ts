import { decodeNamedCharacterReference } from 'decode-named-character-reference';
import type { Document } from '../../schemas/document.ts';
import type { Ledger } from '../../schemas/ledger.ts';
import type { Recipe } from '../../schemas/recipe.ts';

/** A source's bytes and ledger, as files hold them. */
export interface LedgerFiles {
  readonly file: string;
  readonly bytes: Uint8Array;
  readonly ledger: Ledger;
  /** What the editor says of the source: its reader, furniture and gaps. */
  readonly recipe: Recipe;
}

export interface LedgerFinding {
  readonly file: string;
  readonly message: string;
}

/** Reasons under which only white space may be left out. */
const whiteSpaceReasons = new Set([
  'line-wrap',
  'line-end',
  'blank-line',
  'column-break',
  'edge-space',
  'justification-space',
  'layout-space',
]);

/**
 * Prove from the files alone that every character of a source is in its ledger exactly once, and that what is
 * kept is the text of the documents, whole and in order. Nothing of the importer is used: the bytes are decoded
 * and cut here, and the documents are read as the site reads them.
 *
 * @param hash the SHA-256 of bytes
 * @param documents all documents, by slug
 */
export function checkLedger(
  { file, bytes, ledger, recipe }: LedgerFiles,
  hash: (bytes: Uint8Array) => string,
  documents: ReadonlyMap<string, Document>,
): LedgerFinding[] {
  const findings: LedgerFinding[] = [];
  const report = (message: string) => findings.push({ file, message });
  const decoded = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  const characters = [...decoded];
  const isPlain = characters.length === decoded.length;
  const cut = ({ from, to }: { from: number; to: number }) =>
    isPlain ? decoded.slice(from, to) : characters.slice(from, to).join('');

  if (hash(bytes) !== ledger.sha256) report('the bytes of the source are not those of the ledger (SHA-256)');
  if (characters.length !== ledger.characters)
    report(`${characters.length} characters in the source, ${ledger.characters} in the ledger`);

  let at = 0;
  let kept = 0;
  const left: Record<string, number> = {};
  const texts = new Map<string, { text: string; length: number; from: number; to: number }>();
  for (const entry of ledger.entries) {
    if (entry.from !== at)
      report(`entry from ${entry.from}, expected from ${at}: each character exactly once`);
    if (entry.to <= entry.from) report(`empty entry at ${entry.from}`);
    at = entry.to;
    const raw = cut(entry);
    if ('left' in entry) {
      left[entry.left] = (left[entry.left] ?? 0) + entry.to - entry.from;
      if (whiteSpaceReasons.has(entry.left) && raw.replace(whiteSpaceReference, '').trim() !== '')
        report(`${entry.left} at ${entry.from} holds text: ${JSON.stringify(raw)}`);
      continue;
    }
    kept += entry.to - entry.from;
    const block = texts.get(entry.kept) ?? { text: '', length: 0, from: entry.from, to: entry.from };
    if (block.length !== entry.at)
      report(`${entry.kept} at ${entry.from}: character ${entry.at} of its text, expected ${block.length}`);
    if (entry.from < block.to) report(`${entry.kept} at ${entry.from}: not in the order of the source`);
    if (entry.as !== undefined && !isReading(raw, entry.as))
      report(
        `${entry.kept} at ${entry.from}: ${JSON.stringify(raw)} does not read ${JSON.stringify(entry.as)}`,
      );
    const text = entry.as ?? raw;
    texts.set(entry.kept, {
      text: block.text + text,
      length: block.length + (entry.as === undefined ? entry.to - entry.from : [...entry.as].length),
      from: block.from,
      to: entry.to,
    });
  }
  if (at !== characters.length) report(`entries end at ${at}, the source at ${characters.length}`);
  if (kept !== ledger.kept) report(`${kept} characters kept, ${ledger.kept} stated`);
  if (JSON.stringify(Object.entries(left).sort()) !== JSON.stringify(Object.entries(ledger.leftOut).sort()))
    report(`left out ${JSON.stringify(left)}, stated ${JSON.stringify(ledger.leftOut)}`);

  const named = [...documents.values()].filter(({ source }) => source === ledger.source);
  for (const document of named) {
    if (document.sha256 !== ledger.sha256) report(`${document.slug} is made from other bytes (SHA-256)`);
    for (const { id, text } of document.blocks) {
      const address = `${document.slug}#${id}`;
      const found = texts.get(address)?.text;
      if (found !== text)
        report(
          `${address} reads ${JSON.stringify(text)} in its document, ${JSON.stringify(found)} in the source`,
        );
      texts.delete(address);
    }
  }
  for (const address of texts.keys()) report(`${address} is kept in the ledger and stands in no document`);
  return [
    ...findings,
    ...checkOrder(file, ledger, named),
    ...checkLeftOut(file, characters, ledger, recipe),
    ...checkGaps(file, recipe, documents),
  ];
}

/** Whether source characters read as a text: a reference, a line break element, a line end, one space for white space. */
function isReading(raw: string, as: string): boolean {
  if (as === ' ' && /^\s+$/.test(raw)) return true;
  if (as === '\n' && /^(?:\r\n?|\n|<br\b[^>]*>)$/i.test(raw)) return true;
  const [, hexadecimal, decimal, name] = /^&(?:#x([0-9a-f]+)|#([0-9]+)|([a-z][a-z0-9]*));?$/i.exec(raw) ?? [];
  if (name) return decodeNamedCharacterReference(name) === as;
  const code = hexadecimal ? Number.parseInt(hexadecimal, 16) : Number(decimal);
  // HTML reads 0x80–0x9F as Windows-1252; there the character itself is the witness.
  return (
    Number.isInteger(code) &&
    (code <= 0x10ffff && (code < 0x80 || code > 0x9f)
      ? String.fromCodePoint(code) === as
      : [...as].length === 1)
  );
}

/** References to white space, which show as nothing: `&nbsp;`. */
const whiteSpaceReference =
  /&(?:nbsp|ensp|emsp|thinsp|Tab|NewLine|#0*(?:9|10|12|13|32|160|8194|8195|8201|12288)|#x0*(?:9|a|c|d|20|a0|2002|2003|2009|3000));?/gi;

/** What opens markup, to its end where that is not `>`. A comment ends at its own mark, or at once. */
const opening = /<!--(?:-?>|[\s\S]*?--!?>)|<!\[CDATA\[(?=$|\]\]>)|\]\]>|<(?=[a-z/!?])/iy;
/** A part of a tag: its end, a quoted value, or anything else. A quotation mark that opens no value is a letter. */
const tagPart = /(?<end>>)|=\s*(?:"[^"]*"|'[^']*')|(?!=\s*["'])[^>]/y;

/** Whether a text is a run of tags, comments and the like, and nothing else. Step by step: a tag may be megabytes. */
function isMarkupRun(text: string): boolean {
  for (let at = 0; at < text.length; ) {
    opening.lastIndex = at;
    const opened = opening.exec(text)?.[0];
    if (opened === undefined) return false;
    at += opened.length;
    // What is no tag ends with the next >, whatever stands between.
    if (opened === '<' && !/^\/?[a-z]/i.test(text.slice(at, at + 2))) {
      at = text.indexOf('>', at) + 1;
      if (at === 0) return false;
      continue;
    }
    for (let isOpen = opened === '<'; isOpen; ) {
      tagPart.lastIndex = at;
      const part = tagPart.exec(text);
      if (!part) return false;
      at += part[0].length;
      isOpen = part.groups?.end === undefined;
    }
  }
  return true;
}

/**
 * Hold each reason to the characters it left out: text cannot be passed off as markup, nor anything of a printed
 * page as a web page's; furniture is what the recipe names.
 */
function checkLeftOut(
  file: string,
  characters: readonly string[],
  ledger: Ledger,
  recipe: Recipe,
): LedgerFinding[] {
  const findings: LedgerFinding[] = [];
  const report = (message: string) => findings.push({ file, message });
  const furniture = new Set(recipe.furniture.map(({ reason }) => reason));
  const isWebPage = recipe.reader === 'web-page';
  const isInsideScript = followScripts(characters);
  let run: { from: number; to: number } | undefined;
  const endRun = () => {
    const raw = run && characters.slice(run.from, run.to).join('');
    if (run && raw && !isMarkupRun(raw))
      report(`markup at ${run.from} holds text: ${JSON.stringify(raw.slice(0, 40))}`);
    run = undefined;
  };
  for (const entry of ledger.entries) {
    const isMarkup = 'left' in entry && ['markup', 'attribute', 'comment'].includes(entry.left);
    if (isMarkup) run = { from: run?.from ?? entry.from, to: entry.to };
    else endRun();
    if (!('left' in entry)) continue;
    const raw = characters.slice(entry.from, entry.to).join('');
    if (!isWebPage && (isMarkup || ['script', 'layout-space'].includes(entry.left)))
      report(`${entry.left} at ${entry.from}: there is none on a printed page`);
    if (entry.left === 'jump-mark' && !/^[（(].*[转轉接].*版\s*[）)]$/u.test(raw))
      report(`no jump mark at ${entry.from}: ${raw}`);
    if (entry.left === 'furniture' && !furniture.has(entry.note ?? ''))
      report(`furniture at ${entry.from} has no reason that the recipe gives`);
    if (entry.left === 'script' && !isInsideScript(entry.from))
      report(`script at ${entry.from}: no script, style or template is open there`);
  }
  endRun();
  return findings;
}

/** Tells of places, asked for from first to last, whether a script, style or template was opened and not closed. */
function followScripts(characters: readonly string[]): (offset: number) => boolean {
  const names = /^<(?<end>\/)?(?<name>script|style|template|noscript|iframe|noembed|noframes)/i;
  const open = new Set<string | undefined>();
  let at = 0;
  return (offset) => {
    for (; at < offset; at += 1) {
      if (characters[at] !== '<') continue;
      const found = names.exec(characters.slice(at, Math.min(at + 12, offset)).join(''))?.groups;
      if (!found) continue;
      if (found.end) open.delete(found.name?.toLowerCase());
      else open.add(found.name?.toLowerCase());
    }
    return open.size > 0;
  };
}

/** Every gap that the recipe states stands in its document. */
function checkGaps(file: string, recipe: Recipe, documents: ReadonlyMap<string, Document>): LedgerFinding[] {
  return recipe.documents.flatMap(({ slug, gaps }) =>
    gaps.flatMap(({ after, reason }) =>
      documents.get(slug)?.gaps.some((gap) => gap.after === after && gap.reason === reason)
        ? []
        : [{ file, message: `${slug} does not mark its gap after ${after}` }],
    ),
  );
}

/** Within each segment, blocks stand in the order of the source; together the segments are the document. */
function checkOrder(file: string, ledger: Ledger, documents: readonly Document[]): LedgerFinding[] {
  const findings: LedgerFinding[] = [];
  const firstOf = new Map<string, number>();
  for (const entry of ledger.entries)
    if ('kept' in entry && !firstOf.has(entry.kept)) firstOf.set(entry.kept, entry.from);
  const bySlug = Map.groupBy(ledger.segments, ({ document }) => document);
  for (const { slug, blocks } of documents) {
    const segments = bySlug.get(slug) ?? [];
    const listed = segments.flatMap((segment) => segment.blocks).join(' ');
    const found = blocks.map(({ id }) => id).join(' ');
    if (listed !== found)
      findings.push({ file, message: `${slug} has blocks ${found}, its segments ${listed}` });
    for (const segment of segments) {
      const starts = segment.blocks.map((id) => firstOf.get(`${slug}#${id}`) ?? -1);
      if (starts.some((start, index) => index > 0 && start <= (starts[index - 1] ?? 0)))
        findings.push({ file, message: `${slug} (${segment.part}): not in the order of the source` });
    }
  }
  return findings;
}
