import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, relative, sep } from 'node:path';
import {
  readCollection,
  readDocuments,
  readEditions,
  readPermalinks,
  readRelationsData,
  readSourceFolders,
} from '../../src/content/content-files.ts';
import { toEdition } from '../../src/lib/editions/to-edition.ts';
import { ImportError, type Problem } from '../../src/lib/import/index.ts';
import { formatProblem } from '../../src/lib/import/problem.ts';
import { listDecisions, toReportPage } from '../../src/lib/import/propose/index.ts';
import { withLockedContent } from '../lock-content.ts';
import { importContent } from './import-content.ts';
import { relateContent } from './relate-content.ts';
import { describeSource } from './report-on-source.ts';

/**
 * How a folder of content stands while an editor works on it. What was imported last without a fault is kept apart:
 * pages are made of that, whatever is being written meanwhile.
 */
export class ContentState {
  readonly content: string;
  /** The folder of the content as it was imported last. */
  readonly kept = join(mkdtempSync(join(tmpdir(), 'duben-dev-')), 'content');
  /** What the import or the relating refused last, a line each; empty where they did not. */
  refusals: readonly string[] = [];
  #problems: readonly Problem[] = [];
  #said = '';
  /** What each source is still undecided or doubtful about, a line each. */
  remarks: readonly string[] = [];
  readonly #say: (line: string) => void;

  constructor(content: string, say: (line: string) => void) {
    this.content = content;
    this.#say = say;
  }

  /** Import and relate what stands there now; false where it is refused: then what was made last stays as it is. */
  takeUp(): boolean {
    const start = performance.now();
    try {
      const { sources } = withLockedContent(this.content, () => {
        const imported = importContent(this.content);
        relateContent(this.content);
        this.#keep(() => true);
        return imported;
      });
      const doubts = sources.flatMap(({ file, doubts }) =>
        doubts.map(({ line, message }) => `${file}:${line} ${message}`),
      );
      [this.refusals, this.#problems] = [[], []];
      this.remarks = [...this.#listDecisions(), ...doubts];
      this.#say(
        `Imported ${sources.length} sources, in ${Math.round(performance.now() - start)} ms; ${this.remarks.length} undecided or in doubt.`,
      );
      return true;
    } catch (error) {
      this.#problems = error instanceof ImportError ? error.problems : [];
      this.refusals =
        error instanceof ImportError
          ? error.problems.map(formatProblem)
          : [`${this.content} ${(error as Error).stack ?? String(error)}`];
      // Asked again until a lock is gone, it is said once.
      const said = `${this.refusals.join('\n')}\nNothing was written: ${this.refusals.length} to mend.`;
      if (!(this.isLocked && said === this.#said)) this.#say(said);
      this.#said = said;
      this.#keepFormer();
      try {
        this.remarks = this.#listDecisions();
      } catch {
        // What cannot be read is refused: that is said already.
      }
      return false;
    }
  }

  /** Whether another command holds the content: its end changes nothing that is watched. */
  get isLocked(): boolean {
    return this.#problems.some(({ rule }) => rule === 'import/locked');
  }

  /** Whether there is anything to make pages of. */
  get isKept(): boolean {
    return existsSync(this.kept);
  }

  /** The report on a source as it stands now, as a page. */
  writeReport(source: string): string {
    return toReportPage(describeSource(this.content, source, this.#problems));
  }

  #keep(isKept: (file: string) => boolean): void {
    rmSync(this.kept, { recursive: true, force: true });
    const isOwn = (file: string) => !basename(file).startsWith('.import-') && isKept(file);
    cpSync(this.content, this.kept, { recursive: true, filter: isOwn });
    this.#addEdition();
  }

  /**
   * Where nothing but sources that were never imported are refused, the collection without them is what was imported
   * last: it is shown until they are mended.
   */
  #keepFormer(): void {
    if (this.isKept || this.#problems.length === 0) return;
    const refused = this.#problems.map(({ file }) => relative(this.content, file).split(sep));
    const isNew = ([folder, source = '']: readonly string[]) =>
      folder === 'sources' && !existsSync(join(this.content, 'ledger', `${source}.json`));
    if (!refused.every(isNew)) return;
    const left = new Set(refused.map(([, source = '']) => join(this.content, 'sources', source)));
    try {
      this.#keep((file) => !left.has(file));
      if (readDocuments(this.kept).length > 0) {
        readRelationsData(this.kept);
        return;
      }
    } catch {}
    rmSync(this.kept, { recursive: true, force: true });
  }

  /** Remove what was kept apart. */
  close(): void {
    rmSync(join(this.kept, '..'), { recursive: true, force: true });
  }

  /** Pages name their edition: before the first, what stands there is taken for it, in what is kept apart only. */
  #addEdition(): void {
    if (readEditions(this.kept).length > 0) return;
    const { edition } = readCollection(this.kept);
    const published = toEdition(readPermalinks(this.kept), edition, null);
    mkdirSync(join(this.kept, 'editions'), { recursive: true });
    writeFileSync(join(this.kept, 'editions', `${edition}.json`), JSON.stringify(published));
  }

  #listDecisions(): string[] {
    return readSourceFolders(this.content).flatMap(({ id, recipe }) =>
      listDecisions(Buffer.from(recipe).toString('utf8')).map(
        ({ line, asks }) => `${join(this.content, 'sources', id, 'recipe.yaml')}:${line} ${asks}`,
      ),
    );
  }
}
