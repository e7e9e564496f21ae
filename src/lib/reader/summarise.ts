import type { Document } from '../../schemas/document.ts';
import { toOneLine } from '../text/to-one-line.ts';
import type { InterfaceKey, Say } from './interface-text.ts';

/** The block that is the title; its id is `title` unless a published title has changed. */
export function titleBlock({ blocks }: Pick<Document, 'blocks'>) {
  return blocks.find(({ part }) => part === 'title');
}

/** The title on one line, as a list, a tab or a citation shows it: printed lines are set apart by a space. */
export function titleOf(document: Pick<Document, 'blocks'>): string {
  return toOneLine(titleBlock(document)?.text ?? '');
}

export interface Extent {
  readonly sections: number;
  readonly paragraphs: number;
  /** Characters of all blocks, line breaks not counted. */
  readonly characters: number;
}

/** How long a document is. */
export function extentOf({ blocks }: Pick<Document, 'blocks'>): Extent {
  return {
    sections: new Set(blocks.map(({ section }) => section).filter((section) => section)).size,
    paragraphs: blocks.filter(({ part }) => part === 'paragraph').length,
    characters: blocks.reduce((sum, { text }) => sum + Array.from(text.replaceAll('\n', '')).length, 0),
  };
}

/**
 * The opening words of a text, at most `most` characters, ended at a mark where one comes late enough to say
 * something: `在双方不懈努力下…`, not `双方指出…`.
 */
export function openingOf(text: string, most = 20): string {
  const characters = Array.from(text.replace(/^——/u, ''));
  const isMark = (character: string | undefined) => /[，。：；？！、]/u.test(character ?? '');
  let end = Math.min(most, characters.length);
  for (let index = end; index >= 7; index -= 1)
    if (isMark(characters[index])) {
      end = index;
      break;
    }
  return characters.slice(0, end).join('') + (end < characters.length ? '…' : '');
}

/** How long a document is and what is missing or doubtful in it, in words: `7 节 · 91 段 · 9800 字 · 1 处缺文`. */
export function describeExtent(document: Pick<Document, 'blocks' | 'gaps' | 'notes'>, say: Say): string {
  const { sections, paragraphs, characters } = extentOf(document);
  const counts: readonly (readonly [number, InterfaceKey])[] = [
    [sections, 'sections'],
    [paragraphs, 'paragraphs'],
    [characters, 'characters'],
    [document.gaps.length, 'gapsMarked'],
    [document.notes.length, 'notesMarked'],
  ];
  return counts
    .filter(([count]) => count > 0)
    .map(([count, key]) => `${count} ${say(key)}`)
    .join(' · ');
}
