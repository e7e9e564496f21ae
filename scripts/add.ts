import { parseArgs } from 'node:util';
import { ImportError } from '../src/lib/import/index.ts';
import { formatAddedReport, readerOf } from '../src/lib/import/propose/index.ts';
import { languageSchema } from '../src/schemas/names.ts';
import { addSource, isAddedKind } from './steps/add-source.ts';
import { openFile } from './steps/open-file.ts';
import { reportOnSource } from './steps/report-on-source.ts';

const usage = `npm run add -- <file> --kind ${Object.keys(readerOf).join('|')} [--name <source-id>] [--slug <slug>] [--language ${languageSchema.options.join('|')}] [--no-open]`;

try {
  const { values, positionals } = readArguments();
  const [file] = positionals;
  if (positionals.length !== 1 || !file)
    throw new Error(`Unexpected ${positionals.length} files, expected one.`);
  if (!isAddedKind(values.kind))
    throw new Error(
      `Unexpected kind ${values.kind ?? '(none)'}, expected ${Object.keys(readerOf).join(' or ')}.`,
    );
  const language = values.language === undefined ? undefined : languageSchema.safeParse(values.language);
  if (language?.success === false)
    throw new Error(`Unexpected language ${values.language}, expected ${languageSchema.options.join(', ')}.`);

  const added = addSource(values.content, file, {
    kind: values.kind,
    name: values.name,
    slug: values.slug,
    language: language?.data,
  });
  const { report, page } = reportOnSource(values.content, added.source);
  console.log(
    `Added ${added.folder}: source.txt as received, recipe.yaml as proposed (${readerOf[values.kind]}).`,
  );
  console.log(
    report.problems.length + report.elsewhere.length > 0
      ? 'Not imported yet: what was imported before stands as it was.'
      : `Imported: ${values.content}/documents/${added.slug}.md`,
  );
  for (const line of added.toAdd) console.log(`To be added to ${values.content}/collection.yaml: ${line}`);
  console.log(formatAddedReport(report));
  const isOpen = !values['no-open'] && (await openFile(page));
  console.log(`${isOpen ? 'Opened' : 'Report'}: ${page}`);
  console.log('Next: decide in the recipe with `npm run dev` beside it.');
} catch (error) {
  console.error((error as Error).message);
  if (!(error instanceof ImportError)) console.error(usage);
  console.error('Nothing was added.');
  process.exitCode = 1;
}

function readArguments() {
  return parseArgs({
    allowPositionals: true,
    options: {
      kind: { type: 'string' },
      name: { type: 'string' },
      slug: { type: 'string' },
      language: { type: 'string' },
      content: { type: 'string', default: 'content' },
      'no-open': { type: 'boolean', default: false },
    },
  });
}
