const prefix = 'duben.';

/** Remember a reader's choice. A browser that refuses storage forgets it: nothing else depends on it. */
export function storeSetting(name: string, value: string | undefined): void {
  try {
    if (value) localStorage.setItem(prefix + name, value);
    else localStorage.removeItem(prefix + name);
  } catch {}
}

/** What a reader chose before, if anything. */
export function readSetting(name: string): string | null {
  try {
    return localStorage.getItem(prefix + name);
  } catch {
    return null;
  }
}
