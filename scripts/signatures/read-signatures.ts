interface Signed {
  readonly name: string;
  readonly version: string;
}

export interface Signatures {
  readonly verdict: 'verified' | 'unknown' | 'wrong';
  /** In a sentence, or a line a package. */
  readonly message: string;
}

/** What npm says where a registry gives no keys to check by. */
const notOffered = /found no dependencies to audit that were installed from a supported registry/;
/** Codes of a network that does not get there. */
const outOfReach =
  /^(?:ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ENETUNREACH|EHOSTUNREACH|ETIMEDOUT|ERR_SOCKET_TIMEOUT)$/;

/**
 * Read what `npm audit signatures --json` printed. Its exit code is 1 for a registry without signatures, for a network that
 * fails and for a signature that does not fit: only what it prints tells them apart. Whatever else it prints is wrong.
 */
export function readSignatures(printed: string): Signatures {
  let report: {
    readonly invalid?: readonly Signed[];
    readonly missing?: readonly Signed[];
    readonly error?: { readonly code?: string; readonly summary?: string };
  };
  try {
    report = JSON.parse(printed.slice(printed.indexOf('{')));
  } catch {
    return { verdict: 'wrong', message: `Unexpected answer of npm: ${printed.slice(0, 500)}` };
  }
  const { invalid, missing, error } = report;
  if (invalid && missing) {
    const lines = [
      ...invalid.map(({ name, version }) => `${name} ${version} has a signature that does not fit.`),
      ...missing.map(
        ({ name, version }) => `${name} ${version} has no signature, though its registry signs.`,
      ),
    ];
    return lines.length > 0
      ? { verdict: 'wrong', message: lines.join('\n') }
      : { verdict: 'verified', message: 'Every package is what its registry signed.' };
  }
  if (notOffered.test(error?.summary ?? ''))
    return { verdict: 'unknown', message: 'The registry offers no signatures: not checked.' };
  if (outOfReach.test(error?.code ?? ''))
    return { verdict: 'unknown', message: 'The keys of the signatures cannot be reached: not checked.' };
  return {
    verdict: 'wrong',
    message: `Unexpected answer of npm: ${error?.summary ?? printed.slice(0, 500)}`,
  };
}
