import { hashOf } from '../hash-of.ts';
import type { Rule } from '../linted.ts';
import { hasHash } from '../read-policy.ts';

/** What stands in a style is known to the policy by its hash; no element has one of its own. */
export const findInlineStyles: Rule = ({ name, attributes, text }, { policy }) => {
  const style = attributes.get('style');
  if (style !== undefined)
    return [
      {
        attribute: 'style',
        rule: 'site/inline-style',
        found: `style="${style}"`,
        expected: 'a rule of a style sheet',
      },
    ];
  if (name !== 'style' || hasHash(policy, 'style-src', hashOf(text))) return [];
  return [
    {
      rule: 'site/inline-style',
      found: `<style> with ${JSON.stringify(text.slice(0, 40))}`,
      expected: `'sha256-${hashOf(text)}' in the policy, or a file`,
    },
  ];
};
