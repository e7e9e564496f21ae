import { parseArgs } from 'node:util';
import { readSettings, type Settings } from '../src/content/settings.ts';

/** The options of a build, as they follow `npm run build --`; what is left out is as the environment has it. */
const options = {
  /** The folder that is written. */
  dist: { type: 'string', default: 'dist' },
  content: { type: 'string' },
  site: { type: 'string' },
  base: { type: 'string' },
} as const;

const names = { content: 'CONTENT', site: 'SITE_URL', base: 'BASE_PATH' } as const;

/** Read the command line. Options become settings of the environment: Astro's own configuration reads those. */
export function readBuildOptions(): { readonly dist: string; readonly settings: Settings } {
  try {
    const { values } = parseArgs({ options });
    for (const key of ['content', 'site', 'base'] as const)
      if (values[key] !== undefined) process.env[names[key]] = values[key];
    return { dist: values.dist, settings: readSettings() };
  } catch (error) {
    console.error((error as Error).message);
    process.exit(1);
  }
}
