import { parseArgs } from 'node:util';
import { formatTotal, ImportError } from '../src/lib/import/index.ts';
import { importChanges } from './steps/import-content.ts';

const { values } = parseArgs({ options: { content: { type: 'string', default: 'content' } } });

try {
  const start = performance.now();
  const { sources, unchanged } = importChanges(values.content);
  for (const { report } of sources) console.log(report);
  console.log(formatTotal(sources, unchanged, performance.now() - start));
} catch (error) {
  if (!(error instanceof ImportError)) throw error;
  console.error(error.message);
  console.error(`Nothing was written: ${error.problems.length} to mend.`);
  process.exitCode = 1;
}
