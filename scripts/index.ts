import { readBuildOptions } from './build-options.ts';
import { addToSite } from './steps/add-to-site.ts';

const { dist } = readBuildOptions();
try {
  await addToSite(dist, console.log);
} catch (error) {
  console.error((error as Error).message);
  process.exit(1);
}
