import type { Rule } from '../linted.ts';

/** No attribute is a program. */
export const findHandlers: Rule = ({ attributes }) =>
  [...attributes.keys()]
    .filter((name) => /^on/i.test(name))
    .map((attribute) => ({
      attribute,
      rule: 'site/handler',
      found: attribute,
      expected: 'no attribute that is a program',
    }));
