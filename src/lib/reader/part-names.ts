/** What the interface calls the parts of a document that have no number. */
export const partNames = {
  title: 'partTitle',
  dateline: 'partDateline',
  signature: 'partSignature',
  caption: 'partCaption',
  heading: 'partHeading',
} as const;
