import { parseArgs } from 'node:util';
import { ImportError } from '../src/lib/import/index.ts';
import { relateContent } from './steps/relate-content.ts';

const { values } = parseArgs({ options: { content: { type: 'string', default: 'content' } } });

try {
  const start = performance.now();
  const { witnesses, parallels, quotations, mentions } = relateContent(values.content);
  const differences = witnesses.reduce((sum, collation) => sum + collation.differences.length, 0);
  console.log(
    `Related: ${differences} differences of ${witnesses.length} witnesses, ${parallels.length} parallels, ` +
      `${quotations.length} quotations, ${mentions.length} mentions, in ${Math.round(performance.now() - start)} ms.`,
  );
} catch (error) {
  if (!(error instanceof ImportError)) throw error;
  console.error(error.message);
  console.error(`Nothing was written: ${error.problems.length} to mend.`);
  process.exitCode = 1;
}
