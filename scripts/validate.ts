import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { validators } from './validators/index.ts';
import { openBuilt } from './validators/open-built.ts';
import { formatFinding } from './validators/validator.ts';

/*
 * Hold what is built to the standards of its formats, one validator after the other, all of them whatever one finds. What
 * cannot be looked at here, for want of Java or a browser, is said; it is no finding.
 */
const { values } = parseArgs({
  options: {
    dist: { type: 'string', default: 'dist' },
    /** Names of validators, with commas; all if left out. */
    only: { type: 'string' },
  },
});
const names = values.only?.split(',').map((name) => name.trim()) ?? Object.keys(validators);
const unknown = names.filter((name) => !(name in validators));
if (unknown.length > 0) {
  console.error(`No validator: ${unknown.join(', ')}. There are ${Object.keys(validators).join(', ')}.`);
  process.exit(1);
}
if (!existsSync(join(values.dist, 'index.html'))) {
  console.error('Nothing is built yet: run `npm run build`.');
  process.exit(1);
}

const built = openBuilt(values.dist);
let found = 0;
for (const name of names) {
  const start = performance.now();
  const { files = 0, findings = [], skipped } = (await validators[name]?.(built)) ?? {};
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  for (const finding of findings) console.error(formatFinding(finding));
  found += findings.length;
  console.log(
    `${name.padEnd(13)} ${skipped ?? `${files} files, ${findings.length || 'no'} findings, ${seconds} s`}`,
  );
}
if (found > 0) process.exitCode = 1;
