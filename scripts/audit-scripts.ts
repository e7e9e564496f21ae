import { parseArgs } from 'node:util';
import { auditContent } from '../src/content/audit-content.ts';
import { openContent } from '../src/content/read-content.ts';

const { values } = parseArgs({ options: { content: { type: 'string', default: 'content' } } });

const { report, undecided } = auditContent(openContent(values.content));
console.log(report);
if (undecided > 0) process.exitCode = 1;
