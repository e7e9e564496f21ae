/**
 * A page with its Content-Security-Policy right behind its character set, which stands first. Astro writes it at the end
 * of `<head>`, and a policy says nothing of what stands before it (CSP 3, 3.3).
 */
export function movePolicy(html: string): string {
  const policy = /[ \t]*<meta http-equiv="content-security-policy" content="[^"]*">/i;
  const charset = /<meta charset="utf-8"\/?>/i;
  const found = policy.exec(html)?.[0];
  if (!found || !charset.test(html)) return html;
  // A function: `$` in a replacement would mean something.
  return html.replace(policy, () => '').replace(charset, (first) => first + found.trim());
}
