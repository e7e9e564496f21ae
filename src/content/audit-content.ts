import { type Audit, auditText } from '../lib/script/audit-text.ts';
import { formatAudit } from '../lib/script/format-audit.ts';
import { readScriptExceptions } from './content-files.ts';
import { listTexts } from './list-texts.ts';
import type { SiteContent } from './read-content.ts';
import { takeTurn } from './take-turn.ts';

/** Compare the conversion of every text with independent readings; see `auditText`. */
export async function auditContent(content: SiteContent) {
  const exceptions = readScriptExceptions(content.folder);
  const audits: (Audit & { readonly place: string })[] = [];
  for (const { place, text, language } of listTexts(content)) {
    const audit = auditText(text, language, exceptions);
    // Of nearly all there is nothing to say.
    if (audit.disagreements.length + audit.overrulings.length > 0) audits.push({ place, ...audit });
    await takeTurn();
  }
  return formatAudit(
    audits.flatMap(({ place, disagreements }) => disagreements.map((found) => ({ ...found, place }))),
    audits.flatMap(({ place, overrulings }) => overrulings.map((found) => ({ ...found, place }))),
    exceptions,
  );
}
