import type { Settings } from '../../src/content/settings.ts';
import { elementsOf, readPages, textContent } from './built-pages.ts';
import type { Built, Finding, Validation } from './validator.ts';

/** What a property may hold. */
type Value = 'text' | 'date' | 'language' | 'url' | readonly string[];

/** A type of schema.org, as far as the site uses it. */
interface Term {
  readonly properties: Readonly<Record<string, Value>>;
  readonly required: readonly string[];
}

const creativeWork = {
  name: 'text',
  version: 'text',
  inLanguage: 'language',
  genre: 'text',
  identifier: 'text',
  author: ['Person', 'Organization'],
  sourceOrganization: ['Organization'],
  datePublished: 'date',
  url: 'url',
  isPartOf: ['Collection'],
} as const;

/**
 * Terms of schema.org (its vocabulary, release 29), with what each may hold there; of `Article` those required without
 * which search engines show nothing: a headline, and here what tells one document from another.
 */
const terms: Readonly<Record<string, Term>> = {
  Article: {
    properties: { ...creativeWork, headline: 'text' },
    required: ['headline', 'inLanguage', 'identifier', 'version', 'isPartOf'],
  },
  Collection: { properties: creativeWork, required: ['name', 'version'] },
  Person: { properties: { name: 'text' }, required: ['name'] },
  Organization: { properties: { name: 'text' }, required: ['name'] },
};

const textShapes: Readonly<Record<Exclude<Value, readonly string[]>, RegExp>> = {
  text: /\S/u,
  // ISO 8601: a day, a month or a year.
  date: /^\d{4}(?:-\d{2}(?:-\d{2})?)?$/,
  // BCP 47.
  language: /^[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-[A-Z]{2})?$/,
  url: /^https?:\/\/\S+$/,
};

/** Hold what pages tell search engines to schema.org: known types and properties, values of their kinds, none missing. */
export function validateJsonLd(built: Built): Validation {
  const findings: Finding[] = [];
  const pages = readPages(built).map((page) => ({
    ...page,
    blocks: elementsOf(page.tree).filter(({ properties }) => properties.type === 'application/ld+json'),
  }));
  for (const { file, address, blocks } of pages)
    for (const block of blocks) {
      const start = block.position?.start;
      for (const [rule, message] of checkBlock(textContent(block), address, built.settings))
        findings.push({ file, ...(start && { line: start.line, column: start.column }), rule, message });
    }
  return { files: pages.filter(({ blocks }) => blocks.length > 0).length, findings };
}

type Fault = readonly [rule: string, message: string];

/** What is wrong with a block of JSON-LD on the page at an address under the site's root. */
export function checkBlock(
  json: string,
  address: string,
  { site, base }: Pick<Settings, 'site' | 'base'>,
): Fault[] {
  let data: unknown;
  try {
    data = JSON.parse(json);
  } catch (error) {
    return [['json-ld/json', (error as Error).message]];
  }
  if (!isObject(data)) return [['json-ld/json', 'Unexpected JSON, expected an object.']];
  const { '@context': context, ...node } = data;
  const faults = checkNode(node, '/', ['Article']);
  if (context !== 'https://schema.org')
    faults.push(['json-ld/context', `Unexpected context ${JSON.stringify(context)}, expected schema.org’s.`]);
  // A page in either script tells of the document, whose address is that of its own script.
  const own = site && new URL(base, site).href;
  if (own && !String(node.url).startsWith(own))
    faults.push([
      'json-ld/url',
      `Unexpected address ${node.url} on ${address}, expected an absolute one under ${own}.`,
    ]);
  if (!own && 'url' in node)
    faults.push([
      'json-ld/url',
      `Unexpected address ${node.url}, expected none: the site does not know its own.`,
    ]);
  return faults;
}

function checkNode(value: unknown, path: string, types: readonly string[]): Fault[] {
  if (!isObject(value))
    return [['json-ld/value', `Unexpected value at ${path}, expected ${types.join(' or ')}.`]];
  const { '@type': type, ...properties } = value;
  const term = types.includes(String(type)) ? terms[String(type)] : undefined;
  if (!term) return [['json-ld/type', `Unexpected type ${type} at ${path}, expected ${types.join(' or ')}.`]];
  const missing = term.required.filter((name) => !(name in properties));
  return [
    ...missing.map((name): Fault => ['json-ld/required', `Unexpected ${type} at ${path} without ${name}.`]),
    ...Object.entries(properties).flatMap(([name, given]): Fault[] => {
      const expected = term.properties[name];
      const at = `${path}${name}`;
      if (expected === undefined)
        return [['json-ld/property', `Unexpected property ${at}, which ${type} is not known to have.`]];
      return (Array.isArray(given) ? given : [given]).flatMap((each) => checkValue(each, at, expected));
    }),
  ];
}

function checkValue(value: unknown, path: string, expected: Value): Fault[] {
  if (typeof expected === 'object') return checkNode(value, `${path}/`, expected);
  if (typeof value === 'string' && textShapes[expected].test(value)) return [];
  return [['json-ld/value', `Unexpected ${JSON.stringify(value)} at ${path}, expected a ${expected}.`]];
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
