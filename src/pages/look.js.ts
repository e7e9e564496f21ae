import { applyLook } from '../client/look/apply-look.ts';
import { settingKey } from '../client/settings.ts';
import { lookSetting, looks } from '../lib/reader/looks.ts';

/** What must run before anything is painted, or a reader in the dark sees a flash of white: small, no module, in the head. */
export function GET(): Response {
  const given = [looks, settingKey(lookSetting)].map((value) => JSON.stringify(value)).join(',');
  return new Response(`(${applyLook})(${given});\n`, {
    headers: { 'Content-Type': 'text/javascript; charset=utf-8' },
  });
}
