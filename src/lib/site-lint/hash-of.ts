import { createHash } from 'node:crypto';

/** The SHA-256 of a text in base64, as a policy has it. */
export function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('base64');
}
