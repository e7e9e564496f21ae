import type { Element, ElementContent } from 'hast';
import { pageLanguage, type Script } from '../script/scripts.ts';
import type { SourceRow, SourceRun } from './to-source-page.ts';

export interface SourceRowOptions {
  readonly script: Script;
  /** The word for what is left out. */
  readonly leftOut: string;
  /** The address of a block in its document. */
  readonly addressOf: (slug: string, id: string) => string;
}

/**
 * A line of a text layer, or a block of a web page, as an element of the list of what was received.
 * @param follows the number of the line before: a list counts on by itself
 */
export function toRowElement(row: SourceRow, follows: number, options: SourceRowOptions): Element {
  // Of most lines all is kept but spaces: the line itself says so.
  const isKept = row.runs.every(({ type }) => type === 'kept' || type === 'space');
  const properties: Element['properties'] = {
    ...(!isKept && { className: ['part'] }),
    ...(row.line !== follows + 1 && { value: String(row.line) }),
  };
  // Without spaces between the runs: what stands here is the text.
  return element(
    'li',
    properties,
    row.runs.flatMap((run) => toNodes(run, isKept, options)),
  );
}

function toNodes(run: SourceRun, isKept: boolean, { script, leftOut, addressOf }: SourceRowOptions) {
  const lang = pageLanguage(script);
  switch (run.type) {
    case 'kept': {
      const words = run.document
        ? [element('b', {}, [text(run.document)]), text(` ${run.label}`)]
        : [text(` ${run.label}`)];
      const mark = {
        className: ['mark'],
        id: `${run.slug}.${run.id}`,
        href: addressOf(run.slug, run.id),
        lang,
      };
      const kept = text(run.text);
      return [
        ...(run.label ? [element('a', mark, words)] : []),
        isKept ? kept : element('span', { className: ['kept'] }, [kept]),
      ];
    }
    case 'space':
      return [element('span', run.label ? { title: run.label } : {}, [text(run.text)])];
    case 'left':
      return [
        element('s', { className: ['left'] }, [text(run.text)]),
        element('small', { className: ['why'], lang }, [text(`${leftOut}：${run.label}`)]),
      ];
    default:
      return [
        element('span', { className: [run.type === 'markup' ? 'markup' : 'left'], lang }, [text(run.label)]),
      ];
  }
}

const text = (value: string): ElementContent => ({ type: 'text', value });

function element(tagName: string, properties: Element['properties'], children: ElementContent[]): Element {
  return { type: 'element', tagName, properties, children };
}
