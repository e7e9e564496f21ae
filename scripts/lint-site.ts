import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readBuildOptions } from './build-options.ts';
import { openBuiltSite } from './steps/built-site.ts';
import { describeLinted, lintSite } from './steps/lint-site.ts';

/* Hold a built folder to what is active in it, as every build does at its end. */
const { dist } = readBuildOptions();
if (!existsSync(join(dist, 'index.html'))) {
  console.error('Nothing is built yet: run `npm run build`.');
  process.exit(1);
}
try {
  console.log(describeLinted([lintSite(openBuiltSite(dist))]));
} catch (error) {
  console.error((error as Error).message);
  process.exit(1);
}
