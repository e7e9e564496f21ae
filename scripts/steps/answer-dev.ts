import type { IncomingMessage, ServerResponse } from 'node:http';
import { readDocuments, readSourceFolders } from '../../src/content/content-files.ts';
import { openContent, type SiteContent } from '../../src/content/read-content.ts';
import { readSettings } from '../../src/content/settings.ts';
import { listSiteFiles, type SiteFile } from '../../src/content/site-files.ts';
import { titleOf } from '../../src/lib/reader/summarise.ts';
import { scripts } from '../../src/lib/script/scripts.ts';
import type { ContentState } from './content-state.ts';
import { writeDevIndex, writeReportFrame, writeSideBySide } from './dev-page.ts';

/** Answers what is asked of the pages under `dev/`, and tells them how the content stands. */
export class DevAnswers {
  readonly #state: ContentState;
  readonly #base: string;
  readonly #listening = new Set<ServerResponse>();

  constructor(state: ContentState, base: string) {
    this.#state = state;
    this.#base = base;
  }

  /** A step of the server's, before all others. */
  handle = (request: IncomingMessage, answer: ServerResponse, next: () => void): void => {
    const root = `${this.#base}dev/`;
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    if (pathname === `${root}events/`) this.#listen(request, answer);
    else if (pathname.startsWith(root)) this.#show(pathname.slice(root.length), answer);
    else this.#send(pathname, answer, next);
  };

  /** Files that are no pages: a build writes them, and here each is made when it is asked for. */
  #send(pathname: string, answer: ServerResponse, next: () => void): void {
    const file = pathname.startsWith(this.#base) && this.#find(pathname.slice(this.#base.length));
    if (!file) {
      next();
      return;
    }
    const body = file.make();
    answer.writeHead(200, { 'content-type': file.type, 'cache-control': 'no-store' });
    answer.end(body);
  }

  /** Read once, until it changes. */
  #opened: SiteContent | undefined;

  #find(path: string): SiteFile | undefined {
    // Of all else that is asked for nothing needs to be read.
    if (!/\.(?:json|txt|bib|ris|print\.css)$/.test(path)) return undefined;
    this.#opened ??= openContent(this.#state.kept);
    for (const file of listSiteFiles(this.#opened, readSettings())) if (file.path === path) return file;
    return undefined;
  }

  /** Say anew what is refused, undecided or in doubt. */
  tell(): void {
    this.#opened = undefined;
    for (const answer of this.#listening) answer.write(this.#event());
  }

  #listen(request: IncomingMessage, answer: ServerResponse): void {
    answer.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
    answer.write(this.#event());
    this.#listening.add(answer);
    request.on('close', () => this.#listening.delete(answer));
  }

  #show(place: string, answer: ServerResponse): void {
    const documents = readDocuments(this.#state.kept).map((document) => ({
      slug: document.slug,
      source: document.source,
      title: titleOf(document),
    }));
    const asked = documents.flatMap((document) =>
      scripts.map((script) => ({ document, script, place: `${script}/${document.slug}/` })),
    );
    const found = asked.find((other) => other.place === place);
    const sources = this.#listSources();
    const report = sources.find((source) => place.startsWith(`report/${source}/`));
    const html = found
      ? writeSideBySide(found.document, found.script, this.#base)
      : report && place === `report/${report}/`
        ? writeReportFrame(report, this.#base)
        : report && place === `report/${report}/page/`
          ? this.#state.writeReport(report)
          : undefined;
    const status = html !== undefined || place === '' ? 200 : 404;
    answer.writeHead(status, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' });
    answer.end(html ?? writeDevIndex(documents, sources, this.#base));
  }

  /** The sources as they are now, refused ones too. */
  #listSources(): string[] {
    try {
      return readSourceFolders(this.#state.content).map(({ id }) => id);
    } catch {
      return [];
    }
  }

  #event(): string {
    const { refusals, remarks } = this.#state;
    return `data: ${JSON.stringify({ refusals, remarks })}\n\n`;
  }
}
