import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readDocuments, readPermalinks, readSourceFolders } from '../src/content/content-files.ts';
import { readFolderRecipe } from '../src/lib/import/index.ts';
import { checkLedger, type LedgerFinding } from '../src/lib/ledger/check-ledger.ts';
import { checkPermalinks } from '../src/lib/ledger/check-permalinks.ts';
import { sha256 } from '../src/lib/text/sha256.ts';
import { ledgerSchema } from '../src/schemas/ledger.ts';

const { values } = parseArgs({ options: { content: { type: 'string', default: 'content' } } });

const findings: LedgerFinding[] = [];
try {
  const documents = new Map(readDocuments(values.content).map((document) => [document.slug, document]));
  const sources = readSourceFolders(values.content);
  const ledgerFolder = join(values.content, 'ledger');
  for (const folder of sources) {
    const file = join(ledgerFolder, `${folder.id}.json`);
    if (!existsSync(file)) {
      findings.push({ file, message: 'missing: run `npm run import`' });
      continue;
    }
    const ledger = ledgerSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
    const { recipe } = readFolderRecipe(folder);
    findings.push(...checkLedger({ file, bytes: folder.bytes, ledger, recipe }, sha256, documents));
  }
  const ids = new Set(sources.map(({ id }) => id));
  for (const name of readdirSync(ledgerFolder))
    if (name.endsWith('.json') && !ids.has(name.slice(0, -'.json'.length)))
      findings.push({ file: join(ledgerFolder, name), message: 'no source of this name' });
  for (const { slug, source } of documents.values())
    if (!ids.has(source))
      findings.push({ file: slug, message: `names a source that is not there: ${source}` });
  findings.push(
    ...checkPermalinks(
      join(values.content, 'permalinks.json'),
      readPermalinks(values.content),
      documents,
      sha256,
    ),
  );
  if (findings.length === 0)
    console.log(
      `Ledgers complete: ${sources.length} sources, ${documents.size} documents, every character once.`,
    );
} catch (error) {
  findings.push({ file: values.content, message: (error as Error).message });
}

for (const { file, message } of findings) console.error(`${file} ledger/mismatch ${message}`);
if (findings.length > 0) process.exitCode = 1;
