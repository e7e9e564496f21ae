import { existsSync } from 'node:fs';
import { createServer } from 'node:http';
import { parseArgs } from 'node:util';
import { readSettings } from '../src/content/settings.ts';
import { ContentState } from './steps/content-state.ts';
import { writeRefusals } from './steps/dev-page.ts';
import { serveDev } from './steps/serve-dev.ts';
import { watchContent } from './steps/watch-content.ts';

// Not the port of `npm run serve`: a browser that has kept that site offline would show it here.
const { values } = parseArgs({
  options: { content: { type: 'string' }, port: { type: 'string', default: '4322' } },
});
const port = Number(values.port);
if (!Number.isInteger(port) || port < 0 || port > 65535) {
  console.error(`No port: ${values.port}. Give a number up to 65535.`);
  process.exit(1);
}
if (values.content !== undefined) process.env.CONTENT = values.content;
process.env.ASTRO_TELEMETRY_DISABLED = '1';
// There is no service worker here, and pages do not look for one.
process.env.OFFLINE = 'off';

const { content, base } = readSettings();
if (!existsSync(content)) {
  console.error(`No folder ${content}. Name another with --content.`);
  process.exit(1);
}
const state = new ContentState(content, console.log);
process.env.CONTENT = state.kept;
process.on('exit', () => state.close());
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => process.exit(0));

let isMissed = false;
let onChange = () => {
  isMissed = true;
};
watchContent(content, () => onChange());
function takeUp(): boolean {
  const isTakenUp = state.takeUp();
  if (state.isLocked) setTimeout(() => onChange(), 1_000);
  return isTakenUp;
}

// Pages can be made of content that was imported once: until then there is nothing but what is refused.
if (!takeUp() && !state.isKept) {
  const waiting = createServer((_, answer) => {
    answer.writeHead(503, { 'content-type': 'text/html; charset=utf-8' });
    answer.end(writeRefusals(state.refusals));
  });
  // Where the port is taken, the terminal says it all the same, and the site takes the next one.
  waiting.on('error', (error) => console.log(`No page says so: ${error.message}`));
  waiting.listen(port, '127.0.0.1');
  console.log(`Waiting until it is mended: http://127.0.0.1:${port}/ says so too (stop with Ctrl+C).`);
  await new Promise<void>((mended) => {
    onChange = () => {
      if (takeUp() || state.isKept) mended();
    };
  });
  onChange = () => {
    isMissed = true;
  };
  await new Promise((closed) => {
    waiting.close(closed);
    waiting.closeAllConnections();
  });
}
const site = await serveDev(state, port, base);
onChange = () => {
  if (takeUp()) site.refresh();
  else site.tell();
};
if (isMissed) onChange();
console.log(`Sources beside their documents: http://127.0.0.1:${site.port}${base}dev/ (stop with Ctrl+C)`);
console.log('Search, downloads and reading offline are made by `npm run build`: they are not here.');
