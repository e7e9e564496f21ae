import { type DefaultTreeAdapterTypes, parse, type Token } from 'parse5';
import type { LintedElement } from './linted.ts';

type Node = DefaultTreeAdapterTypes.Node;

/**
 * The elements of a page of HTML, in its order, as a browser reads it.
 * @param isPlaced whether each knows its place, which makes reading slower
 * @param runsScripts whether the browser does: then what stands in `<noscript>` is no elements
 */
export function toPageElements(html: string, isPlaced: boolean, runsScripts: boolean): LintedElement[] {
  const elements: LintedElement[] = [];
  // Without recursion: a tree may be as deep as its file.
  const stack: Node[] = [parse(html, { sourceCodeLocationInfo: isPlaced, scriptingEnabled: runsScripts })];
  for (let node = stack.pop(); node; node = stack.pop()) {
    if ('tagName' in node) elements.push(toElement(node));
    if ('content' in node) stack.push(node.content);
    if ('childNodes' in node)
      for (let index = node.childNodes.length - 1; index >= 0; index -= 1)
        stack.push(node.childNodes[index] as Node);
  }
  return elements;
}

const textElements = new Set(['script', 'style']);

function toElement({
  tagName,
  attrs,
  childNodes,
  sourceCodeLocation,
}: DefaultTreeAdapterTypes.Element): LintedElement {
  const name = tagName.toLowerCase();
  return {
    name,
    attributes: new Map(
      attrs.map((each): [string, string] => [
        each.prefix ? `${each.prefix}:${each.name}` : each.name,
        each.value,
      ]),
    ),
    text: textElements.has(name)
      ? childNodes.map((child) => ('value' in child ? child.value : '')).join('')
      : '',
    place: (attribute) => {
      const location: Token.Location | undefined | null =
        (attribute && sourceCodeLocation?.attrs?.[attribute]) || sourceCodeLocation;
      return location ? { line: location.startLine, column: location.startCol } : undefined;
    },
  };
}
