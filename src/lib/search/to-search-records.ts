import type { DocumentData } from '../../schemas/data.ts';
import { numberOfId } from '../document/block-id.ts';
import type { Convert } from '../script/create-converter.ts';
import { scripts } from '../script/scripts.ts';
import { separator, toCharacterWords } from './character-words.ts';

/** A record as Pagefind's `addCustomRecord` takes it. */
export interface SearchRecord {
  readonly url: string;
  readonly content: string;
  readonly language: string;
  readonly meta: Record<string, string>;
}

/**
 * One record a clause, found in both scripts: its content is the characters of both, its `meta` what the page shows.
 * `language: 'unknown'` keeps Pagefind from segmenting and stemming.
 */
export function toSearchRecords(data: DocumentData, convert: Convert): SearchRecord[] {
  const blocks = [...data.front, ...data.sections.flatMap(({ paragraphs }) => paragraphs), ...data.back];
  const title = data.title.replaceAll('\n', ' ');
  return [{ id: 'title', text: title }, ...blocks].map(({ id, text }) => {
    const forms = scripts.map((script) => convert(text, data.lang, script));
    return {
      url: `${data.slug}/#${id}`,
      content: [...new Set(forms)].map(toCharacterWords).join(` ${separator} `),
      language: 'unknown',
      meta: {
        title,
        slug: data.slug,
        id,
        number: numberOfId(id) ?? '',
        ...Object.fromEntries(scripts.map((script, index) => [`text-${script}`, forms[index] ?? ''])),
        ...Object.fromEntries(
          scripts.map((script) => [`title-${script}`, convert(title, data.lang, script)]),
        ),
      },
    };
  });
}
