import type { Rule } from '../linted.ts';

/** A form asks a page of the site by its address, which is all that it sends; where it goes is for all addresses. */
export const findSendingForms: Rule = ({ attributes }) =>
  ['method', 'formmethod'].flatMap((attribute) => {
    const method = attributes.get(attribute)?.toLowerCase();
    return method === undefined || method === 'get' || method === 'dialog'
      ? []
      : {
          attribute,
          rule: 'site/form',
          found: `${attribute}="${method}"`,
          expected: 'a form that sends nothing (get or dialog)',
        };
  });
