import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import {
  readCollection,
  readCollectionState,
  readEditions,
  readPermalinks,
  readSourceFolders,
} from '../src/content/content-files.ts';
import { toEdition } from '../src/lib/editions/to-edition.ts';
import { ImportError, importCollection, type Problem } from '../src/lib/import/index.ts';
import { throwIfAny } from '../src/lib/import/problem.ts';
import { listDecisions } from '../src/lib/import/propose/index.ts';
import { withLockedContent } from './lock-content.ts';
import { isWritten, writeGenerated } from './write-generated.ts';

const { values } = parseArgs({ options: { content: { type: 'string', default: 'content' } } });

try {
  const { edition, documents } = withLockedContent(values.content, () => publish(values.content));
  const ids = Object.values(documents).flatMap((document) => Object.keys(document));
  console.log(`Edition ${edition}: ${ids.length} ids of ${Object.keys(documents).length} documents.`);
} catch (error) {
  if (!(error instanceof ImportError)) throw error;
  console.error(error.message);
  console.error('Nothing was published.');
  process.exitCode = 1;
}

/** Publish the texts as they stand as the edition that the collection names. */
function publish(content: string) {
  const { edition } = readCollection(content);
  const path = `editions/${edition}.json`;
  const editions = readEditions(content);
  const newest = editions.at(-1);
  if (existsSync(join(content, path)) || (newest && newest.edition.edition > edition))
    throw new ImportError([
      {
        file: join(content, 'collection.yaml'),
        rule: 'editions/date',
        message: `Unexpected edition ${edition}, expected one after ${newest?.edition.edition}, which is published and never changes. Raise \`edition\` to the day of publication.`,
      },
    ]);
  throwIfAny(listUndecided(content));
  throwIfAny(listNotImported(content));
  const published = toEdition(readPermalinks(content), edition, newest?.sha256 ?? null);
  writeGenerated(content, new Map([[path, `${JSON.stringify(published, null, 2)}\n`]]), {});
  return published;
}

/** An edition is of what the sources and recipes make, not of what an earlier import made. */
function listNotImported(content: string): Problem[] {
  const { files } = importCollection(readSourceFolders(content), readCollectionState(content));
  return [...files].flatMap(([path, text]): Problem[] =>
    isWritten(join(content, path), text)
      ? []
      : [
          {
            file: join(content, path),
            rule: 'editions/not-imported',
            message:
              'Unexpected file that is not what the sources and recipes make now, expected it imported. Run `npm run import && npm run relate`, and read what has changed.',
          },
        ],
  );
}

function listUndecided(content: string): Problem[] {
  return readSourceFolders(content).flatMap(({ recipe, recipeFile }) =>
    listDecisions(Buffer.from(recipe).toString('utf8')).map(({ line, asks }) => ({
      file: `${recipeFile}:${line}`,
      rule: 'editions/undecided',
      message: `Unexpected open decision (${asks}), expected none in what is published. Decide, and take the comment away.`,
    })),
  );
}
