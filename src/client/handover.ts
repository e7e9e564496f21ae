/** Leave something for the next page of this tab. A browser that refuses storage loses it. */
export function handOver(name: string, value: unknown): void {
  try {
    sessionStorage.setItem(`duben.${name}`, JSON.stringify(value));
  } catch {}
}

/** Take what the page before has left: once. */
export function takeOver<Value>(name: string): Value | undefined {
  try {
    const left: Value | null = JSON.parse(sessionStorage.getItem(`duben.${name}`) ?? 'null');
    sessionStorage.removeItem(`duben.${name}`);
    return left ?? undefined;
  } catch {
    return undefined;
  }
}
