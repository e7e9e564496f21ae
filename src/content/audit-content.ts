import { auditText } from '../lib/script/audit-text.ts';
import { formatAudit } from '../lib/script/format-audit.ts';
import { readScriptExceptions } from './content-files.ts';
import { listTexts } from './list-texts.ts';

/** Compare the conversion of every text with independent readings; see `auditText`. */
export function auditContent(content: string) {
  const exceptions = readScriptExceptions(content);
  const disagreements = listTexts(content).flatMap(({ place, text, language }) =>
    auditText(text, language, exceptions).map((found) => ({ ...found, place })),
  );
  return formatAudit(disagreements, exceptions);
}
