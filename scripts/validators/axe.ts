import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

/** A rule that elements of a page break. */
export interface Violation {
  readonly id: string;
  readonly help: string;
  /** Selectors of the first of them. */
  readonly targets: readonly string[];
}

/** The levels of WCAG 2.2 that the site keeps, and axe’s own advice. */
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

let source: string | undefined;

/** What axe-core finds in a page as it is now. @param rules only these, of all */
export async function findViolations(page: Page, rules?: readonly string[]): Promise<Violation[]> {
  source ??= readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  // By evaluation: the site’s policy lets in no script from elsewhere.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(source);
  return page.evaluate(
    async (runOnly) => {
      interface Found {
        readonly id: string;
        readonly help: string;
        readonly nodes: readonly { readonly target: unknown }[];
      }
      const { axe } = window as unknown as {
        axe: { run(options: object): Promise<{ violations: Found[] }> };
      };
      // Only what is broken is looked at in full: most of the time of a run is the rest.
      const { violations } = await axe.run({ runOnly, resultTypes: ['violations'] });
      return violations.map(({ id, help, nodes }) => ({
        id,
        help,
        targets: nodes.slice(0, 4).map(({ target }) => String(target)),
      }));
    },
    rules ? { type: 'rule', values: [...rules] } : { type: 'tag', values: tags },
  );
}
