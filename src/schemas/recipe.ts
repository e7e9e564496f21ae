import { z } from 'astro/zod';
import {
  dateBasisSchema,
  dateSchema,
  languageSchema,
  reservedSlugs,
  sha256Schema,
  slugSchema,
} from './names.ts';

/** What a reader will see. */
const wordsSchema = z.string().regex(/\S/, { error: 'expected words' });

/** Words of a mark in the markdown, which keeps no line ends, nor spaces at either end. */
const markWordsSchema = z
  .string()
  .regex(/^\S(?:[^\r\n]*\S)?$/, { error: 'expected words on one line, without spaces before or after' });

/** `12` or `12-40`: lines of the source, 1-based, inclusive. */
const linesSchema = z
  .union(
    [
      z.int().positive(),
      z
        .string()
        .regex(/^[1-9]\d*-[1-9]\d*$/, { error: 'expected a line or a range of lines, e.g. 12 or 12-40' }),
    ],
    {
      error: 'expected a line or a range of lines, e.g. 12 or 12-40',
    },
  )
  .transform((value) => {
    const [first = 0, last = first] = String(value).split('-').map(Number);
    return { first, last };
  })
  .refine(({ first, last }) => first <= last, { error: 'expected the first line before the last' });

const partSchema = z.enum(['title', 'text', 'dateline', 'signature', 'caption']);
export type Part = z.infer<typeof partSchema>;

/** How the lines of a segment of running text stand: see `src/lib/import/text-layer`. */
const spacingSchema = z.enum(['single', 'double', 'unwrapped']);
export type Spacing = z.infer<typeof spacingSchema>;

const lineSegmentSchema = z
  .strictObject({
    part: partSchema,
    lines: linesSchema,
    spacing: spacingSchema.optional(),
    justified: z.boolean().default(false),
    /** Lines that end a paragraph, whatever the rules say. */
    break: z.array(z.int().positive()).default([]),
    /** Lines that the next line continues, whatever the rules say. */
    join: z.array(z.int().positive()).default([]),
  })
  .refine(({ part, spacing }) => (part === 'text') === (spacing !== undefined), {
    error: 'expected `spacing` on a segment of text, and on no other',
    path: ['spacing'],
  })
  .refine(({ part, justified, break: breaks }) => part === 'text' || (!justified && breaks.length === 0), {
    error: 'expected `justified` and `break` on a segment of text only: other lines stay lines',
  })
  .refine(({ break: breaks, join }) => !breaks.some((line) => join.includes(line)), {
    error: 'expected a line in `break` or in `join`, not in both',
    path: ['join'],
  });
export type LineSegment = z.output<typeof lineSegmentSchema>;

const selectionSchema = z.union(
  [
    /** Elements by CSS selector; how many is stated, so that a selector that takes too much is found out. */
    z.strictObject({ part: partSchema, select: z.string().min(1), count: z.int().positive().default(1) }),
    /** Characters outside any element: the text `text` within these lines. */
    z.strictObject({ part: partSchema, lines: linesSchema, text: z.string().min(1) }),
  ],
  { error: 'expected `part` with either `select` (and `count`), or `lines` and `text`' },
);
export type Selection = z.output<typeof selectionSchema>;

const responsibleSchema = z.strictObject({ name: wordsSchema, says: z.string().min(1) });

/** Gaps, and notes, of a document: each is a block quote, and markdown with thousands of them takes minutes to read. */
const mostMarks = 1000;

const documentShape = {
  slug: slugSchema.refine((slug) => !reservedSlugs.includes(slug), {
    error: `expected a slug other than ${reservedSlugs.join(', ')}: those addresses are the site's`,
  }),
  /** A key of `kinds` in content/collection.yaml. */
  kind: z.string().min(1),
  language: languageSchema.optional(),
  /** `says` is where the source says it, word for word. */
  date: z.strictObject({ value: dateSchema, basis: dateBasisSchema, says: z.string().min(1) }).optional(),
  /** Who is responsible for it: bodies, and persons by name. `says` is where the source says it, word for word. */
  bodies: z.array(responsibleSchema).default([]),
  persons: z.array(responsibleSchema).default([]),
  /** What the source itself says of where the text is from, word for word: a dispatch's line, an address. */
  origin: z.string().min(1).optional(),
  /** `numeral-lines`: a numeral alone on its line; `numeral-openings`: 一、 at the start of a paragraph, kept in it. */
  sections: z.enum(['numeral-lines', 'numeral-openings']).optional(),
  /** Text that is missing: after which id, why, and how much where that is known. */
  gaps: z
    .array(
      z.strictObject({
        after: z.string().min(1),
        reason: markWordsSchema,
        extent: z
          .string()
          .regex(/^[^〕\r\n]+$/, { error: 'expected words without 〕' })
          .optional(),
      }),
    )
    .max(mostMarks)
    .default([]),
  /** Suspected misprints: kept as printed, with the likely reading beside. */
  notes: z
    .array(
      z.strictObject({
        at: z.string().min(1),
        printed: z.string().min(1),
        likely: markWordsSchema,
        reason: markWordsSchema,
      }),
    )
    .max(mostMarks)
    .default([]),
};

/**
 * No source carries NUL, which markdown and HTML replace, nor what UTF-8 cannot write, nor U+FFFD: what stood there is lost.
 */
const allowedSchema = z
  .string()
  .regex(/^U\+(?!0000$|FFFD$|D[89A-F]..$)(?:[0-9A-F]{4}|[1-9A-F][0-9A-F]{4}|10[0-9A-F]{4})$/, {
    error: 'expected a character that a text can carry, e.g. U+200B',
  });

const sourceShape = {
  sha256: sha256Schema,
  /** What the site calls the source. */
  name: wordsSchema,
  /** A key of `sourceKinds` in content/collection.yaml. */
  kind: z.string().min(1),
  language: languageSchema,
  /** What a reader must know of the source, from the source itself. */
  description: wordsSchema,
  /** Invisible characters that the source really carries, e.g. `U+200B`. */
  allow: z.array(allowedSchema).default([]),
};

const textLayerSchema = z.strictObject({
  reader: z.literal('text-layer'),
  ...sourceShape,
  documents: z
    .array(z.strictObject({ ...documentShape, segments: z.array(lineSegmentSchema).min(1) }))
    .min(1),
  furniture: z.array(z.strictObject({ lines: linesSchema, reason: wordsSchema })).default([]),
});

const webPageSchema = z.strictObject({
  reader: z.literal('web-page'),
  ...sourceShape,
  documents: z.array(z.strictObject({ ...documentShape, segments: z.array(selectionSchema).min(1) })).min(1),
  furniture: z
    .array(
      z.union(
        [
          z.strictObject({
            select: z.string().min(1),
            count: z.int().positive().default(1),
            reason: wordsSchema,
          }),
          /** Whatever in these lines stands in no segment. */
          z.strictObject({ lines: linesSchema, reason: wordsSchema }),
        ],
        { error: 'expected `reason` with either `select` (and `count`) or `lines`' },
      ),
    )
    .default([]),
});

/** `content/sources/<source>/recipe.yaml`: the editor's reading of a source. */
export const recipeSchema = z.discriminatedUnion('reader', [textLayerSchema, webPageSchema]);
export type Recipe = z.output<typeof recipeSchema>;
export type TextLayerRecipe = z.output<typeof textLayerSchema>;
export type WebPageRecipe = z.output<typeof webPageSchema>;
export type RecipeDocument = Recipe['documents'][number];
