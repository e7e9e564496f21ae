import { checkGrammar } from './grammar.ts';
import type { Built, Validation } from './validator.ts';

/** Hold the TEI files to the grammar of what this site writes. */
export async function validateTei({ dist, files }: Built): Promise<Validation> {
  const tei = files.filter((file) => file.endsWith('.tei.xml'));
  return { files: tei.length, findings: await checkGrammar('src/schemas/tei.rng', dist, tei, 'tei/grammar') };
}
