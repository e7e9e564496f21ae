import { parseArgs } from 'node:util';
import { readCollectionState, readSourceFolders } from '../src/content/content-files.ts';
import { formatReport, ImportError, importCollection } from '../src/lib/import/index.ts';
import { writeGenerated } from './write-generated.ts';

const { values } = parseArgs({ options: { content: { type: 'string', default: 'content' } } });

try {
  const start = performance.now();
  const imported = importCollection(readSourceFolders(values.content), readCollectionState(values.content));
  writeGenerated(values.content, imported.files, { documents: '.md', ledger: '.json' });
  console.log(formatReport(imported.sources, performance.now() - start));
} catch (error) {
  if (!(error instanceof ImportError)) throw error;
  console.error(error.message);
  console.error(`Nothing was written: ${error.problems.length} to mend.`);
  process.exitCode = 1;
}
