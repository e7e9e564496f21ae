import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { preview } from 'astro';
import { readSettings } from '../src/content/settings.ts';
import { addressesUnder } from '../src/lib/reader/addresses.ts';

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '4321' },
    dist: { type: 'string', default: 'dist' },
  },
});

process.env.ASTRO_TELEMETRY_DISABLED = '1';
const port = Number(values.port);
if (!Number.isInteger(port) || port < 0 || port > 65535) {
  console.error(`No port: ${values.port}. Give a number up to 65535.`);
  process.exit(1);
}
if (!existsSync(join(values.dist, 'index.html'))) {
  console.error('Nothing is built yet: run `npm start`, or `npm run build` before `npm run serve`.');
  process.exit(1);
}
const server = await preview({ logLevel: 'error', outDir: values.dist, server: { port } });
const { root } = addressesUnder(readSettings().base);
console.log(
  `Duben is served at http://${server.host ?? '127.0.0.1'}:${server.port}${root} (stop with Ctrl+C)`,
);
