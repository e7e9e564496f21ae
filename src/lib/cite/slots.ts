/** What a citation leaves open until a reader cites: where, at which address, on which day. */
export const slots = {
  /** The place in the document, in the format’s words: 第5.3段, para. 5.3. */
  at: '⟦at⟧',
  /** The place as a link marks it: s5-3, s5-3..s5-5. */
  id: '⟦id⟧',
  /** What follows the document’s address: #s5-3, or ?mark=… and the fragment. */
  fragment: '⟦fragment⟧',
  /** The day of citing: 2026-11-21. */
  accessed: '⟦accessed⟧',
} as const;

export type Slots = Readonly<Record<keyof typeof slots, string>>;

/** A citation with its slots filled. */
export function fillSlots(template: string, values: Slots): string {
  return Object.entries(slots).reduce(
    (text, [name, slot]) => text.replaceAll(slot, values[name as keyof Slots]),
    template,
  );
}
