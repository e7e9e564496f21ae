import { describePlace, type PartWords } from '../cite/describe-place.ts';
import { wordings } from '../cite/formats.ts';
import { type Mark, readMark } from '../cite/mark.ts';
import { numberOfId, partOfId } from '../document/block-id.ts';

/** 第5.3段, 第5.3—5.5段; para. 5.3, paras. 5.3–5.5, pars. 5.3–5.5. */
const numbered =
  /第\s*([\d.]*\d)(?:\s*[—–-]\s*([\d.]*\d))?\s*段|\bpar(?:a?s?)?\.\s*([\d.]*\d)(?:\s*[—–-]\s*([\d.]*\d))?/u;
/** A number or a range of numbers by itself. */
const alone = /^([\d.]*\d)(?:\s*[—–-]\s*([\d.]*\d))?$/u;
/** What looks like an id or a number of a paragraph, and like nothing else. */
const idLike = /^(?:[sp]\d+(?:-\d+)?(?:\.\.[a-z][a-z0-9-]*)?|\d+\.\d+)$/u;

/** Reads the places of documents that words name: numbers of paragraphs, and parts without one. */
export function createPlaceReader(idsOf: (slug: string) => readonly string[], parts: readonly PartWords[]) {
  const pointTo = (id: string): Mark => ({ from: { id }, to: { id } });
  const rangeOf = (slug: string, first: string, last = first): Mark | undefined => {
    const find = (number: string) => idsOf(slug).find((id) => numberOfId(id) === number);
    const [from, to] = [find(first), find(last)];
    return from && to ? { from: { id: from }, to: { id: to } } : undefined;
  };
  const wordsOf = (id: string) =>
    parts.flatMap((each) => wordings.map((wording) => describePlace(pointTo(id), wording, each)));
  const unnumbered = (slug: string) => idsOf(slug).filter((id) => partOfId(id) !== 'paragraph');

  return {
    /** The place in a document that a citation’s words name. */
    inWords: (slug: string, text: string): Mark | undefined => {
      const [, a, b, c, d] = numbered.exec(text) ?? [];
      const range = rangeOf(slug, a ?? c ?? '', b ?? d);
      if (range) return range;
      const isNamed = (word: string) =>
        new RegExp(`[：:,，、；]”? ?${word}[[\\],，.)）}"\\s]`, 'u').test(`${text} `);
      const id = unnumbered(slug).find((each) => wordsOf(each).some(isNamed));
      return id ? pointTo(id) : undefined;
    },
    /** The place in a document that a text is, and is nothing else: `s5-3`, `#s5-3`, `5.3`, `第5.3—5.5段`, `落款1`. */
    alone: (slug: string, text: string): Mark | undefined => {
      const words = text.trim().toLowerCase().replace(/^#/, '');
      const ids = idsOf(slug);
      const mark = readMark(/^\?mark=([^#&]+)/u.exec(words)?.[1] ?? words);
      if (mark) return ids.includes(mark.from.id) && ids.includes(mark.to.id) ? mark : undefined;
      const [, first, last] = alone.exec(words.replace(/^第|段$/gu, '')) ?? [];
      if (first) return rangeOf(slug, first, last);
      const id = unnumbered(slug).find((each) => wordsOf(each).includes(words));
      return id ? pointTo(id) : undefined;
    },
    /** Whether a text can be meant for nothing but a place. */
    isPlace: (text: string): boolean =>
      idLike.test(
        text
          .trim()
          .toLowerCase()
          .replace(/^[#第]|段$/gu, ''),
      ),
  };
}
