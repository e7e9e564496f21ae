import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readDocument } from '../src/lib/document/read-document.ts';
import { checkLedger } from '../src/lib/ledger/check-ledger.ts';
import { ledgerSchema } from '../src/schemas/ledger.ts';

const { values } = parseArgs({ options: { content: { type: 'string', default: 'content' } } });
const folder = (name: string) => join(values.content, name);

const documents = new Map(
  readdirSync(folder('documents')).map((name) => {
    const file = join(folder('documents'), name);
    const document = readDocument(readFileSync(file, 'utf8'), file);
    return [document.slug, document] as const;
  }),
);
const sources = readdirSync(folder('sources'));
const ledgers = readdirSync(folder('ledger')).map((name) => name.replace(/\.json$/, ''));
const findings = sources.flatMap((id) => {
  const file = join(folder('ledger'), `${id}.json`);
  if (!ledgers.includes(id)) return [{ file, message: 'missing: run `npm run import`' }];
  const ledger = ledgerSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  const bytes = readFileSync(join(folder('sources'), id, 'source.txt'));
  return checkLedger(
    { file, bytes, ledger },
    (data) => createHash('sha256').update(data).digest('hex'),
    documents,
  );
});
for (const { slug, source } of documents.values())
  if (!sources.includes(source))
    findings.push({
      file: folder('documents'),
      message: `${slug} names a source that is not there: ${source}`,
    });

for (const { file, message } of findings) console.error(`${file} ledger/mismatch ${message}`);
if (findings.length > 0) process.exitCode = 1;
else
  console.log(
    `Ledgers complete: ${sources.length} sources, ${documents.size} documents, every character once.`,
  );
