import { spawn } from 'node:child_process';
import { resolve } from 'node:path';

/** Open a file with the system's own program for it; false where there is none, or no screen. */
export function openFile(file: string): Promise<boolean> {
  const { platform, env } = process;
  if (platform === 'linux' && !env.DISPLAY && !env.WAYLAND_DISPLAY) return Promise.resolve(false);
  const [command, ...given] =
    platform === 'darwin' ? ['open'] : platform === 'win32' ? ['cmd', '/c', 'start', ''] : ['xdg-open'];
  return new Promise((done) => {
    const opener = spawn(command as string, [...given, resolve(file)], { detached: true, stdio: 'ignore' });
    opener.once('error', () => done(false));
    opener.once('spawn', () => {
      opener.unref();
      done(true);
    });
  });
}
