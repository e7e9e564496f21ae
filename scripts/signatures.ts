import { spawnSync } from 'node:child_process';
import { readSignatures } from './signatures/read-signatures.ts';

/*
 * Ask the registry whether what is installed is what it signed. One that signs nothing, and a network that does not reach
 * the keys, say nothing of the packages: the lock file has the hash of each. A signature that does not fit is an error.
 */
const { stdout, stderr, error } = spawnSync(
  'npm',
  ['audit', 'signatures', '--json', '--fetch-retries', '1'],
  {
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
    shell: process.platform === 'win32',
  },
);
const { verdict, message } = readSignatures(error ? String(error) : stdout || stderr);
if (verdict === 'wrong') {
  console.error(message);
  process.exitCode = 1;
} else console.log(message);
