import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { stringify } from 'yaml';
import { describeForbidden } from '../../../src/lib/import/decode-source.ts';
import { sha256 } from '../../../src/lib/text/sha256.ts';
import { payloads, techniques } from './payloads.ts';

/** Techniques that share a document: a build of as many documents as techniques takes too long. */
const together = 6;
/** The documents that were a text layer, with their payloads. */
export const layerDocuments = Array.from({ length: Math.ceil(techniques.length / together) }, (_, index) => {
  const own = techniques.slice(index * together, (index + 1) * together);
  return { slug: `document-${index + 1}`, payloads: own.flatMap((technique) => technique.payloads) };
});
/** The document that was a web page, with every payload in its attributes. */
export const pageSlug = 'attributes';

/** A payload as a text has it: spaces at the ends of a line are layout. */
export const asText = (payload: string): string => payload.trim();

/** A recipe itself has no invisible characters, nor spaces at the ends of what it quotes. */
const toRecipe = (texts: readonly string[]) =>
  texts.map(asText).filter((text) => describeForbidden(text, []) === undefined);
/** A source may have them where its recipe allows them. */
const allow = [...new Set(payloads.join(''))]
  .filter((character) => describeForbidden(character, []))
  .map((character) => `U+${character.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0')}`);
/** The words of a field that stands in few places, and of one that stands in every page. */
const all = toRecipe(payloads).join(' ');
const some =
  "</title><script>globalThis.xss=1</script> \"><svg onload=globalThis.xss=1> ' onmouseover='globalThis.xss=1";

/**
 * Write, import and relate a collection that has every payload in a text, a title, an attribute and furniture, and in
 * the fields of an editor's that take words. @throws Error with what a command said
 */
export function makeCollection(content: string): void {
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(content, path)), { recursive: true });
    writeFileSync(join(content, path), text);
  };
  for (const [id, { source, recipe }] of Object.entries({ layer: toTextLayer(), page: toWebPage() })) {
    write(`sources/${id}/source.txt`, source);
    write(`sources/${id}/recipe.yaml`, toYaml({ sha256: sha256(Buffer.from(source)), ...recipe }));
  }
  write('collection.yaml', toYaml(collection));
  write('aliases.yaml', toYaml(aliases));
  write('relations.yaml', toYaml(relations));
  for (const script of ['hans', 'hant']) write(`about.${script}.md`, '# 甲\n\n甲。\n');
  for (const command of ['import', 'relate', 'edition']) {
    const { status, stderr } = spawnSync(process.execPath, [`scripts/${command}.ts`, '--content', content], {
      encoding: 'utf8',
    });
    if (status !== 0) throw new Error(`scripts/${command}.ts ended with ${status}: ${stderr}`);
  }
}

const collection = {
  title: some,
  description: all,
  edition: '2026-01-01',
  // It stands in every answer to a program.
  rights: some,
  kinds: Object.fromEntries(
    layerDocuments.map(({ slug, payloads: own }) => [slug, toRecipe(own).slice(0, 3).join(' ')]),
  ),
  sourceKinds: { layer: some, page: some },
  shortNames: Object.fromEntries(layerDocuments.map(({ slug, payloads: own }) => [slug, own[0]])),
  order: [...layerDocuments.map(({ slug }) => slug), pageSlug],
};

const aliases = layerDocuments.map(({ slug, payloads: own }) => ({
  names: toRecipe(own).map((name) => ({ name, at: `${slug}#title` })),
}));

/** An editor links every paragraph of the page to one of another document, and says why. */
const [compared = { slug: '', payloads: [] }, reporting = compared, base = compared] = layerDocuments;
const clause = (at: string, text = '') => `${at}@${sha256(Buffer.from(asText(text))).slice(0, 8)}`;
const relations = {
  witnesses: [{ witness: pageSlug, base: base.slug }],
  comparisons: [{ from: pageSlug, to: compared.slug }],
  reports: [{ report: reporting.slug, of: compared.slug }],
  parallels: payloads.flatMap((payload, index) =>
    compared.payloads.includes(payload)
      ? []
      : {
          decide: 'add',
          from: clause(`${pageSlug}#p${index + 1}`, payload),
          to: clause(`${compared.slug}#p1`, compared.payloads[0]),
          reason: payload,
        },
  ),
  instruments: layerDocuments.map(({ payloads: [name = '', also = '', reason = ''] }) => ({
    name: asText(name),
    also: [asText(also)],
    reason,
  })),
};

/** Payloads as the lines of a title, as paragraphs, as what editors say of each, between 《》, and as furniture. */
function toTextLayer() {
  const lines: string[] = [];
  /** Add lines, and say which they are. */
  const add = (added: readonly string[]) => {
    const first = lines.length + 1;
    lines.push(...added);
    return { first, last: lines.length };
  };
  const documents = layerDocuments.map(({ slug, payloads: own }) => {
    const title = add(own);
    const text = add([...own, ...own.slice(0, 3).map((payload) => `《${asText(payload)}》`)]);
    const responsible = toRecipe(own).map((payload) => ({ name: payload, says: payload }));
    const stated = own.flatMap((each, index) =>
      toRecipe([each]).map((payload) => ({ id: `p${index + 1}`, payload })),
    );
    return {
      slug,
      kind: slug,
      // Both stand in every record of the document.
      bodies: responsible.filter((_, index) => index % 2 === 0),
      persons: responsible.filter((_, index) => index % 2 === 1),
      origin: toRecipe(own)[0],
      segments: [
        { part: 'title', lines: `${title.first}-${title.last}` },
        {
          part: 'text',
          lines: `${text.first}-${text.last}`,
          spacing: 'unwrapped',
          break: lines.map((_, index) => index + 1).slice(text.first - 1, text.last - 1),
        },
      ],
      gaps: stated.map(({ id, payload }) => ({ after: id, reason: payload, extent: payload })),
      notes: stated.map(({ id, payload }) => ({
        at: id,
        printed: payload,
        likely: `甲${payload}`,
        reason: payload,
      })),
    };
  });
  const furniture = payloads.map((payload) => ({
    lines: add([payload]).last,
    reason: toRecipe([payload])[0] ?? '甲',
  }));
  return {
    source: `${lines.join('\n')}\n`,
    recipe: {
      reader: 'text-layer',
      name: some,
      kind: 'layer',
      language: 'zh-Hans-CN',
      description: all,
      allow,
      documents,
      furniture,
    },
  };
}

/** A web page with each payload as a text and in attributes. */
function toWebPage() {
  const paragraphs = payloads.map((payload) => {
    const value = toHtml(asText(payload));
    return `<p class="${value}" title="${value}" data-x='${value}'><a href="${value}" onclick="${value}">${value}</a><img alt="${value}"></p>`;
  });
  return {
    source: `<h1 title="${toHtml(all)}">${toHtml(some)}</h1>\n${paragraphs.join('\n')}\n`,
    recipe: {
      reader: 'web-page',
      name: some,
      kind: 'page',
      language: 'zh-Hant-TW',
      description: all,
      allow,
      documents: [
        {
          slug: pageSlug,
          kind: base.slug,
          segments: [
            { part: 'title', select: 'h1' },
            { part: 'text', select: 'p', count: payloads.length },
          ],
        },
      ],
    },
  };
}

/** A text as it stands in HTML, in an element or between quotation marks of any kind. */
function toHtml(text: string): string {
  return text.replace(/[&<>"'`]/g, (character) => `&#${character.codePointAt(0)};`);
}

/** YAML without aliases, which the importer refuses. */
function toYaml(value: unknown): string {
  return stringify(value, { aliasDuplicateObjects: false });
}
