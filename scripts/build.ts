import { parseArgs } from 'node:util';
import { build } from 'astro';

const { values } = parseArgs({ options: { dist: { type: 'string', default: 'dist' } } });

// The build asks no other host for anything, and tells none about itself.
process.env.ASTRO_TELEMETRY_DISABLED = '1';
await build({ logLevel: 'warn', outDir: values.dist });
