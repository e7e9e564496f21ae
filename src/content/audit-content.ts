import { auditText } from '../lib/script/audit-text.ts';
import { formatAudit } from '../lib/script/format-audit.ts';
import { readScriptExceptions } from './content-files.ts';
import { listTexts } from './list-texts.ts';
import type { SiteContent } from './read-content.ts';

/** Compare the conversion of every text with independent readings; see `auditText`. */
export function auditContent(content: SiteContent) {
  const exceptions = readScriptExceptions(content.folder);
  const audits = listTexts(content).map(({ place, text, language }) => ({
    place,
    ...auditText(text, language, exceptions),
  }));
  return formatAudit(
    audits.flatMap(({ place, disagreements }) => disagreements.map((found) => ({ ...found, place }))),
    audits.flatMap(({ place, overrulings }) => overrulings.map((found) => ({ ...found, place }))),
    exceptions,
  );
}
