import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { readDocuments } from '../../../src/content/content-files.ts';
import { sha256 } from '../../../src/lib/text/sha256.ts';
import type { Ledger } from '../../../src/schemas/ledger.ts';

export const hostileFixtures = 'tests/fixtures/hostile';

/** In characters: what takes so much memory that it is measured. */
const large = 2_000_000;

/** What git cannot hold, or should not: see tests/README.md. */
type Made =
  | readonly (string | { readonly repeat: string; readonly times: number })[]
  | { readonly symlink: string }
  | { readonly pipe: true }
  | { readonly folder: true };

/** The names of the cases, `group/case`; those that could keep a process busy, or full, need one of their own. */
export function listHostileCases(): { name: string; needsProcess: boolean }[] {
  return readdirSync(hostileFixtures)
    .sort()
    .flatMap((group) =>
      readdirSync(join(hostileFixtures, group))
        .sort()
        .map((name) => ({
          name: `${group}/${name}`,
          needsProcess: Object.values(readMade(join(hostileFixtures, group, name))).some(
            (made) => 'pipe' in made || (Array.isArray(made) && fill(made).length > large),
          ),
        })),
    );
}

/** A case as a content folder of its own, with a file beside it that nothing may touch. */
export function setUpCase(name: string): { root: string; content: string } {
  const folder = join(hostileFixtures, name);
  const root = mkdtempSync(join(tmpdir(), 'duben-hostile-'));
  const content = join(root, 'content');
  mkdirSync(join(root, 'beside'));
  writeFileSync(join(root, 'beside', 'canary.md'), 'untouched\n');
  cpSync(join(hostileFixtures, '..', 'hostile-content'), content, { recursive: true });
  const source = join(content, 'sources', 'sample-source');
  if (existsSync(join(folder, 'input'))) cpSync(join(folder, 'input'), source, { recursive: true });
  if (existsSync(join(folder, 'content'))) cpSync(join(folder, 'content'), content, { recursive: true });
  for (const [path, made] of Object.entries(readMade(folder)))
    make(path.startsWith('input/') ? join(source, path.slice('input/'.length)) : join(root, path), made);
  fillHashes(join(content, 'sources'));
  return { root, content };
}

function readMade(folder: string): Readonly<Record<string, Made>> {
  const file = join(folder, 'make.json');
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
}

function make(place: string, made: Made): void {
  rmSync(place, { recursive: true, force: true });
  mkdirSync(dirname(place), { recursive: true });
  if ('symlink' in made) symlinkSync(made.symlink, place);
  else if ('pipe' in made) execFileSync('mkfifo', [place]);
  else if ('folder' in made) mkdirSync(place);
  else writeFileSync(place, fill(made));
}

/** `{{n}}` in what is repeated is the number of the repetition. */
function fill(parts: Extract<Made, readonly unknown[]>): string {
  return parts
    .map((part) => {
      if (typeof part === 'string') return part;
      const { repeat, times } = part;
      if (!repeat.includes('{{n}}')) return repeat.repeat(times);
      return Array.from({ length: times }, (_, n) => repeat.replaceAll('{{n}}', String(n + 1))).join('');
    })
    .join('');
}

/** `{{sha256}}` in a recipe stands for the hash of the source beside it. */
function fillHashes(sources: string): void {
  if (!lstatSync(sources, { throwIfNoEntry: false })?.isDirectory()) return;
  for (const name of readdirSync(sources)) {
    const [source, recipe] = [join(sources, name, 'source.txt'), join(sources, name, 'recipe.yaml')];
    if (![source, recipe].every((file) => lstatSync(file, { throwIfNoEntry: false })?.isFile())) continue;
    const bytes = readFileSync(recipe);
    if (bytes.includes('{{sha256}}'))
      writeFileSync(
        recipe,
        Buffer.from(bytes.toString('latin1').replace('{{sha256}}', sha256(readFileSync(source))), 'latin1'),
      );
  }
}

/** Every entry under a folder, followed nowhere: its kind, where it points to, or the hash of what it holds. */
export function hashTree(folder: string): string {
  const lines = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .sort()
    .map((path) => {
      const stats = lstatSync(join(folder, path));
      if (stats.isSymbolicLink()) return `${path} -> ${readlinkSync(join(folder, path))}`;
      if (!stats.isFile()) return `${path} ${stats.isDirectory() ? 'folder' : 'pipe'}`;
      return `${path} ${createHash('sha256')
        .update(readFileSync(join(folder, path)))
        .digest('hex')}`;
    });
  return lines.join('\n');
}

/** Lists longer than this are told by their first lines and their number. */
const mostLines = 40;

/** What an import made of a case, for a person: kept text with its odd characters named, and what was left out. */
export function describeAccepted(content: string): string {
  const kept = readDocuments(content).flatMap(({ slug, blocks, gaps, notes }) => [
    ...blocks.map(({ id, text }) => `kept ${slug}#${id} ${show(text)}`),
    ...gaps.map(({ after, reason }) => `gap ${slug}#${after} ${show(reason)}`),
    ...notes.map(({ at, printed, likely }) => `note ${slug}#${at} ${show(printed)} ${show(likely)}`),
  ]);
  const ledgers = readdirSync(join(content, 'ledger'))
    .sort()
    .flatMap((name) => {
      const ledger: Ledger = JSON.parse(readFileSync(join(content, 'ledger', name), 'utf8'));
      const bytes = readFileSync(join(content, 'sources', ledger.source, 'source.txt'));
      const characters = Array.from(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes));
      return ledger.entries.flatMap((entry) => {
        const text = show(characters.slice(entry.from, entry.to).join(''));
        if ('left' in entry) return `left ${entry.left}${entry.note ? ` (${entry.note})` : ''} ${text}`;
        return entry.as === undefined ? [] : `read ${entry.kept} ${text} as ${show(entry.as)}`;
      });
    });
  return `accepted\n${[...cut(kept), ...cut(ledgers)].join('\n')}\n`;
}

function cut(lines: readonly string[]): string[] {
  if (lines.length <= mostLines) return [...lines];
  return [...lines.slice(0, mostLines), `… and ${lines.length - mostLines} more`];
}

/** Quoted, with every character named that a person could not tell from another, and no more than one line of it. */
function show(text: string): string {
  const characters = Array.from(text);
  const shown = characters
    .slice(0, 60)
    .map((character) =>
      /[\x20-\x7e\u3001-\u301b\u4e00-\u9fff\uff01\uff08-\uff0c\uff1a\uff1b\uff1f\u2014\u2018-\u201d\u2026]/u.test(
        character,
      )
        ? character
        : `{U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}}`,
    )
    .join('');
  return characters.length > 60 ? `"${shown}…" (${characters.length} characters)` : `"${shown}"`;
}
