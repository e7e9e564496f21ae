import { expect, test } from 'vitest';
import { readSignatures } from '../../scripts/signatures/read-signatures.ts';

const failed = (code: string | null, summary: string) =>
  JSON.stringify({ error: { code, summary, detail: '' } });
const signed = (invalid: readonly string[], missing: readonly string[]) => {
  const list = (names: readonly string[]) => names.map((name) => ({ name, version: '1.0.0' }));
  return JSON.stringify({ invalid: list(invalid), missing: list(missing) });
};

test.each<[string, string, string]>([
  ['all fit', signed([], []), 'verified'],
  ['one does not fit', signed(['a'], []), 'wrong'],
  ['one is missing', signed([], ['a']), 'wrong'],
  [
    'the registry has none',
    failed(null, 'found no dependencies to audit that were installed from a supported registry'),
    'unknown',
  ],
  ['the network does not get there', failed('ENOTFOUND', 'request failed'), 'unknown'],
  [
    'the keys are expired',
    failed('EEXPIREDSIGNATUREKEY', 'a@1.0.0 has a signature with an expired key'),
    'wrong',
  ],
  ['nothing is installed', failed(null, 'found no installed dependencies to audit'), 'wrong'],
  ['npm says something else', 'npm error Unknown command', 'wrong'],
  ['npm says nothing', '', 'wrong'],
])('where %s', (_, printed, verdict) => {
  expect(readSignatures(printed).verdict).toBe(verdict);
});

test('packages that are wrong are named', () => {
  expect(readSignatures(signed(['a'], ['b'])).message).toBe(
    'a 1.0.0 has a signature that does not fit.\nb 1.0.0 has no signature, though its registry signs.',
  );
});
