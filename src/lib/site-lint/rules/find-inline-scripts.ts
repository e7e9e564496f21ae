import { hashOf } from '../hash-of.ts';
import type { Rule } from '../linted.ts';
import { hasHash } from '../read-policy.ts';

/** Data that a script reads: no browser runs it, and a policy says nothing of it. */
const dataTypes = new Set(['application/json', 'application/ld+json']);

/** What stands in a script is data, or is known to the policy by its hash. */
export const findInlineScripts: Rule = ({ name, attributes, text }, { policy }) => {
  // In an SVG a script names its file otherwise.
  const isFile = attributes.has('src') || attributes.has('href') || attributes.has('xlink:href');
  const type = (attributes.get('type') ?? '').trim().toLowerCase();
  if (name !== 'script' || (isFile && text.trim() === '') || dataTypes.has(type)) return [];
  if (!isFile && hasHash(policy, 'script-src', hashOf(text))) return [];
  return [
    {
      rule: 'site/inline-script',
      found: `<script> with ${JSON.stringify(text.slice(0, 40))}`,
      expected: `'sha256-${hashOf(text)}' in the policy, or a file`,
    },
  ];
};
