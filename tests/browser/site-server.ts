import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer, type Server, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** How a path is answered in place of its file: as a server, a network or a cache between may. */
export type Fault = (response: ServerResponse, content: Buffer) => void;

export const faults = {
  status:
    (code: number): Fault =>
    (response) =>
      response.writeHead(code).end('not the file'),
  /** Well answered, by somebody else: a network's sign-in page. */
  otherBody: ((response) => response.writeHead(200).end('<p>Please sign in.</p>')) as Fault,
  /** Cut off in the middle: the connection ends before what was announced. */
  cutBody: ((response, content) => {
    response.writeHead(200, { 'content-length': content.length });
    response.write(content.subarray(0, content.length / 2), () => response.destroy());
  }) as Fault,
  /** Cut short, but said to be whole. */
  shortBody: ((response, content) =>
    response.writeHead(200).end(content.subarray(0, content.length / 2))) as Fault,
};

/** A static host of a folder under a path, which can be stopped, made slow, and made to fail. */
export interface SiteServer {
  readonly url: string;
  /** The folder it serves from now on. */
  folder: string;
  /** Milliseconds before each answer. */
  delay: number;
  readonly faults: Map<string, Fault>;
  /** The paths under the root that were asked for. */
  readonly asked: string[];
  stop(): Promise<void>;
  start(): Promise<void>;
}

/**
 * What a host makes of an address that is no file's:
 * - `host` answers `…/` with its `index.html`, and leads from a folder's name to that;
 * - `redirects index` does, and leads from `…/index.html` to `…/` too;
 * - `index documents` is an object store that knows nothing of folders, but answers `…/` with the file `…/index.html`;
 * - `exact keys` is one that has files by their whole names, and nothing else.
 */
export type Host = 'host' | 'redirects index' | 'index documents' | 'exact keys';

/**
 * Serve a folder.
 * @param base a path that starts and ends with a slash
 */
export async function serveFolder(folder: string, base = '/', host: Host = 'host'): Promise<SiteServer> {
  let server: Server | undefined;
  let port = 0;
  const site: SiteServer = {
    get url() {
      return `http://127.0.0.1:${port}${base}`;
    },
    folder,
    delay: 0,
    faults: new Map(),
    asked: [],
    start: async () => {
      const started = createServer(({ url = '', headers }, response) =>
        setTimeout(() => {
          const { pathname } = new URL(url, 'http://host');
          if (!pathname.startsWith(base)) return response.writeHead(404).end();
          const path = decodeURIComponent(pathname.slice(base.length));
          site.asked.push(path);
          if (host === 'redirects index' && path.endsWith('index.html'))
            return response.writeHead(308, { location: pathname.slice(0, -'index.html'.length) }).end();
          const isIndex = host !== 'exact keys' && (path.endsWith('/') || path === '');
          const file = join(site.folder, isIndex ? `${path}index.html` : path);
          if (!existsSync(file)) return response.writeHead(404).end();
          const isStore = host === 'exact keys' || host === 'index documents';
          if (statSync(file).isDirectory())
            return isStore
              ? response.writeHead(404).end()
              : response.writeHead(301, { location: `${pathname}/` }).end();
          const content = readFileSync(file);
          const fault = site.faults.get(path);
          if (fault) return fault(response, content);
          const isZipped = String(headers['accept-encoding']).includes('gzip');
          response.writeHead(200, {
            'content-type': typeOf(file),
            ...(isZipped ? { 'content-encoding': 'gzip' } : {}),
          });
          return response.end(isZipped ? gzipSync(content, { level: 1 }) : content);
        }, site.delay),
      );
      server = started;
      await new Promise<void>((resolve) => started.listen(port, '127.0.0.1', resolve));
      const address = started.address();
      port = typeof address === 'object' && address ? address.port : port;
    },
    stop: async () => {
      const stopped = server;
      server = undefined;
      stopped?.closeAllConnections();
      await new Promise((resolve) => (stopped ? stopped.close(resolve) : resolve(undefined)));
    },
  };
  await site.start();
  return site;
}

function typeOf(file: string): string {
  const types: Record<string, string> = {
    html: 'text/html; charset=utf-8',
    js: 'text/javascript',
    css: 'text/css',
    json: 'application/json',
    svg: 'image/svg+xml',
    webmanifest: 'application/manifest+json',
    png: 'image/png',
  };
  return types[file.slice(file.lastIndexOf('.') + 1)] ?? 'text/plain; charset=utf-8';
}
