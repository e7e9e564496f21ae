import type { Quotation, RelationsData } from '../../schemas/relations-data.ts';
import type { InterfaceKey } from './interface-text.ts';
import { markBoth, type Stretch } from './marked-text.ts';
import {
  describeDecision,
  type NamedBlock,
  type NamedDocument,
  type RelationTexts,
} from './relation-texts.ts';

export const quotationKinds: Readonly<Record<Quotation['kind'], InterfaceKey>> = {
  verbatim: 'quotationVerbatim',
  changed: 'quotationChanged',
  paraphrase: 'quotationParaphrase',
};

export interface QuotationView {
  readonly id: string;
  readonly kind: Quotation['kind'];
  readonly kindName: string;
  /** In the report's text: to it on this page, or on that of the other document it reports. */
  readonly href: string;
  readonly label: string;
  readonly from: NamedBlock;
  readonly to: NamedBlock;
  /** The report's words, and the clause with what stands around the passage. */
  readonly said: readonly Stretch[];
  readonly before: string;
  readonly printed: readonly Stretch[];
  readonly after: string;
  readonly decided: string | undefined;
}

/** Words between quotation marks, and where they stand. */
export interface QuotedView {
  readonly from: NamedBlock;
  readonly words: string;
  /** With the document where it is not the one of the page. */
  readonly found: readonly { readonly block: NamedBlock; readonly name: string }[];
}

export interface ReportPage {
  readonly report: NamedDocument;
  readonly of: NamedDocument;
  readonly counts: readonly {
    readonly kind: Quotation['kind'];
    readonly name: string;
    readonly count: number;
  }[];
  /** The report, each block with what is traced in it; the rest are the reporter's own words. */
  readonly blocks: readonly {
    readonly block: NamedBlock;
    readonly stretches: readonly { readonly text: string; readonly quotations: readonly QuotationView[] }[];
  }[];
  readonly quotations: readonly QuotationView[];
  readonly quoted: readonly QuotedView[];
}

/** A report and a document that it reports, sentence by sentence. */
export function toReportPage(
  report: string,
  of: string,
  { quotations, quoted }: Pick<RelationsData, 'quotations' | 'quoted'>,
  texts: RelationTexts,
): ReportPage {
  const { say } = texts;
  const all = quotations.filter(({ from }) => from.startsWith(`${report}#`));
  const isHere = ({ to }: Quotation) => to.startsWith(`${of}#`);
  const traced = all.filter(isHere);
  const views = all.map((quotation): QuotationView => {
    const [from, to] = [texts.block(quotation.from), texts.block(quotation.to)];
    const [start, end] = quotation.toSpan ?? [0, to.characters.length];
    const marked = markBoth(slice(from, quotation.span), slice(to, [start, end]));
    return {
      id: quotation.id,
      kind: quotation.kind,
      kindName: say(quotationKinds[quotation.kind]),
      href: isHere(quotation)
        ? `#${quotation.id}`
        : texts.addresses.comparison(texts.script, report, to.slug, quotation.id),
      label: isHere(quotation) ? to.label : `${texts.document(to.slug).name} ${to.label}`,
      from,
      to,
      // A paraphrase of a whole clause has no words to compare.
      said: quotation.toSpan
        ? marked.one
        : [{ text: slice(from, quotation.span).characters.join(''), kind: 'same' }],
      before: to.characters.slice(0, start).join(''),
      printed: quotation.toSpan ? marked.other : [{ text: to.characters.join(''), kind: 'same' }],
      after: to.characters.slice(end).join(''),
      decided: describeDecision(quotation.decided, texts),
    };
  });
  return {
    report: texts.document(report),
    of: texts.document(of),
    counts: (Object.keys(quotationKinds) as Quotation['kind'][]).map((kind) => ({
      kind,
      name: say(quotationKinds[kind]),
      count: traced.filter((quotation) => quotation.kind === kind).length,
    })),
    blocks: texts.blocks(report).map((block) => ({
      block,
      stretches: divide(
        block,
        all.flatMap((quotation, index) => {
          const view = views[index];
          return view && quotation.from === `${report}#${block.id}` ? [{ span: quotation.span, view }] : [];
        }),
      ),
    })),
    quotations: views.filter((_, index) => isHere(all[index] as Quotation)),
    // Of a block that reports nothing of this document, nothing is its words.
    quoted: quoted
      .filter(({ from }) => traced.some((quotation) => quotation.from === from))
      .map(({ from, span, found }) => ({
        from: texts.block(from),
        words: slice(texts.block(from), span).characters.join(''),
        found: found.map((address) => {
          const block = texts.block(address);
          return { block, name: block.slug === of ? '' : texts.document(block.slug).name };
        }),
      })),
  };
}

/** A block's text in stretches, each with the quotations that cover it: some words report several clauses. */
function divide(
  { characters }: NamedBlock,
  spans: readonly { span: readonly [number, number]; view: QuotationView }[],
): ReportPage['blocks'][number]['stretches'] {
  const edges = [0, ...spans.flatMap(({ span }) => [...span]), characters.length];
  const places = [...new Set(edges)].sort((a, b) => a - b);
  return places.slice(1).map((to, index) => {
    const from = places[index] ?? 0;
    return {
      text: characters.slice(from, to).join(''),
      quotations: spans.filter(({ span }) => span[0] <= from && to <= span[1]).map(({ view }) => view),
    };
  });
}

function slice({ characters, folded }: NamedBlock, [from, to]: readonly [number, number]) {
  return { characters: characters.slice(from, to), folded: folded.slice(from, to) };
}
