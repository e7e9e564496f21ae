import { auditContent } from '../src/content/audit-content.ts';

const { report, undecided } = auditContent('content');
console.log(report);
if (undecided > 0) process.exitCode = 1;
