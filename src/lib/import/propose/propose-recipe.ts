import type { Language } from '../../../schemas/names.ts';
import type { Recipe } from '../../../schemas/recipe.ts';
import { sha256 } from '../../text/sha256.ts';
import { type SourceText, sliceSource } from '../../text/source-text.ts';
import { decodeSource, describeForbidden } from '../decode-source.ts';
import { ImportError } from '../problem.ts';
import { findInvisible } from './find-invisible.ts';
import { guessLanguage } from './guess-language.ts';
import type { FoundStatement, ProposedEntry, ProposedReading } from './proposal.ts';
import { toBeWritten } from './proposal.ts';
import { proposeTextLayer } from './propose-text-layer.ts';
import { proposeWebPage } from './propose-web-page.ts';

/** What a source is, as `npm run add --kind` has it, and the reader that reads it. */
export const readerOf = {
  'newspaper-text': 'text-layer',
  'web-page': 'web-page',
} as const satisfies Record<string, Recipe['reader']>;
export type AddedKind = keyof typeof readerOf;

export interface ProposalInput {
  readonly bytes: Uint8Array;
  /** What messages call the file. */
  readonly file: string;
  readonly kind: AddedKind;
  readonly slug: string;
  /** Given by the editor; otherwise guessed. */
  readonly language?: Language;
  /** A key of `sourceKinds` and one of `kinds` of the collection, and all of the latter. */
  readonly sourceKind: string;
  readonly documentKind: string;
  readonly documentKinds: readonly string[];
}

/**
 * Propose a recipe for received bytes, as YAML with a comment `# Decide:` at each decision that is the editor's. What the
 * source seems to say of itself is proposed in comments only, with its words and their line.
 * @throws ImportError where the bytes cannot be read: `import/utf8`, `import/empty-source`, `add/no-element`, `add/one-element`,
 *   `add/one-line`, `add/kind`, and what `parsePage` throws
 */
export function proposeRecipe(input: ProposalInput): string {
  const { bytes, file, kind, slug } = input;
  const isHtml = readerOf[kind] === 'web-page';
  const allow = findInvisible(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes), { isHtml });
  const source = decodeSource(bytes, { id: slug, file, allow: allow.map(({ name }) => name) });
  const reading = isHtml
    ? readPage(
        source,
        allow.map(({ name }) => name),
      )
    : readLines(source);
  const guessed = guessLanguage(sliceSource(source, 0, source.characters.length));
  const { hans, hant } = guessed.counts;
  const language = input.language ?? guessed.language;

  return [
    '# Proposed by `npm run add` from the bytes alone. Each comment that begins “Decide:” asks for a decision: correct the line',
    '# under it, then take the comment away. While one is left, `npm run edition` does not publish.',
    '# content/README.md describes every key.',
    `sha256: ${sha256(bytes)}`,
    `reader: ${readerOf[kind]}`,
    '# Decide: what the site calls this source, in Simplified Chinese. Say nothing that the source does not say.',
    `name: ${toBeWritten}来源的名称`,
    '# Decide: the kind of source, a key of sourceKinds in collection.yaml.',
    `kind: ${input.sourceKind}`,
    input.language
      ? '# As given by --language.'
      : `# Decide: the language. ${hans} characters are of Simplified Chinese only, ${hant} of Traditional only${hant > hans ? '; for Hong Kong zh-Hant-HK' : ''}.`,
    `language: ${language}`,
    '# Decide: what a reader must know of the source: what it is, and what it lacks (its name, page, day), from the source itself.',
    `description: ${toBeWritten}来源的说明`,
    ...(allow.length > 0
      ? [
          `# Decide: characters that nobody can see (${allow.map(({ name, count, line }) => `${name}, ${count} times, first in line ${line}`).join('; ')}): whether the source really carries them.`,
          `allow: [${allow.map(({ name }) => name).join(', ')}]`,
        ]
      : []),
    'documents:',
    '  # One document is proposed. If the source holds several, give each a `- slug:` of its own with its lines.',
    ...(reading.openings ?? []).map(
      ({ line, shows }) =>
        `  # Decide: whether line ${line} begins another document (${toComment(shows)}), or is a heading in this text, of which break: [${line}] makes a paragraph.`,
    ),
    '  # Decide: the slug is its address, for good once an edition has it.',
    `  - slug: ${slug}`,
    `    # Decide: the kind of document, a key of kinds in collection.yaml${input.documentKinds.length > 0 ? ` (${input.documentKinds.join(', ')})` : ''}.`,
    `    kind: ${input.documentKind}`,
    ...writeStatements(reading.statements),
    ...(reading.sections
      ? [
          '    # Decide: whether these numerals open sections (numeral-lines, numeral-openings); ids come of it: s1-1, or p1.',
          `    sections: ${reading.sections}`,
        ]
      : []),
    '    segments:',
    ...reading.segments.flatMap((entry) => writeEntry(entry, '      ')),
    ...writeGaps(reading),
    ...(reading.furniture.length > 0
      ? [
          '# Decide: whether each of these is no text of the document, and its reason, in Simplified Chinese.',
          'furniture:',
          ...reading.furniture.flatMap((entry) => writeEntry(entry, '  ')),
        ]
      : []),
    '',
  ].join('\n');
}

