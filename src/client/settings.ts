/** The name under which a browser keeps a setting; other sites of the same host have theirs. */
export const settingKey = (name: string) => `duben.${name}`;

/** Remember a reader's choice. A browser that refuses storage forgets it. @returns whether it was kept */
export function storeSetting(name: string, value: string | undefined): boolean {
  try {
    if (value) localStorage.setItem(settingKey(name), value);
    else localStorage.removeItem(settingKey(name));
    return true;
  } catch {
    return false;
  }
}

/** What a reader chose before, if anything. */
export function readSetting(name: string): string | null {
  try {
    return localStorage.getItem(settingKey(name));
  } catch {
    return null;
  }
}

/** Call back when another page of the site changes a setting, or all are cleared. */
export function onSettingChanged(name: string, act: () => void, stay: AbortSignal): void {
  addEventListener('storage', ({ key }) => (key === settingKey(name) || key === null) && act(), {
    signal: stay,
  });
}
