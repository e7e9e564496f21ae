import type { Quotation, RelationsData } from '../../schemas/relations-data.ts';
import {
  type CollectionTexts,
  describeDecision,
  type NamedBlock,
  type NamedDocument,
} from './collection-texts.ts';
import type { InterfaceKey } from './interface-text.ts';
import { markBoth, type Stretch } from './marked-text.ts';

const quotationKinds: Readonly<Record<Quotation['kind'], InterfaceKey>> = {
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
  /** Places of the report's words in its block. */
  readonly span: readonly [from: number, to: number];
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
  texts: CollectionTexts,
): ReportPage {
  const { say } = texts;
  const all = quotations
    .filter(({ from }) => from.startsWith(`${report}#`))
    .map((quotation) => toView(quotation, of, texts));
  const here = all.filter(({ to }) => to.slug === of);
  return {
    report: texts.document(report),
    of: texts.document(of),
    counts: (Object.keys(quotationKinds) as Quotation['kind'][]).map((kind) => ({
      kind,
      name: say(quotationKinds[kind]),
      count: here.filter((quotation) => quotation.kind === kind).length,
    })),
    blocks: texts.blocks(report).map((block) => ({
      block,
      stretches: divide(
        block,
        all.filter(({ from }) => from.id === block.id),
      ),
    })),
    quotations: here,
    // Of a block that reports nothing of this document, nothing is its words.
    quoted: quoted
      .filter((words) => here.some(({ from }) => from === texts.block(words.from)))
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

/** A quotation on the page of the report and one document. */
function toView(quotation: Quotation, of: string, texts: CollectionTexts): QuotationView {
  const { id, kind, span, toSpan } = quotation;
  const { say, script, addresses } = texts;
  const [from, to] = [texts.block(quotation.from), texts.block(quotation.to)];
  const isHere = to.slug === of;
  const [start, end] = toSpan ?? [0, to.characters.length];
  const [said, printed] = [slice(from, span), slice(to, [start, end])];
  const whole = ({ characters }: typeof said): Stretch[] => [{ text: characters.join(''), kind: 'same' }];
  // A paraphrase of a whole clause has no words to compare.
  const marked = toSpan ? markBoth(said, printed) : { one: whole(said), other: whole(printed) };
  return {
    id,
    kind,
    kindName: say(quotationKinds[kind]),
    href: isHere ? `#${id}` : addresses.comparison(script, from.slug, to.slug, id),
    label: isHere ? to.label : `${texts.document(to.slug).name} ${to.label}`,
    from,
    span,
    to,
    said: marked.one,
    before: to.characters.slice(0, start).join(''),
    printed: marked.other,
    after: to.characters.slice(end).join(''),
    decided: describeDecision(quotation.decided, texts),
  };
}

/** A block's text in stretches, each with the quotations that cover it: some words report several clauses. */
function divide(
  { characters }: NamedBlock,
  quotations: readonly QuotationView[],
): ReportPage['blocks'][number]['stretches'] {
  const edges = [0, ...quotations.flatMap(({ span }) => [...span]), characters.length];
  const places = [...new Set(edges)].sort((a, b) => a - b);
  return places.slice(1).map((to, index) => {
    const from = places[index] ?? 0;
    return {
      text: characters.slice(from, to).join(''),
      quotations: quotations.filter(({ span }) => span[0] <= from && to <= span[1]),
    };
  });
}

function slice({ characters, folded }: NamedBlock, [from, to]: readonly [number, number]) {
  return { characters: characters.slice(from, to), folded: folded.slice(from, to) };
}