/** How a file of HTML begins. */
const html = /^\s*(?:<\?xml[^>]*>\s*)?<(?:!doctype\s+html|html|head|body)\b/i;

function readLines(source: SourceText) {
  const refuse = (rule: string, message: string) => new ImportError([{ file: source.file, rule, message }]);
  if (html.test(sliceSource(source, 0, Math.min(1000, source.characters.length))))
    throw refuse(
      'add/kind',
      'Unexpected HTML, expected the text layer of a page. Add it with --kind web-page.',
    );
  if (source.lines.filter(({ from, to }) => sliceSource(source, from, to).trim() !== '').length < 2)
    throw refuse(
      'add/one-line',
      'Unexpected text of one line, expected a title and a text, which every document has, each with a line of its own. Ask for the text with its line breaks.',
    );
  return proposeTextLayer(source);
}

function readPage(source: SourceText, allow: readonly string[]) {
  const reading = proposeWebPage(source, allow);
  if (reading) return reading;
  throw new ImportError([
    {
      file: source.file,
      rule: 'add/no-element',
      message:
        'Unexpected page in which no element has text, expected HTML. If it is plain text, add it with --kind newspaper-text.',
    },
  ]);
}

function writeStatements(statements: readonly FoundStatement[]): string[] {
  const asks = {
    date: 'the date, if the source states it; take one line out of its comment, or remove them.',
    bodies: 'who is responsible for the document.',
    persons: 'who wrote it.',
    origin: 'where the text is from, in the words of the source.',
  };
  return (['date', 'bodies', 'persons', 'origin'] as const).flatMap((key) => {
    const found = statements.filter((statement) => statement.key === key);
    if (found.length === 0) return [];
    return [
      `    # Decide: ${asks[key]}`,
      ...found.map(({ yaml, line }) => `    # ${key}: ${yaml} # line ${line}`),
    ];
  });
}

function writeGaps({ gaps }: ProposedReading): string[] {
  if (gaps.length === 0) return [];
  return [
    ...gaps.map(
      (shows) =>
        `    # Decide: text is missing where the page says so (${toComment(shows)}): after which id (the import names it), and why.`,
    ),
    '    # gaps:',
    `    #   - { after: p1, reason: ${toBeWritten}缺文的说明 }`,
  ];
}

function writeEntry({ yaml, decide, shows }: ProposedEntry, indent: string): string[] {
  return [
    ...(decide ? [`${indent}# Decide: ${decide}`] : []),
    ...(shows ? [`${indent}# ${toComment(shows)}`] : []),
    `${indent}- ${yaml}`,
  ];
}

/** Words of a source as a comment shows them: on one line, short, and nothing in them that nobody can see. */
function toComment(text: string): string {
  const shown = Array.from(text.replace(/\s+/gu, ' ').trim()).filter(
    (character) => describeForbidden(character, []) === undefined,
  );
  return shown.length > 40 ? `${shown.slice(0, 40).join('')}…` : shown.join('');
}
