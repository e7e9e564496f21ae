import { type Position, positionAt } from '../text/source-text.ts';
import type { LintedElement } from './linted.ts';

/**
 * The elements of a file of XML, in its order. It reads what this project writes, tags and text, and says where there
 * is anything else: a document type with declarations, an entity, a stretch of character data would be read otherwise
 * by others.
 */
export function toXmlElements(
  xml: string,
): LintedElement[] | { readonly unexpectedAt: Position; readonly found: string } {
  const elements: LintedElement[] = [];
  let at = 0;
  for (const { index, 0: whole, groups = {} } of xml.matchAll(token)) {
    if (index !== at) break;
    at += whole.length;
    const { name, attributes = '', end } = groups;
    if (!name) continue;
    elements.push({
      name: toLocalName(name),
      attributes: new Map(
        [...attributes.matchAll(attribute)].map(({ groups: { key = '', value = '' } = {} }) => [
          key,
          decode(value.slice(1, -1)),
        ]),
      ),
      text: end === '/' ? '' : decode(/^[^<]*/.exec(xml.slice(at, at + 100_000))?.[0] ?? ''),
      place: (wanted) => {
        const before = wanted ? new RegExp(`\\s${wanted}\\s*=`).exec(whole)?.index : undefined;
        return positionAt(xml, index + (before === undefined ? 0 : before + 1));
      },
    });
  }
  if (at === xml.length) return elements;
  return { unexpectedAt: positionAt(xml, at), found: JSON.stringify(xml.slice(at, at + 24)) };
}

const attributeSource = String.raw`\s+[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*')`;
/** Text, a comment, the declaration, a document type without declarations, an end tag, a start tag. */
const token = new RegExp(
  String.raw`[^<]+|<!--(?:(?!--)[^])*-->|<\?xml\s[^?<]*\?>|<!DOCTYPE [\w\s"'/.:-]*>|</[\w:.-]+\s*>|<(?<name>[\w:.-]+)(?<attributes>(?:${attributeSource})*)\s*(?<end>/?)>`,
  'gu',
);
const attribute = /(?<key>[\w:.-]+)\s*=\s*(?<value>"[^"]*"|'[^']*')/gu;

function toLocalName(name: string): string {
  return name.slice(name.indexOf(':') + 1).toLowerCase();
}

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function decode(value: string): string {
  return value.replace(
    /&(?:#x(?<hex>[0-9a-f]+)|#(?<digits>\d+)|(?<name>\w+));/gi,
    (whole, hex, digits, name) =>
      name ? (named[name] ?? whole) : String.fromCodePoint(Number.parseInt(hex ?? digits, hex ? 16 : 10)),
  );
}
