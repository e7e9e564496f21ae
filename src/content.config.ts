import { defineCollection } from 'astro:content';
import { basename } from 'node:path';
import { z } from 'astro/zod';
import { parse } from 'yaml';
import { listDocumentFiles, readMarkdown } from './content/content-files.ts';
import { readSettings } from './content/settings.ts';
import { frontMatterSchema } from './schemas/document.ts';

const { content } = readSettings();

/**
 * What Astro knows of the documents: their front matter. Their text is read when it is shown (`read-content.ts`), and
 * rendered by our own pipeline (src/lib/reader), never by Astro's.
 */
export const collections = {
  documents: defineCollection({
    loader: () =>
      listDocumentFiles(content).map((file) => {
        const slug = basename(file, '.md');
        return { id: slug, ...parse(readMarkdown(content, slug).yaml) };
      }),
    schema: frontMatterSchema.extend({ id: z.string() }),
  }),
};
