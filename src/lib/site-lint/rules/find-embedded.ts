import type { Rule } from '../linted.ts';

const embedding = new Set([
  ...['iframe', 'frame', 'frameset', 'object', 'embed', 'applet', 'portal', 'fencedframe', 'base', 'marquee'],
  // In SVG and MathML: what changes links, or brings other markup in.
  ...['animate', 'animatetransform', 'set', 'foreignobject', 'annotation-xml', 'handler', 'listener'],
]);
/** What a page may say in place of its host. */
const stated = /^(?:content-security-policy|content-type)$/i;

/** No page inside a page, no other base for its links, and no page that goes on by itself. */
export const findEmbedded: Rule = ({ name, attributes }) => {
  const equivalent = attributes.get('http-equiv');
  if (equivalent !== undefined && !stated.test(equivalent.trim()))
    return [
      {
        attribute: 'http-equiv',
        rule: 'site/embedded',
        found: `http-equiv="${equivalent}"`,
        expected: 'a page that stays',
      },
    ];
  return embedding.has(name)
    ? [{ rule: 'site/embedded', found: `<${name}>`, expected: 'elements of the page itself' }]
    : [];
};
