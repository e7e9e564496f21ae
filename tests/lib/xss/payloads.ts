import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = 'tests/fixtures/xss';

export interface Technique {
  readonly name: string;
  readonly payloads: readonly string[];
}

/**
 * The payloads of `tests/fixtures/xss`, by technique: one a line, what begins with `# ` is a comment. `⟦U+200B⟧` stands
 * for the character, so that no editor shows, hides or changes it.
 */
export const techniques: readonly Technique[] = readdirSync(folder)
  .sort()
  .map((file) => ({
    name: file.replace(/\.txt$/, ''),
    payloads: readFileSync(join(folder, file), 'utf8')
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('# '))
      .map((line) =>
        line.replace(/⟦U\+([0-9A-F]{4,6})⟧/g, (_, code) => String.fromCodePoint(Number.parseInt(code, 16))),
      ),
  }));

export const payloads: readonly string[] = techniques.flatMap((technique) => technique.payloads);
