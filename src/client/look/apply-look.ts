/**
 * Give the page the look that its reader chose. Runs before anything is painted, as a script of its own made of this
 * function’s text (`src/pages/look.js.ts`): it may use nothing but what it is given.
 * @param looks see `looks`; what is none of its values is as if nothing were chosen
 * @param setting where the choice is kept
 * @param unkept the choice, where a browser refuses to keep it
 */
export function applyLook(
  looks: Readonly<Record<string, readonly string[]>>,
  setting: string,
  unkept = '',
): void {
  const { dataset } = document.documentElement;
  let stored: string | null = unkept;
  try {
    stored ||= localStorage.getItem(setting);
  } catch {}
  const chosen = new URLSearchParams(stored ?? '');
  for (const [name, values] of Object.entries(looks)) {
    const value = chosen.get(name) ?? '';
    if (values.indexOf(value) > 0) dataset[name] = value;
    else delete dataset[name];
  }
}
