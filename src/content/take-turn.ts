import { setImmediate } from 'node:timers/promises';

/** Let others of the thread go on that wait for something, every now and then: the search index is made beside. */
export async function takeTurn(): Promise<void> {
  if (performance.now() - lastTurn < longest) return;
  await setImmediate();
  lastTurn = performance.now();
}
let lastTurn = 0;
/** Milliseconds. */
const longest = 10;
