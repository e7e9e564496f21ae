import { parse as parseYaml } from 'yaml';
import {
  type Document,
  documentSchema,
  frontMatterSchema,
  type Gap,
  type Note,
} from '../../schemas/document.ts';
import { partOfId, sectionOfId } from './block-id.ts';
import { readEditorialMark } from './editorial-marks.ts';
import { isIdentified, parseMarkdown, textOfNode } from './parse-markdown.ts';

const frontMatter = /^---\n([\s\S]*?\n)---\n/;

/** Split a document's markdown into its front matter (YAML) and body. */
export function splitFrontMatter(markdown: string): { yaml: string; body: string; firstLine: number } {
  const [whole = '', yaml = ''] = frontMatter.exec(markdown) ?? [];
  return { yaml, body: markdown.slice(whole.length), firstLine: whole.split('\n').length };
}

/**
 * Read a document from its markdown.
 * @throws Error naming file and line for front matter that the schema refuses, a block without an id, and a mark
 *   that marks nothing: generated files say nothing that this does not read.
 */
export function readDocument(markdown: string, file: string): Document {
  const { yaml, body, firstLine } = splitFrontMatter(markdown);
  const blocks: Document['blocks'] = [];
  const gaps: Gap[] = [];
  const notes: Note[] = [];

  for (const node of parseMarkdown(body).children) {
    const line = firstLine + (node.position?.start.line ?? 1) - 1;
    const last = blocks.at(-1);
    if (isIdentified(node)) {
      const { id } = node.data;
      blocks.push({ id, part: partOfId(id), section: sectionOfId(id), text: textOfNode(node) });
      continue;
    }
    const mark = node.type === 'blockquote' ? readEditorialMark(node) : null;
    if (!mark || !last)
      throw new Error(
        `${file}:${line} Unexpected ${node.type}, expected a block with {#id} or a mark 〔缺文〕 or 〔疑误〕 after one. Run \`npm run import\` instead of editing.`,
      );
    if (mark.type === 'gap')
      gaps.push({ after: last.id, reason: mark.reason, ...(mark.extent && { extent: mark.extent }) });
    else notes.push(locateNote(last.id, last.text, mark, `${file}:${line}`));
  }
  const parsed = documentSchema.safeParse({
    ...frontMatterSchema
      .partial()
      .loose()
      .parse(parseYaml(yaml) ?? {}),
    blocks,
    gaps,
    notes,
  });
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new Error(`${file}: Unexpected ${issue?.path.join('.')}: ${issue?.message}. Run \`npm run import\`.`);
}

/**
 * Place a note in its block's text: `printed` must stand there exactly once.
 * @throws Error where it does not.
 */
export function locateNote(
  at: string,
  text: string,
  { printed, likely, reason }: Pick<Note, 'printed' | 'likely' | 'reason'>,
  place: string,
): Note {
  const parts = text.split(printed);
  if (parts.length !== 2)
    throw new Error(
      `${place} Unexpected note on ${JSON.stringify(printed)}, which stands ${parts.length - 1} times in ${at}, expected once. Quote more of the text around it.`,
    );
  const from = Array.from(parts[0] ?? '').length;
  return { at, from, to: from + Array.from(printed).length, printed, likely, reason };
}
