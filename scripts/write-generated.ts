import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * Write generated files: all beside their places first, then all renamed, so that a fault while writing leaves
 * the content as it was. Files of `documents/` and `ledger/` that are generated no more are removed.
 */
export function writeGenerated(content: string, files: ReadonlyMap<string, string>): void {
  const staging = join(content, '.import-staging');
  rmSync(staging, { recursive: true, force: true });
  try {
    for (const [path, text] of files) {
      mkdirSync(dirname(join(staging, path)), { recursive: true });
      mkdirSync(dirname(join(content, path)), { recursive: true });
      writeFileSync(join(staging, path), text);
    }
    for (const path of files.keys()) renameSync(join(staging, path), join(content, path));
    for (const folder of ['documents', 'ledger'])
      for (const name of existsSync(join(content, folder)) ? readdirSync(join(content, folder)) : [])
        if (!files.has(`${folder}/${name}`)) rmSync(join(content, folder, name));
  } finally {
    rmSync(staging, { recursive: true, force: true });
  }
}
