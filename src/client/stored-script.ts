const key = 'duben.script';

/** Remember the script a reader chose. A browser that refuses storage forgets it: nothing else depends on it. */
export function storeScript(script: string | undefined): void {
  try {
    if (script) localStorage.setItem(key, script);
  } catch {}
}

/** The script a reader chose before, if any. */
export function storedScript(): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}
