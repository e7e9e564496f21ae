/**
 * Call back when the reader has moved: at most once a frame, or, with `settled`, when they have come to rest.
 * @param stay for as long as which it is done
 */
export function onReading(act: () => void, stay: AbortSignal, settled?: 'settled'): void {
  let waiting: ReturnType<typeof setTimeout> | number | undefined;
  const run = () => {
    waiting = undefined;
    if (!stay.aborted) act();
  };
  const schedule = () => {
    if (settled) {
      clearTimeout(waiting);
      waiting = setTimeout(run, restAfter);
    } else waiting ??= requestAnimationFrame(run);
  };
  // In capture: a text that is set vertically moves in its own frame.
  addEventListener('scroll', schedule, { passive: true, capture: true, signal: stay });
  addEventListener('resize', schedule, { passive: true, signal: stay });
  schedule();
}
/** Milliseconds without a move after which a reader reads; browsers allow an address to change some times a minute. */
const restAfter = 250;
