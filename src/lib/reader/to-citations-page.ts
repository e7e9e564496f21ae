import type { Document } from '../../schemas/document.ts';
import { leaveOpen } from '../cite/citation-files.ts';
import { describePlace, type PartWords } from '../cite/describe-place.ts';
import { type Citations, files, formats } from '../cite/formats.ts';
import { slots } from '../cite/slots.ts';
import type { Convert } from '../script/create-converter.ts';
import type { Script } from '../script/scripts.ts';
import { toOneLine } from '../text/to-one-line.ts';
import type { Addresses } from './addresses.ts';
import type { DataAddresses } from './data-addresses.ts';
import { type Say, sayIn } from './interface-text.ts';
import { partNames } from './part-names.ts';
import { openingOf, titleOf } from './summarise.ts';

/** A piece of a citation: words, or what a reader’s choice fills in, with what stands there at first. */
export interface CitationPiece {
  readonly text: string;
  readonly slot?: keyof typeof slots;
}

export interface CitationsPage {
  readonly title: string;
  readonly formats: readonly {
    readonly key: string;
    readonly name: string;
    readonly wording: string;
    readonly whole: readonly CitationPiece[];
    readonly part: readonly CitationPiece[];
  }[];
  /** The place that stands in the citations of a part, until another is chosen. */
  readonly example: string;
  readonly files: readonly { readonly name: string; readonly href: string }[];
  readonly places: readonly {
    readonly id: string;
    /** 第5.3段 */
    readonly label: string;
    readonly href: string;
    readonly opening: string;
  }[];
}

/** A script’s words for parts of documents. */
export function partWords(say: Say): PartWords {
  return Object.fromEntries(Object.values(partNames).map((key) => [key, say(key)])) as PartWords;
}

/** Every format in which a document and its parts are cited, complete without JavaScript. */
export function toCitationsPage(
  document: Document,
  { citations, parts: ownParts }: Citations,
  script: Script,
  addresses: Addresses & DataAddresses,
  convert: Convert,
): CitationsPage {
  const say = sayIn(script);
  const parts = partWords(say);
  const blocks = document.blocks.filter(({ part }) => part !== 'heading');
  const example = blocks.find(({ part }) => part === 'paragraph')?.id ?? 'title';
  const place = (id: string) => ({ from: { id }, to: { id } });
  return {
    title: convert(titleOf(document), document.lang, script),
    example,
    formats: formats.map(({ key, name, wording }) => {
      const citation = citations.find((other) => other.key === key);
      // A file has no words where a date is to stand.
      const write = (text: string) => (key in files ? leaveOpen(text) : text);
      const values = {
        at: describePlace(place(example), wording, ownParts),
        id: example,
        fragment: `#${example}`,
        accessed: say('citeAccessed'),
      };
      return {
        key,
        name,
        wording,
        whole: toPieces(write(citation?.whole ?? ''), values),
        part: toPieces(write(citation?.part ?? ''), values),
      };
    }),
    files: Object.entries(files).map(([key, { extension }]) => ({
      name: formats.find((format) => format.key === key)?.name ?? key,
      href: addresses.citationFile(document.slug, extension),
    })),
    places: blocks.map(({ id, text }) => ({
      id,
      label: describePlace(place(id), 'zh', parts),
      href: addresses.document(script, document.slug, id),
      opening: openingOf(convert(toOneLine(text), document.lang, script)),
    })),
  };
}

const slot = new RegExp(`(${Object.values(slots).join('|')})`, 'u');

function toPieces(template: string, values: Readonly<Record<keyof typeof slots, string>>): CitationPiece[] {
  const names = Object.entries(slots) as [keyof typeof slots, string][];
  return template
    .trimEnd()
    .split(slot)
    .filter((text) => text !== '')
    .map((text) => {
      const [name] = names.find(([, sign]) => sign === text) ?? [];
      return name ? { text: values[name], slot: name } : { text };
    });
}
