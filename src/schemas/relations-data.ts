import { z } from 'astro/zod';
import { slugSchema } from './names.ts';

const addressSchema = z.string().describe('slug#id: the page is /{hans,hant}/<slug>/#<id>');
const spanSchema = z
  .tuple([z.int().nonnegative(), z.int().positive()])
  .describe('code points of the published text, zero-based, end-exclusive');

const readingSchema = z
  .strictObject({
    from: z
      .string()
      .describe(
        'id:offset, before which code point of a block’s text it begins; sN is the heading of section N',
      ),
    to: z.string().describe('where it ends, exclusive'),
    text: z.string().describe('the reading; ¶ is the end of a paragraph; empty where this text has nothing'),
  })
  .describe('what one of the two texts has');

export const differenceKindSchema = z.enum([
  'lacking',
  'added',
  'moved',
  'wording',
  'joined',
  'split',
  'number',
  'punctuation',
  'script',
]);
export type DifferenceKind = z.infer<typeof differenceKindSchema>;

const differenceSchema = z.strictObject({
  id: z.string().describe('the page is /{hans,hant}/collate/<base>/#<witness>.<id>'),
  kind: differenceKindSchema.describe(
    'a paragraph the witness lacks, adds or has elsewhere; other words or characters; paragraphs run together or divided; a section’s number; marks; the same in another script or variant',
  ),
  moved: z.string().optional().describe('the difference that is the other half of a moved paragraph'),
  base: readingSchema,
  witness: readingSchema,
});
export type Difference = z.infer<typeof differenceSchema>;

const collationSchema = z
  .strictObject({ base: slugSchema, witness: slugSchema, differences: z.array(differenceSchema) })
  .describe(
    'every difference of a witness: applied to the base it gives the witness, character for character, and the other way round',
  );
export type Collation = z.infer<typeof collationSchema>;

const decidedSchema = z
  .strictObject({ how: z.enum(['added', 'confirmed']), reason: z.string() })
  .optional()
  .describe('what an editor has decided, and why; not there where the texts alone decided');

const parallelSchema = z.strictObject({
  id: z
    .string()
    .describe('the page of a pair of `comparisons` is /{hans,hant}/compare/<slug>-vs-<slug>/#<id>'),
  from: addressSchema,
  to: addressSchema,
  kind: z.enum(['identical', 'near', 'related']),
  score: z.number().min(0).max(1).describe('share of the characters that stand in stretches common to both'),
  shared: z
    .array(z.string())
    .optional()
    .describe(
      'the longest stretches that both have, as the first prints them; not there in pairs of documents that have no page',
    ),
  decided: decidedSchema,
});
export type Decided = z.infer<typeof decidedSchema>;
export type Parallel = z.infer<typeof parallelSchema>;

const quotationSchema = z.strictObject({
  id: z.string().describe('the page is /{hans,hant}/compare/<report>-vs-<document>/#<id>'),
  from: addressSchema,
  span: spanSchema,
  to: addressSchema,
  toSpan: spanSchema.optional().describe('the passage it reports; not there in a paraphrase of the whole'),
  kind: z.enum(['verbatim', 'changed', 'paraphrase']).describe('after folding the scripts'),
  changes: z
    .array(z.strictObject({ said: z.string(), printed: z.string() }))
    .describe('what the report has, and what the passage has there'),
  decided: decidedSchema,
});
export type Quotation = z.infer<typeof quotationSchema>;

const quotedSchema = z
  .strictObject({
    from: addressSchema,
    span: spanSchema,
    found: z
      .array(addressSchema)
      .describe('clauses of the reported documents that have these very words, after folding the scripts'),
  })
  .describe('what stands between quotation marks in a report');
export type Quoted = z.infer<typeof quotedSchema>;

const mentionSchema = z.strictObject({
  from: addressSchema,
  span: spanSchema,
  title: z.string().describe('as printed, without its marks'),
  instrument: z.string().describe('the name that stands for all its spellings'),
  date: z.string().optional().describe('as printed beside it'),
  to: slugSchema.optional().describe('the document of the collection that has this title'),
});
export type Mention = z.infer<typeof mentionSchema>;

const rejectedSchema = z.strictObject({ from: addressSchema, to: addressSchema, reason: z.string() });
export type Rejected = z.infer<typeof rejectedSchema>;

/** `/data/relations.json` */
export const relationsDataSchema = z.strictObject({
  witnesses: z.array(collationSchema),
  comparisons: z
    .array(z.strictObject({ from: slugSchema, to: slugSchema }))
    .describe('pairs of documents that are compared'),
  nearest: z
    .array(z.strictObject({ from: slugSchema, to: slugSchema }))
    .describe('pairs that nobody named, compared because they share most that is rare in the collection'),
  parallels: z.array(parallelSchema),
  rejected: z
    .array(rejectedSchema)
    .describe('pairs of clauses that were found, and that an editor has taken out'),
  reports: z
    .array(z.strictObject({ report: slugSchema, of: slugSchema }))
    .describe('documents that report others'),
  quotations: z.array(quotationSchema),
  quoted: z.array(quotedSchema),
  mentions: z.array(mentionSchema),
});
export type RelationsData = z.infer<typeof relationsDataSchema>;
