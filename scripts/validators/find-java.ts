import { spawnSync } from 'node:child_process';

/** What a validator that needs Java says where there is none. */
export const withoutJava =
  'Java is missing: not checked. Install Java (on Debian: apt-get install default-jre-headless).';

/** Whether Java can be run. */
export function hasJava(): boolean {
  return spawnSync('java', ['-version']).status === 0;
}
