import type { Rule } from '../linted.ts';

/** A page that opens in a window of its own does not get hold of this one. */
export const findOpeners: Rule = ({ attributes }) => {
  const target = attributes.get('target') ?? attributes.get('formtarget');
  if (target === undefined || /^_(?:self|parent|top)$/i.test(target)) return [];
  if (/(?:^|\s)noopener(?:\s|$)/i.test(attributes.get('rel') ?? '')) return [];
  return [
    {
      attribute: 'target',
      rule: 'site/opener',
      found: `target="${target}"`,
      expected: 'rel="noopener" with it',
    },
  ];
};
