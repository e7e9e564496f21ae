import { describePlace, type PartWords } from '../cite/describe-place.ts';
import { wordings } from '../cite/formats.ts';
import { type Mark, readMark } from '../cite/mark.ts';
import { numberOfId, partOfId, sectionOfId } from '../document/block-id.ts';

/** A number with the words of a format around it, or a range of numbers: 第5.3—5.5段, paras. 5.3–5.5, par. 5.3. */
const numbered =
  /第\s*([\d.]*\d)(?:\s*[—–-]\s*([\d.]*\d))?\s*段|\bpar(?:a?s?)?\.\s*([\d.]*\d)(?:\s*[—–-]\s*([\d.]*\d))?/u;
/** A number or a range of numbers by itself. */
const bare = /^([\d.]*\d)(?:\s*[—–-]\s*([\d.]*\d))?$/u;
/** What looks like an id or a number of a paragraph, and like nothing else. */
const idLike = /^(?:[sp]\d+(?:-\d+)?(?:\.\.[a-z][a-z0-9-]*)?|\d+\.\d+)$/u;
/** Fragments that name what belongs to a block: a section, a gap, a note. */
const beside = /^(?:gap|note)-(.+?)(?:-\d+)?$/u;

/** Reads the places of documents that words name, as `describePlace` words them, and ids. */
export function createPlaceReader(idsOf: (slug: string) => readonly string[], parts: readonly PartWords[]) {
  const pointTo = (id: string): Mark => ({ from: { id }, to: { id } });
  const rangeOf = (slug: string, first: string, last = first): Mark | undefined => {
    const find = (number: string) => idsOf(slug).find((id) => numberOfId(id) === number);
    const [from, to] = [find(first), find(last)];
    return from && to ? { from: { id: from }, to: { id: to } } : undefined;
  };
  const wordsOf = (id: string) => [
    ...new Set(parts.flatMap((each) => wordings.map((wording) => describePlace(pointTo(id), wording, each)))),
  ];
  /** The place whose words stand in a text, at its ends or between marks; of a range the longer words. */
  const inWords = (slug: string, text: string): Mark | undefined => {
    const ids = idsOf(slug);
    const unnumbered = ids.filter((id) => partOfId(id) !== 'paragraph');
    const isNamed = (words: string) =>
      new RegExp(`(?:^|[：:,，、；”\\s])${words.replace('.', '\\.')}(?:$|[[\\],，.)）}"\\s])`, 'u').test(
        text,
      );
    // A range that begins or ends at a part without a number: 标题—第1段, signature 1 to signature 2.
    for (const id of unnumbered)
      for (const word of wordsOf(id).filter((each) => text.includes(each)))
        for (const other of ids)
          for (const [from, to] of [[id, other] as const, [other, id] as const])
            for (const end of wordsOf(other))
              for (const sign of ['—', ' to '])
                if (text.includes(from === id ? `${word}${sign}${end}` : `${end}${sign}${word}`))
                  return { from: { id: from }, to: { id: to } };
    const [, a, b, c, d] = numbered.exec(text) ?? [];
    const range = rangeOf(slug, a ?? c ?? '', b ?? d);
    if (range) return range;
    const id = unnumbered.find((each) => wordsOf(each).some(isNamed));
    return id ? pointTo(id) : undefined;
  };

  return {
    inWords,
    /** The place in a document that a text is, and is nothing else: `s5-3`, `#s5-3`, `5.3`, `第5.3—5.5段`, `落款1`. */
    alone: (slug: string, text: string): Mark | undefined => {
      const words = text.trim().replace(/^#/, '');
      const ids = idsOf(slug);
      const mark = readMark(/^\?mark=([^#&]+)/u.exec(words)?.[1] ?? words.toLowerCase());
      if (mark) return ids.includes(mark.from.id) && ids.includes(mark.to.id) ? mark : undefined;
      const [, first, last] = bare.exec(words.replace(/^第|段$/gu, '')) ?? [];
      if (first) return rangeOf(slug, first, last);
      const place = words.length < 40 ? inWords(slug, words) : undefined;
      const said =
        place && parts.flatMap((each) => wordings.map((wording) => describePlace(place, wording, each)));
      return said?.some((each) => each.replace(/\s/gu, '') === words.replace(/\s/gu, '')) ? place : undefined;
    },
    /** Whether a text can be meant for nothing but a place. */
    isPlace: (text: string): boolean =>
      idLike.test(
        text
          .trim()
          .toLowerCase()
          .replace(/^[#第]|段$/gu, ''),
      ),
    /** The blocks that a fragment names: those of a section, the one that a gap or a note belongs to, or itself. */
    ofFragment: (slug: string, fragment: string): Mark | undefined => {
      const ids = idsOf(slug);
      const own = ids.includes(fragment) ? undefined : beside.exec(fragment)?.[1];
      if (own && ids.includes(own)) return pointTo(own);
      const section = ids.includes(fragment) ? null : /^s\d+$/.test(fragment) ? sectionOfId(fragment) : null;
      const inSection = section === null ? [] : ids.filter((id) => sectionOfId(id) === section);
      const [first, last] = [inSection[0], inSection.at(-1)];
      return first && last ? { from: { id: first }, to: { id: last } } : readMark(fragment);
    },
  };
}
