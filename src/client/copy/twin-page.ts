/** The same for a copy, in which no page can be fetched: the link to the other script is followed. */
export async function fetchTwin(): Promise<undefined> {
  return undefined;
}

export function showTwin(): boolean {
  return false;
}
