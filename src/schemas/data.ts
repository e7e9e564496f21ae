import { z } from 'astro/zod';
import { gapSchema, noteSchema } from './document.ts';
import { dateBasisSchema, dateSchema, languageSchema, sha256Schema, slugSchema } from './names.ts';
import { relationsDataSchema } from './relations-data.ts';

/** A block of published text with where it stands in the source as received. */
const blockSchema = z
  .strictObject({
    id: z.string().describe('the address is /{hans,hant}/<slug>/#<id>'),
    text: z
      .string()
      .describe(
        'the published text, nothing changed; a line break stands for one as printed, a character for its reference in HTML',
      ),
    source: z.array(
      z.strictObject({
        from: z.int().nonnegative().describe('code point of the source, zero-based'),
        to: z.int().positive().describe('end-exclusive'),
        line: z.int().positive().describe('1-based line of `from`'),
      }),
    ),
  })
  .describe('a citable block of text');

const headShape = {
  slug: slugSchema,
  kind: z.string(),
  lang: languageSchema.describe('of the published text'),
  title: z.string().describe('the published title; a line break stands for one as printed'),
  date: dateSchema
    .nullable()
    .describe('what the source says (XXXX where it names no year), or null where it says nothing'),
  dateBasis: dateBasisSchema.nullable().describe('where the source says it'),
  source: slugSchema,
  edition: z.string().describe('edition of the collection, by date'),
};

/** `/data/<slug>.json` */
export const documentDataSchema = z.strictObject({
  ...headShape,
  sourceSha256: sha256Schema.describe('of the source as received'),
  rights: z.string().describe('whose the text is and what may be done with it'),
  bodies: z.array(z.string()).describe('bodies responsible for it, as the source names them'),
  persons: z.array(z.string()).describe('persons responsible for it, as the source names them'),
  origin: z.string().nullable().describe('what the source says of where the text is from, word for word'),
  titleSource: blockSchema.shape.source.describe('where the title stands in the source'),
  front: z.array(blockSchema).describe('what is printed before the first paragraph: the dateline'),
  sections: z.array(
    z.strictObject({
      id: z.string().nullable().describe('null in a document without sections'),
      heading: z.string().nullable().describe('as printed, or null where the source prints none of its own'),
      paragraphs: z.array(blockSchema),
    }),
  ),
  back: z
    .array(blockSchema)
    .describe('what is printed after the last paragraph: signature, caption, dateline'),
  gaps: z.array(gapSchema).describe('missing text, by the id it follows'),
  notes: z.array(noteSchema).describe('suspected misprints; from and to are code points of the block’s text'),
});
export type DocumentData = z.infer<typeof documentDataSchema>;

/** A stretch of a source. */
const sourceRunSchema = z.union([
  z
    .tuple([z.int().nonnegative(), z.union([z.int().positive(), z.string()])])
    .describe('kept: the place of its block in `blocks`; how many characters, or which, follow'),
  z
    .tuple([z.enum(['space', 'left', 'markup', 'described']), z.string(), z.int().nonnegative().optional()])
    .describe('left out: how it shows, the characters if they do, and the place of the reason in `words`'),
]);
export type SourceRunData = z.infer<typeof sourceRunSchema>;

/** `/data/sources/<source>.json`, of a large collection: a source as received, with what the documents' data does not say. */
export const sourceRowsSchema = z.strictObject({
  edition: z.string().describe('of the documents whose data has what is kept'),
  titles: z
    .strictObject({ hans: z.record(slugSchema, z.string()), hant: z.record(slugSchema, z.string()) })
    .describe('of the documents, in both scripts'),
  blocks: z
    .array(z.string())
    .describe(
      'the addresses of what is kept, `slug#id`, in the order of the source; `#id` is of the same document as before',
    ),
  words: z
    .strictObject({ hans: z.array(z.string()), hant: z.array(z.string()) })
    .describe('why characters are left out, in both scripts'),
  lines: z
    .array(z.array(z.union([z.int().positive().describe('the number of the line'), sourceRunSchema])))
    .describe('what stands in each line; its number goes before where it is not the next one'),
});
export type SourceRowsData = z.infer<typeof sourceRowsSchema>;

/** `/data/index.json` */
export const indexDataSchema = z.strictObject({
  title: z.string(),
  description: z.string(),
  edition: z.string(),
  documents: z.array(
    z.strictObject({
      ...headShape,
      sections: z.int().nonnegative(),
      paragraphs: z.int().positive(),
      characters: z.int().positive().describe('of all blocks, line breaks not counted'),
    }),
  ),
  sources: z.array(
    z.strictObject({
      id: slugSchema,
      name: z.string(),
      kind: z.string(),
      lang: languageSchema,
      description: z.string(),
      sha256: sha256Schema.describe('of the bytes as received'),
      characters: z.int().positive(),
      kept: z.int().nonnegative(),
      leftOut: z.record(z.string(), z.int().positive()).describe('characters by reason'),
    }),
  ),
});
export type IndexData = z.infer<typeof indexDataSchema>;

/** `/downloads/collection.json` */
export const collectionDataSchema = indexDataSchema.extend({
  rights: z.string().describe('whose the texts are and what may be done with them'),
  documents: z.array(documentDataSchema),
  relations: relationsDataSchema,
});
export type CollectionData = z.infer<typeof collectionDataSchema>;
