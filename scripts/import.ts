import { parseArgs } from 'node:util';
import { formatReport, ImportError } from '../src/lib/import/index.ts';
import { importContent } from './steps/import-content.ts';

const { values } = parseArgs({ options: { content: { type: 'string', default: 'content' } } });

try {
  const start = performance.now();
  const { sources } = importContent(values.content);
  console.log(formatReport(sources, performance.now() - start));
} catch (error) {
  if (!(error instanceof ImportError)) throw error;
  console.error(error.message);
  console.error(`Nothing was written: ${error.problems.length} to mend.`);
  process.exitCode = 1;
}
