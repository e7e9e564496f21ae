/** What citing says, in both scripts, here and in the browser; `{name}` stands for what is put there. */
export const citeTexts = {
  citeBasis: { hans: '据', hant: '據' },
} as const;
