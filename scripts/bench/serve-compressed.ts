import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { gzipSync } from 'node:zlib';

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
};

/** What search fetches: code, texts, index. Not the page, its style and the code that every page has. */
export const searchFiles =
  /^(?!.*\/(?:ScriptToggle|reading-place|address-id|settings)\.).*\.(?:js|json|pagefind|pf_\w+)$/;

export interface CompressedServer {
  readonly url: string;
  /** The bytes of the bodies sent since this was last asked, as compressed, of files whose path fits, up to a time. */
  takeBytes(path?: RegExp, until?: number): number;
  stop(): void;
}

/** Serve a folder as a static host does: text compressed by gzip, files that are compressed already as they are. */
export async function serveCompressed(folder: string): Promise<CompressedServer> {
  let sent: { path: string; bytes: number; at: number }[] = [];
  const compressed = new Map<string, Buffer>();
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://site').pathname);
    let file = join(folder, path);
    if (existsSync(file) && statSync(file).isDirectory()) file = join(file, 'index.html');
    if (!existsSync(file)) {
      response.writeHead(404).end();
      return;
    }
    const type = types[extname(file)];
    const body =
      compressed.get(file) ?? (type ? gzipSync(readFileSync(file), { level: 9 }) : readFileSync(file));
    compressed.set(file, body);
    sent.push({ path, bytes: body.length, at: Date.now() });
    response.writeHead(200, {
      'content-type': type ?? 'application/octet-stream',
      'cache-control': 'max-age=600',
      ...(type && { 'content-encoding': 'gzip' }),
    });
    response.end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    takeBytes: (path = /./, until = Date.now()) => {
      const taken = sent.filter((body) => path.test(body.path) && body.at <= until);
      sent = [];
      return taken.reduce((sum, { bytes }) => sum + bytes, 0);
    },
    stop: () => void server.close(),
  };
}
