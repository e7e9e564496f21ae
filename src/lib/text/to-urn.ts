import { sha256 } from './sha256.ts';

/** A UUID of a name (RFC 9562, version 8): what is known by it holds wherever it is published. */
export function toUrn(name: string): string {
  const hex = Array.from(sha256(name).slice(0, 32));
  hex[12] = '8';
  hex[16] = '89ab'[Number.parseInt(hex[16] ?? '0', 16) % 4] ?? '8';
  const text = hex.join('');
  const parts = [text.slice(0, 8), text.slice(8, 12), text.slice(12, 16), text.slice(16, 20), text.slice(20)];
  return `urn:uuid:${parts.join('-')}`;
}
