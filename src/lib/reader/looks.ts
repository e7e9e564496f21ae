/**
 * How a reader can have the pages look: each setting and its values, the first of which is what a page has by itself.
 * Styles read them from attributes of the root (`data-theme="dark"`).
 */
export const looks = {
  theme: ['system', 'light', 'sepia', 'dark'],
  face: ['serif', 'sans'],
  size: ['medium', 'small', 'large', 'larger', 'largest'],
  measure: ['medium', 'narrow', 'wide'],
  flow: ['horizontal', 'vertical'],
  numbers: ['always', 'hover'],
  notes: ['on', 'off'],
  differences: ['on', 'off'],
  parallels: ['on', 'off'],
} as const;

export type LookName = keyof typeof looks;

/** The setting that says what a reader chose: `theme=dark&size=large`. */
export const lookSetting = 'look';
