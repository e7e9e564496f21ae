/** A Content-Security-Policy: for each directive what it lets through. */
export type Policy = ReadonlyMap<string, readonly string[]>;

/** Read a policy. Of a directive that stands twice the first counts (CSP 3, 2.2.1). */
export function readPolicy(content: string): Policy {
  const policy = new Map<string, readonly string[]>();
  for (const directive of content.split(';')) {
    const [name = '', ...sources] = directive.trim().split(/\s+/);
    if (name !== '' && !policy.has(name.toLowerCase())) policy.set(name.toLowerCase(), sources);
  }
  return policy;
}

/** Whether a policy lets what stands in a script or a style through, by its SHA-256 in base64. */
export function hasHash(policy: Policy | undefined, directive: string, hash: string): boolean {
  return policy?.get(directive)?.includes(`'sha256-${hash}'`) ?? false;
}
