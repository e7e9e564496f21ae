/** What a page says of a document or a source in a line: `日期　2023年3月21日`. */
export interface Fact {
  readonly term: string;
  readonly value: string;
  readonly href?: string;
  /** A block that is cited from here: the title, which has no link of its own beside it. */
  readonly cite?: { readonly id: string; readonly value: string; readonly href: string };
}
