import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import {
  readCollection,
  readEditions,
  readPermalinks,
  readSourceFolders,
} from '../src/content/content-files.ts';
import { toEdition } from '../src/lib/editions/to-edition.ts';
import { listDecisions } from '../src/lib/import/propose/index.ts';
import { writeGenerated } from './write-generated.ts';

const { values } = parseArgs({ options: { content: { type: 'string', default: 'content' } } });

/** Publish the texts as they stand as the edition that the collection names. */
const { edition } = readCollection(values.content);
const path = `editions/${edition}.json`;
const editions = readEditions(values.content);
const newest = editions.at(-1);
if (existsSync(join(values.content, path)) || (newest && newest.edition.edition > edition)) {
  console.error(
    `${join(values.content, 'collection.yaml')}  editions/date  Unexpected edition ${edition}, expected one after ${newest?.edition.edition}, which is published and never changes. Raise \`edition\` to the day of publication.`,
  );
  process.exit(1);
}
const undecided = readSourceFolders(values.content).flatMap(({ recipe, recipeFile }) =>
  listDecisions(Buffer.from(recipe).toString('utf8')).map(({ line, asks }) => ({
    place: `${recipeFile}:${line}`,
    asks,
  })),
);
if (undecided.length > 0) {
  for (const { place, asks } of undecided)
    console.error(
      `${place} editions/undecided Unexpected open decision (${asks}), expected none in what is published. Decide, and take the comment away.`,
    );
  process.exit(1);
}
const published = toEdition(readPermalinks(values.content), edition, newest?.sha256 ?? null);
writeGenerated(values.content, new Map([[path, `${JSON.stringify(published, null, 2)}\n`]]), {});
const ids = Object.values(published.documents).flatMap((document) => Object.keys(document));
console.log(`Edition ${edition}: ${ids.length} ids of ${Object.keys(published.documents).length} documents.`);
