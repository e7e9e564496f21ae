import { parseArgs } from 'node:util';
import { readCollectionState, readSourceFolders } from '../src/content/content-files.ts';
import { formatSource, formatTotal, ImportError, importCollection } from '../src/lib/import/index.ts';
import { hashOf, openKeptWork } from './kept-work.ts';
import { hashInputs, isUnchanged, type KeptImport } from './unchanged-sources.ts';
import { writeGenerated } from './write-generated.ts';

const { values } = parseArgs({
  options: {
    content: { type: 'string', default: 'content' },
    /** Import unchanged sources, too. */
    all: { type: 'boolean', default: false },
  },
});
const { content } = values;

try {
  const start = performance.now();
  const work = openKeptWork<KeptImport>(content, 'import');
  const folders = readSourceFolders(content);
  const unchanged = new Map<string, KeptImport>();
  const state = readCollectionState(content, ({ collection, permalinks }) => {
    for (const folder of values.all ? [] : folders) {
      const kept = work.get(folder.id);
      if (kept && isUnchanged(folder, kept, content, collection, permalinks)) unchanged.set(folder.id, kept);
    }
    return new Map([...unchanged].map(([id, { slugs }]) => [id, slugs]));
  });
  const { sources, files, permalinks } = importCollection(folders, state);
  writeGenerated(
    content,
    files,
    { documents: '.md', ledger: '.json' },
    new Set([...unchanged.values()].flatMap(({ outputs }) => Object.keys(outputs))),
  );

  const byId = new Map(sources.map((source) => [source.id, source]));
  const done = new Map(
    folders.map((folder): [string, KeptImport] => {
      const kept = unchanged.get(folder.id);
      const source = byId.get(folder.id);
      if (kept || !source) return [folder.id, kept as KeptImport];
      const slugs = source.documents.map(({ slug }) => slug);
      const paths = [...slugs.map((slug) => `documents/${slug}.md`), `ledger/${folder.id}.json`];
      return [
        folder.id,
        {
          inputs: hashInputs(folder, slugs, state.collection, permalinks),
          slugs,
          outputs: Object.fromEntries(paths.map((path) => [path, hashOf(files.get(path) ?? '')])),
          report: formatSource(source),
        },
      ];
    }),
  );
  work.replace(done);
  for (const { report } of done.values()) console.log(report);
  console.log(formatTotal([...done.values()], unchanged.size, performance.now() - start));
} catch (error) {
  if (!(error instanceof ImportError)) throw error;
  console.error(error.message);
  console.error(`Nothing was written: ${error.problems.length} to mend.`);
  process.exitCode = 1;
}
