import type { Problem } from '../import/problem.ts';
import { findPolicyFaults, isPolicy } from './find-policy-faults.ts';
import type { Finding, LintedElement, LintedPage, Rule } from './linted.ts';
import { toPageElements } from './page-elements.ts';
import { readPolicy } from './read-policy.ts';
import { findEmbedded } from './rules/find-embedded.ts';
import { findHandlers } from './rules/find-handlers.ts';
import { findInlineScripts } from './rules/find-inline-scripts.ts';
import { findInlineStyles } from './rules/find-inline-styles.ts';
import { findOpeners } from './rules/find-openers.ts';
import { findSendingForms } from './rules/find-sending-forms.ts';
import { findStrangeAddresses } from './rules/find-strange-addresses.ts';
import { toXmlElements } from './xml-elements.ts';

const rules: readonly Rule[] = [
  findHandlers,
  findStrangeAddresses,
  findInlineScripts,
  findInlineStyles,
  findSendingForms,
  findEmbedded,
  findOpeners,
];

/** What a lint knows of a file. */
export interface LintedFile {
  /** As messages name it. */
  readonly file: string;
  /** Its path below the root, under which it is published. */
  readonly path: string;
  /** The site's own address, where it knows it. */
  readonly site: string | undefined;
}

/** A host that is none, for a site that does not know its own. */
const nowhere = 'https://site.invalid';

/** What is active in a page of HTML, and should not be: nothing a page loads, runs or follows is other than the site's. */
export function lintPage(html: string, file: LintedFile): Problem[] {
  const short = shortenText(html);
  const lint = (isPlaced: boolean, runsScripts: boolean) => {
    const elements = toPageElements(isPlaced ? html : short, isPlaced, runsScripts);
    return [
      ...findPolicyFaults(elements).map(({ element, finding }) => toProblem(file, finding, element)),
      ...lintElements(elements, file),
    ];
  };
  // Places are asked for only where there is something to be placed: reading them takes longer.
  const lintFast = (runsScripts: boolean) =>
    lint(false, runsScripts).length > 0 ? lint(true, runsScripts) : [];
  const problems = lintFast(true);
  // A browser without scripts reads another page.
  return problems.length === 0 && /<noscript/i.test(html) ? lintFast(false) : problems;
}

/**
 * A page with one character for many of its text: to a tokenizer of HTML they are all the same, in every state. Only runs
 * after `>` or white space as HTML has it, where no name of an element goes on: names stay different that are; and none in
 * scripts and styles, which are held to their hashes. Whatever is found is looked for in the page itself.
 */
function shortenText(html: string): string {
  return html.replace(
    /<(script|style)\b[\s\S]*?<\/\1|(?<=[>\t\n\f\r ])[0-9\u2014\u2018-\u201D\u2026\u2E80-\u9FFF\uFF00-\uFFEF]{2,}/gi,
    (found) => (found.startsWith('<') ? found : '中'),
  );
}

/** The same of a file of XML: a page of an EPUB, a picture. They have no policy of their own. */
export function lintXml(xml: string, file: LintedFile): Problem[] {
  const read = toXmlElements(xml);
  if ('unexpectedAt' in read) {
    const { unexpectedAt: position, found } = read;
    return [
      toProblem(file, { rule: 'site/xml', found, expected: 'tags and text' }, { place: () => position }),
    ];
  }
  return lintElements(read, file);
}

function lintElements(elements: readonly LintedElement[], file: LintedFile): Problem[] {
  const policy = elements.find(isPolicy)?.attributes.get('content');
  const own = file.site ?? nowhere;
  const page: LintedPage = {
    address: new URL(file.path, `${own}/`),
    own: new Set([new URL(own).origin]),
    policy: policy === undefined ? undefined : readPolicy(policy),
  };
  return elements.flatMap((element) =>
    rules.flatMap((rule) => rule(element, page).map((finding) => toProblem(file, finding, element))),
  );
}

function toProblem(
  { file }: LintedFile,
  { attribute, rule, found, expected }: Finding,
  element?: Pick<LintedElement, 'place'>,
): Problem {
  const position = element?.place(attribute);
  return { file, ...(position && { position }), rule, message: `Unexpected ${found}, expected ${expected}.` };
}
