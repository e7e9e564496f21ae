import { validateAccessibility } from './accessibility.ts';
import { validateEpub } from './epub.ts';
import { validateFeed } from './feed.ts';
import { validateHtml } from './html.ts';
import { validateJsonLd } from './json-ld.ts';
import { validateLinks } from './links.ts';
import { validateSchemas } from './schemas.ts';
import { validateSupplyChain } from './supply-chain.ts';
import { validateTei } from './tei.ts';
import type { Validator } from './validator.ts';

/** Every validator by the name it is asked for, the quick ones first. */
export const validators: Readonly<Record<string, Validator>> = {
  'supply-chain': () => validateSupplyChain(),
  links: validateLinks,
  schemas: validateSchemas,
  feed: validateFeed,
  'json-ld': validateJsonLd,
  tei: validateTei,
  html: validateHtml,
  epub: validateEpub,
  accessibility: validateAccessibility,
};
