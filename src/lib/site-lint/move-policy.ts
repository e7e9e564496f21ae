import { createHash } from 'node:crypto';

/**
 * A page with its Content-Security-Policy right behind its character set, which stands first, and with no hash in it but
 * those of what stands in the page. Astro writes the policy at the end of `<head>`, and it says nothing of what stands
 * before it (CSP 3, 3.3); it also names every script that is a file, which the site's own may be anyway.
 */
export function movePolicy(html: string): string {
  const policy = /[ \t]*<meta http-equiv="content-security-policy" content="[^"]*">/i;
  const charset = /<meta charset="utf-8"\/?>/i;
  const found = policy.exec(html)?.[0];
  if (!found || !charset.test(html)) return html;
  const rest = html.replace(policy, '');
  const hashes = hashesOf(rest);
  const needed = found.trim().replace(/ 'sha256-[^']+'/g, (source) => (hashes.has(source) ? source : ''));
  // A function: `$` in a replacement would mean something.
  return rest.replace(charset, (first) => first + needed);
}

/** The sources that allow what stands in a page between the tags of a script or a style. */
function hashesOf(html: string): Set<string> {
  const inline = html.matchAll(/<(script|style)\b[^>]*>([\s\S]*?)<\/\1\s*>/gi);
  return new Set(
    [...inline].flatMap(([, , text = '']) =>
      text === '' ? [] : [` 'sha256-${createHash('sha256').update(text).digest('base64')}'`],
    ),
  );
}
