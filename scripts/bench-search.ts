import { parseArgs } from 'node:util';
import { benchRivals } from './bench/bench-rivals.ts';
import { benchSynthetic } from './bench/bench-synthetic.ts';
import { benchTiers } from './bench/bench-tiers.ts';
import { openBrowser } from './bench/search-page.ts';

const { values } = parseArgs({
  options: {
    /** Paragraphs of the synthetic collections. */
    sizes: { type: 'string', default: '10000,100000' },
    seed: { type: 'string', default: '20261121' },
  },
});
const sizes = values.sizes.split(',').filter(Boolean).map(Number);

const browser = await openBrowser();
try {
  console.log(`Both tiers on this collection, in Chromium:\n\n${await benchTiers(browser)}\n`);
  console.log(`The usual choices on the same clauses and queries:\n\n${await benchRivals(browser)}\n`);
  if (sizes.length > 0)
    console.log(`The index tier, synthetic:\n\n${await benchSynthetic(browser, sizes, Number(values.seed))}`);
} finally {
  await browser.close();
}
