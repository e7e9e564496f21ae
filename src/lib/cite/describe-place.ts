import { numberOfId, partOfId } from '../document/block-id.ts';
import { partNames } from '../reader/part-names.ts';
import type { Wording } from './formats.ts';
import type { Mark } from './mark.ts';

/** The interface’s words for the parts of a document that have no number. */
export type PartWords = Readonly<Record<(typeof partNames)[keyof typeof partNames], string>>;

/**
 * The place of a mark as a format words it: `第5.3段`, `第5.3—5.5段`, `para. 5.3`, `paras. 5.3–5.5`, `pars. 5.3–5.5`,
 * `落款1`, `signature 1`.
 */
export function describePlace({ from, to }: Mark, wording: Wording, parts: PartWords): string {
  const [first, last] = [numberOfId(from.id), numberOfId(to.id)];
  const isOne = from.id === to.id;
  if (first !== null && last !== null) {
    if (wording === 'zh') return `第${isOne ? first : `${first}—${last}`}段`;
    return isOne ? `${wording}. ${first}` : `${wording}s. ${first}–${last}`;
  }
  const name = (id: string) => {
    const number = numberOfId(id);
    const part = partOfId(id);
    if (number !== null) return wording === 'zh' ? `第${number}段` : `${wording}. ${number}`;
    const [count = ''] = /\d+$/.exec(id) ?? [];
    if (wording === 'zh') return `${part === 'paragraph' ? id : parts[partNames[part]]}${count}`;
    return count === '' ? part : `${part} ${count}`;
  };
  return isOne ? name(from.id) : `${name(from.id)}${wording === 'zh' ? '—' : ' to '}${name(to.id)}`;
}
