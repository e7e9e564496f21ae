/**
 * From page to page, where a browser can, a short fade; not for those who do not want to see things move. Inline in every
 * page (its hash is in the policy): a browser decides on it before a file of styles is there.
 */
export const pageTransition =
  '@media (prefers-reduced-motion: no-preference){@view-transition{navigation:auto}}';
