import { describePlace } from '../../lib/cite/describe-place.ts';
import { toFragment } from '../../lib/cite/mark.ts';
import { fillWords } from '../../lib/reader/search-text.ts';
import type { CheckedCitation } from '../../lib/verify/check-cited.ts';
import { h } from '../dom.ts';
import type { VerifyWords } from '../verify-passage.ts';
import type { Shown } from './render-answer.ts';

/** A citation that was pasted, as a link to what it names, with whether what was quoted stands there. */
export function renderCited(checked: CheckedCitation, shown: Shown): HTMLElement {
  const { page, documents, addresses } = shown;
  const { words, script, retired, edition: current } = page;
  const { slug, mark, edition } = checked.cited;
  const title = documents.find((document) => document.slug === slug)?.title ?? slug;

  const moved = [...new Set(mark ? [mark.from.id, mark.to.id] : [])].flatMap((id) => {
    const to = retired[slug]?.[id];
    return to ? [{ id, to }] : [];
  });
  const said: (Node | string)[] = moved.flatMap(({ id, to }) => [
    fillWords(to.length > 0 ? words.citedMoved : words.citedRetired, { id }),
    ...to.flatMap((other) => [' ', h('a', { href: addresses.document(script, slug, other) }, other)]),
  ]);
  if (moved.length === 0 && checked.place === 'gone') said.push(words.citedGone);
  if (checked.place === 'changed') said.push(words.citedChanged);
  if (checked.place !== 'gone' && mark && checked.sentences.length > 0)
    said.push(describeSentences(checked.sentences, words));
  if (edition && edition !== current) said.push(fillWords(words.citedEdition, { edition, current }));

  const href = `${addresses.document(script, slug)}${mark ? toFragment(mark) : ''}`;
  const place = mark ? ` ${describePlace(mark, 'zh', words)}` : '';
  return h('li', {}, h('a', { href }, `${title}${place}`), ...said.flatMap((each) => [' ', each]));
}

function describeSentences(sentences: CheckedCitation['sentences'], words: VerifyWords): string {
  const isAll = (...kinds: readonly string[]) => sentences.every((sentence) => kinds.includes(sentence));
  if (isAll('verbatim')) return words.citedThere;
  if (isAll('verbatim', 'alike')) return words.citedAlike;
  if (isAll('elsewhere')) return words.citedElsewhere;
  if (isAll('verbatim', 'alike', 'differs')) return words.citedDiffers;
  const there = sentences.filter((sentence) => sentence === 'verbatim' || sentence === 'alike').length;
  return fillWords(words.citedPartly, { units: sentences.length, there });
}

/** A page of the site that is no document, as a link. */
export function renderPage(path: string, { addresses }: Shown): HTMLElement {
  return h('li', {}, h('a', { href: `${addresses.root}${path}` }, `/${path}`));
}
