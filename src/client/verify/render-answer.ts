import { describePlace } from '../../lib/cite/describe-place.ts';
import { toFragment } from '../../lib/cite/mark.ts';
import type { Addresses } from '../../lib/reader/addresses.ts';
import { fillWords } from '../../lib/reader/search-text.ts';
import type { SearchDocument } from '../../lib/search/clause.ts';
import type { CheckedCitation } from '../../lib/verify/check-cited.ts';
import type { Found, Judged } from '../../lib/verify/create-verifier.ts';
import { h } from '../dom.ts';
import type { VerifyPage, VerifyWords } from '../verify-passage.ts';
import type { Answer } from './open-verifier.ts';
import { renderCited, renderPage } from './render-cited.ts';

interface Answered {
  readonly judged: readonly Judged[];
  readonly checked: readonly CheckedCitation[];
  /** Other pages of the site, below its root. */
  readonly pages: readonly string[];
  /** Citations that name no document. */
  readonly unresolved: readonly string[];
  /** Whether a place was asked for that no document has. */
  readonly isUnknown: boolean;
}

/** What the answer is shown with. */
export interface Shown {
  readonly page: VerifyPage;
  readonly documents: readonly SearchDocument[];
  readonly addresses: Addresses;
}

/** Places of a sentence that are named at once, and on demand. */
const places = { first: 4, most: 60 };

/** What a pasted passage turned out to be: how each sentence stands to the collection, and what it cites. */
export function renderAnswer(
  { judged, checked, pages, unresolved, isUnknown }: Answered,
  shown: Shown,
): Answer {
  const { words } = shown.page;
  const cited = [
    ...checked.map((each) => renderCited(each, shown)),
    ...pages.map((page) => renderPage(page, shown)),
    ...unresolved.map((said) => h('li', {}, fillWords(words.citedUnresolved, { words: said }))),
  ];
  const isFound = pages.length > 0 || checked.some(({ place }) => place === 'there');
  const status = () => {
    if (judged.length > 0) return summarise(judged, words);
    if (isUnknown) return words.citedUnknown;
    if (cited.length > 0) return isFound ? words.citedGo : words.citedNotFound;
    return words.verifyNoneLong;
  };
  return {
    status: status(),
    content: [
      ...(cited.length > 0
        ? [
            h(
              'section',
              { class: 'cited-list' },
              ...(judged.length > 0 ? [h('h2', {}, words.citedHeading)] : []),
              h('ul', {}, ...cited),
            ),
          ]
        : []),
      ...(judged.length > 0
        ? [h('ol', { class: 'judged', role: 'list' }, ...judged.map((each) => renderJudged(each, shown)))]
        : []),
    ],
  };
}

/** `共 4 句 · 逐字相同 2 · 有出入 2` */
function summarise(judged: readonly Judged[], words: VerifyWords): string {
  const counts = new Map<string, number>();
  for (const { kind } of judged) {
    const name = words[kindNames[kind]];
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const kinds = [...counts].map(([name, count]) => `${name} ${count}`);
  return [fillWords(words.verifyCount, { units: judged.length }), ...kinds].join(' · ');
}

const kindNames = {
  verbatim: 'verifyVerbatim',
  alike: 'verifyAlike',
  changed: 'verifyChanged',
  nearest: 'verifyNearest',
  scattered: 'verifyScattered',
  quoted: 'verifyQuoted',
  none: 'verifyNone',
} as const satisfies Record<Judged['kind'], keyof VerifyWords>;

function renderJudged(judged: Judged, shown: Shown): HTMLLIElement {
  const { kind, unit, found, parts } = judged;
  const { words } = shown.page;
  return h(
    'li',
    { class: kind },
    h('p', { class: 'kind' }, h('b', {}, words[kindNames[kind]]), ` ${explain(judged, words)}`),
    h('p', { class: 'said' }, unit.text),
    ...(found.length > 0 ? [renderPlaces(found, shown)] : []),
    ...(parts.length > 0
      ? [h('ol', { role: 'list' }, ...parts.map((part) => renderJudged(part, shown)))]
      : []),
  );
}

function explain({ kind, found }: Judged, words: VerifyWords): string {
  const isElided = found.some(({ pieces }) => pieces.some((piece) => piece.kind === 'left'));
  if (kind === 'verbatim') return isElided ? words.verifyElidedLong : words.verifyVerbatimLong;
  if (kind === 'alike') {
    const [fewest] = [...found].sort((a, b) => a.alike.length - b.alike.length);
    const alike = fewest?.alike ?? [];
    const [one] = alike;
    const how = one === 'marks' ? words.verifyAlikeMarks : words.verifyAlikeCharacters;
    return (alike.length > 1 ? words.verifyAlikeBoth : how) + (isElided ? words.verifyLeftNote : '');
  }
  return {
    changed: words.verifyChangedLong,
    nearest: words.verifyNearestLong,
    scattered: words.verifyScatteredLong,
    quoted: words.verifyQuotedLong,
    none: words.verifyNoneLong,
  }[kind];
}

function renderPlaces(found: readonly Found[], shown: Shown): HTMLElement {
  const render = (place: Found) => h('li', {}, linkTo(place, shown), renderPrinted(place, shown));
  const rest = found.length - places.first;
  const { words } = shown.page;
  return h(
    'div',
    { class: 'places' },
    h('ul', {}, ...found.slice(0, places.first).map(render)),
    ...(rest > 0
      ? [
          h(
            'details',
            {},
            h('summary', {}, fillWords(words.verifyMore, { places: rest })),
            h('ul', {}, ...found.slice(places.first, places.most).map(render)),
          ),
        ]
      : []),
  );
}

/** What is printed at a place, with the characters around it: what is left out or otherwise is marked. */
function renderPrinted({ printed, around: [before, after], pieces }: Found, { page }: Shown): HTMLElement {
  const { verifyYours, verifyTheirs, verifyLeft } = page.words;
  const marked = pieces.flatMap(({ kind, said, printed: theirs }): (Node | string)[] => {
    if (kind === 'same') return [theirs];
    if (kind === 'left') return [h('span', { class: 'left', title: verifyLeft }, `[${theirs}]`)];
    return [
      ...(said === '' ? [] : [h('del', { title: verifyYours }, said)]),
      ...(theirs === '' ? [] : [h('ins', { title: verifyTheirs }, theirs)]),
    ];
  });
  const quiet = (text: string) => (text === '' ? [] : [h('span', { class: 'around' }, text)]);
  return h(
    'p',
    { class: 'printed' },
    ...quiet(before),
    ...(marked.length > 0 ? marked : [printed]),
    ...quiet(after),
  );
}

function linkTo({ document, mark }: Found, { page, documents, addresses }: Shown): HTMLElement {
  const { slug = '', title = '' } = documents[document] ?? {};
  const href = `${addresses.document(page.script, slug)}${toFragment(mark)}`;
  const place = describePlace(mark, 'zh', page.words);
  return h('a', { href, title }, `${page.names[slug] ?? title} ${place}`);
}
