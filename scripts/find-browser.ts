import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';

/** Where systems keep Chromium and Chrome, in the order they are tried. */
const commands = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const places = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/**
 * The path of a browser for the tests: `CHROMIUM_PATH`, the system's Chromium or Chrome, Playwright's own;
 * undefined where there is none.
 * @throws Error if `CHROMIUM_PATH` names a file that is not there: another browser would not be what was asked.
 */
export function findBrowser(): string | undefined {
  const named = process.env.CHROMIUM_PATH;
  if (named && !existsSync(named))
    throw new Error(`CHROMIUM_PATH names no file: ${named}. Correct it, or leave it out.`);
  return named || findCommand() || [...places, chromium.executablePath()].find((path) => existsSync(path));
}

function findCommand(): string | undefined {
  const which = process.platform === 'win32' ? 'where' : 'which';
  for (const command of commands) {
    const { status, stdout } = spawnSync(which, [command], { encoding: 'utf8' });
    if (status === 0) return stdout.trim().split(/\r?\n/)[0];
  }
  return undefined;
}
