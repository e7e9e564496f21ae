import { readBuildOptions } from './build-options.ts';
import { addToSite } from './steps/add-to-site.ts';
import { openBuiltSite, refuseOther } from './steps/built-site.ts';
import { endThreads } from './threads/run-thread.ts';

const { dist } = readBuildOptions();
try {
  const site = openBuiltSite(dist);
  refuseOther(site);
  await addToSite(site, console.log);
} catch (error) {
  await endThreads();
  console.error((error as Error).message);
  process.exitCode = 1;
}
