import { strFromU8, unzipSync } from 'fflate';
import { formatProblem, type Problem } from '../../src/lib/import/problem.ts';
import { type LintedFile, lintPage, lintXml } from '../../src/lib/site-lint/lint-page.ts';
import type { BuiltSite } from './built-site.ts';

/** Problems that are printed: one fault of a component stands in every page. */
const mostPrinted = 20;

/** What a lint has looked at. */
export interface Linted {
  readonly files: number;
  /** Characters. */
  readonly size: number;
}

/** Whether anything active could be in a file. */
export function isLinted(path: string): boolean {
  return /\.(?:html|svg|epub)$/.test(path);
}

/** Whether a file is written anew while what is taken away is made: it is looked at after that. */
export function isTakenAway(path: string): boolean {
  return /^(?:\w+\/)?downloads\//.test(path);
}

/**
 * Hold every page, the pages of every EPUB and every picture of the site to what `src/lib/site-lint` says is active.
 * @param paths the files that are looked at, if not all
 * @throws Error with the problems
 */
export function lintSite(
  { list, read, settings: { site } }: Pick<BuiltSite, 'list' | 'read' | 'settings'>,
  paths: readonly string[] = list(),
): Linted {
  let files = 0;
  let size = 0;
  const problems: Problem[] = [];
  const lint = (path: string, content: string, of: Omit<LintedFile, 'site'>) => {
    files += 1;
    size += content.length;
    problems.push(...(path.endsWith('.html') ? lintPage : lintXml)(content, { ...of, site }));
  };
  for (const path of paths.filter(isLinted)) {
    if (/\.(?:html|svg)$/.test(path)) lint(path, read(path).toString('utf8'), { file: path, path });
    if (path.endsWith('.epub'))
      for (const [name, content] of Object.entries(unzipSync(read(path))))
        if (/\.(?:xhtml|svg)$/.test(name))
          // In its container a file has no other address than its name.
          lint(name, strFromU8(content), { file: `${path}/${name}`, path: name });
  }
  if (problems.length > 0)
    throw new Error(
      [
        ...problems.slice(0, mostPrinted).map(formatProblem),
        `${problems.length} to mend: nothing active may leave the site.`,
      ].join('\n'),
    );
  return { files, size };
}

/** What lints have found, in words. */
export function describeLinted(linted: readonly Linted[]): string {
  const [files, size] = [
    linted.reduce((sum, each) => sum + each.files, 0),
    linted.reduce((sum, each) => sum + each.size, 0),
  ];
  return `Found nothing active in ${files} files of ${(size / 1e6).toFixed(1)} million characters.`;
}
