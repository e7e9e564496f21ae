import { describePlace } from '../../lib/cite/describe-place.ts';
import { toFragment } from '../../lib/cite/mark.ts';
import type { Addresses } from '../../lib/reader/addresses.ts';
import { fillWords } from '../../lib/reader/search-text.ts';
import type { SearchDocument } from '../../lib/search/clause.ts';
import type { CheckedCitation } from '../../lib/verify/check-cited.ts';
import type { Found, Judged } from '../../lib/verify/create-verifier.ts';
import { h } from '../dom.ts';
import { summarise, type VerifyPage } from '../verify-passage.ts';
import type { Answer } from './open-verifier.ts';

interface Answered {
  readonly judged: readonly Judged[];
  readonly checked: readonly CheckedCitation[];
  /** Other pages of the site, below its root. */
  readonly pages: readonly string[];
}

interface Shown {
  readonly page: VerifyPage;
  readonly documents: readonly SearchDocument[];
  readonly addresses: Addresses;
}

/** Places of a sentence that are named at once; the others on demand. */
const mostPlaces = 4;

/** What a pasted passage turned out to be: how each sentence stands to the collection, and what it cites. */
export function renderAnswer({ judged, checked, pages }: Answered, shown: Shown): Answer {
  const { words } = shown.page;
  const names = kindNames(words);
  const counts = new Map<string, number>();
  for (const { kind } of judged) counts.set(names[kind], (counts.get(names[kind]) ?? 0) + 1);
  const cited = [
    ...checked.map((each) => renderCited(each, shown)),
    ...pages.map((page) => renderPage(page, shown)),
  ];
  const heading = judged.length > 0 ? words.citedHeading : words.citedGo;
  return {
    status:
      judged.length > 0
        ? summarise(counts, judged.length, words)
        : cited.length > 0
          ? words.citedGo
          : words.verifyNone,
    content: [
      ...(cited.length > 0
        ? [h('section', { class: 'cited-list' }, h('h2', {}, heading), h('ul', {}, ...cited))]
        : []),
      ...(judged.length > 0
        ? [h('ol', { class: 'judged', role: 'list' }, ...judged.map((each) => renderJudged(each, shown)))]
        : []),
    ],
  };
}

const kindNames = (words: VerifyPage['words']): Record<Judged['kind'], string> => ({
  verbatim: words.verifyVerbatim,
  alike: words.verifyAlike,
  changed: words.verifyChanged,
  nearest: words.verifyNearest,
  scattered: words.verifyScattered,
  none: words.verifyNone,
});

function renderJudged(judged: Judged, shown: Shown): HTMLLIElement {
  const { kind, unit, found, parts } = judged;
  const { words } = shown.page;
  const long: Record<Judged['kind'], string> = {
    verbatim: words.verifyVerbatimLong,
    alike: describeAlike(found, words),
    changed: words.verifyChangedLong,
    nearest: words.verifyNearestLong,
    scattered: words.verifyScatteredLong,
    none: words.verifyNoneLong,
  };
  return h(
    'li',
    { class: kind },
    h('p', { class: 'kind' }, h('b', {}, kindNames(words)[kind]), ` ${long[kind]}`),
    h('p', { class: 'said' }, unit.text),
    ...(found.length > 0 ? [renderPlaces(found, kind, shown)] : []),
    ...(parts.length > 0
      ? [h('ol', { role: 'list' }, ...parts.map((part) => renderJudged(part, shown)))]
      : []),
  );
}

/** How sentences are alike, as the place with the fewest differences has it. */
function describeAlike(found: readonly Found[], words: VerifyPage['words']): string {
  const fewest = [...found].sort((a, b) => a.alike.length - b.alike.length)[0]?.alike ?? [];
  const said = { characters: words.verifyAlikeCharacters, marks: words.verifyAlikeMarks };
  return fewest.map((how) => said[how]).join('，');
}

function renderPlaces(found: readonly Found[], kind: Judged['kind'], shown: Shown): HTMLElement {
  const places = found.map((place) =>
    h('li', {}, linkTo(place, shown), ...renderPrinted(place, kind, shown)),
  );
  const rest = places.slice(mostPlaces);
  return h(
    'div',
    { class: 'places' },
    h('ul', {}, ...places.slice(0, mostPlaces)),
    ...(rest.length > 0
      ? [
          h(
            'details',
            {},
            h('summary', {}, fillWords(shown.page.words.verifyMore, { places: rest.length })),
            h('ul', {}, ...rest),
          ),
        ]
      : []),
  );
}

/** What is printed at a place, where it is not what was pasted. */
function renderPrinted({ printed, pieces }: Found, kind: Judged['kind'], { page: { words } }: Shown): Node[] {
  if (kind === 'verbatim') return [];
  if (pieces.length === 0) return [h('p', { class: 'printed' }, printed)];
  const marked = pieces.flatMap(({ said, printed: theirs, isSame }): (Node | string)[] =>
    isSame
      ? [theirs]
      : [
          ...(said === '' ? [] : [h('del', { title: words.verifyYours }, said)]),
          ...(theirs === '' ? [] : [h('ins', { title: words.verifyTheirs }, theirs)]),
        ],
  );
  return [h('p', { class: 'printed' }, ...marked)];
}

function linkTo({ document, mark }: Found, { page, documents, addresses }: Shown): HTMLElement {
  const { slug = '', title = '' } = documents[document] ?? {};
  const place = describePlace(mark, 'zh', page.words);
  const href = `${addresses.document(page.script, slug)}${toFragment(mark)}`;
  return h('a', { href }, place, ' ', h('small', {}, title));
}

/** A citation that was pasted, as a link to what it names, with whether what was quoted stands there. */
function renderCited({ cited, place, sentences }: CheckedCitation, shown: Shown): HTMLElement {
  const { page, documents, addresses } = shown;
  const { words } = page;
  const { slug, mark, edition } = cited;
  const title = documents.find((document) => document.slug === slug)?.title ?? slug;
  const said: (Node | string)[] = [];
  const moved: readonly string[] | undefined = mark && page.retired[slug]?.[mark.from.id];
  if (moved && mark) {
    said.push(
      fillWords(moved.length > 0 ? words.citedMoved : words.citedRetired, { id: mark.from.id }),
      ...moved.flatMap((id) => [' ', h('a', { href: addresses.document(page.script, slug, id) }, id)]),
    );
  } else if (place !== 'there') said.push(place === 'gone' ? words.citedGone : words.citedChanged);
  if (sentences.length > 0 && place !== 'gone' && mark) {
    const there = sentences.filter((sentence) => sentence !== 'elsewhere').length;
    const all = there === sentences.length;
    said.push(
      all && sentences.every((sentence) => sentence === 'verbatim')
        ? words.citedThere
        : all
          ? words.citedAlike
          : there === 0
            ? words.citedElsewhere
            : fillWords(words.citedPartly, { units: sentences.length, there }),
    );
  }
  if (edition && edition !== page.edition)
    said.push(fillWords(words.citedEdition, { edition, current: page.edition }));
  return h(
    'li',
    {},
    h(
      'a',
      { href: `${addresses.document(page.script, slug)}${mark ? toFragment(mark) : ''}` },
      title,
      ...(mark ? [' ', describePlace(mark, 'zh', words)] : []),
    ),
    ...said.flatMap((each) => [' ', each]),
  );
}

function renderPage(path: string, { addresses }: Shown): HTMLElement {
  const href = `${addresses.root}${path}`;
  return h('li', {}, h('a', { href }, `/${path}`));
}
