import { parseArgs } from 'node:util';
import { auditContent } from '../src/content/audit-content.ts';
import { openContent } from '../src/content/read-content.ts';
import { ImportError } from '../src/lib/import/index.ts';

const { values } = parseArgs({ options: { content: { type: 'string', default: 'content' } } });

try {
  const { report, undecided } = await auditContent(openContent(values.content));
  console.log(report);
  if (undecided > 0) process.exitCode = 1;
} catch (error) {
  if (!(error instanceof ImportError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
