import { defineCollection } from 'astro:content';
import { z } from 'astro/zod';
import { loadCollection, loadDocuments, loadSources } from './content/load-collections.ts';
import { readSettings } from './content/settings.ts';
import type { EditionFile } from './lib/editions/check-editions.ts';
import { collectionSchema } from './schemas/collection.ts';
import { documentSchema } from './schemas/document.ts';
import { ledgerSchema } from './schemas/ledger.ts';
import { permalinksSchema } from './schemas/permalinks.ts';
import type { Recipe } from './schemas/recipe.ts';
import { relationsDataSchema } from './schemas/relations-data.ts';
import { scriptExceptionsSchema } from './schemas/script-exceptions.ts';

const { content } = readSettings();

/** The loaders read and check; the text is rendered by our own pipeline (src/lib/reader), never by Astro's. */
export const collections = {
  documents: defineCollection({
    loader: () => loadDocuments(content),
    schema: z.object({ document: documentSchema, body: z.string() }),
  }),
  sources: defineCollection({
    loader: () => loadSources(content),
    // The recipe is checked, and its shorthands are read, when it is loaded.
    schema: z.object({ recipe: z.custom<Recipe>(), text: z.string(), ledger: ledgerSchema }),
  }),
  collection: defineCollection({
    loader: () => loadCollection(content),
    schema: z.object({
      collection: collectionSchema,
      permalinks: permalinksSchema,
      // Checked when they are loaded.
      editions: z.array(z.custom<EditionFile>()).min(1, {
        error: 'expected an edition in content/editions: run `npm run edition`',
      }),
      exceptions: scriptExceptionsSchema,
      relations: relationsDataSchema,
    }),
  }),
};
