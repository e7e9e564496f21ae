import { readingPlace } from './reading-place.ts';

/** Told of the block a reader is at, which is measured once for all who ask. */
type Follower = (place: HTMLElement | undefined) => void;

const moving = new Set<Follower>();
const resting = new Set<Follower>();
let frame: number | undefined;
let rest: ReturnType<typeof setTimeout> | undefined;

/**
 * Call back when the reader has moved: at most once a frame, or, with `settled`, when they have come to rest.
 * @param stay for as long as which it is done
 */
export function onReading(act: Follower, stay: AbortSignal, settled?: 'settled'): void {
  const followers = settled ? resting : moving;
  followers.add(act);
  stay.addEventListener('abort', () => followers.delete(act));
  schedule();
}

function schedule(): void {
  if (moving.size + resting.size === 0) return;
  if (frame === undefined)
    frame = requestAnimationFrame(() => {
      frame = undefined;
      tell(moving);
    });
  clearTimeout(rest);
  rest = setTimeout(() => tell(resting), restAfter);
}
/** Milliseconds without a move after which a reader reads; browsers allow an address to change some times a minute. */
const restAfter = 250;

function tell(followers: ReadonlySet<Follower>): void {
  const place = readingPlace();
  for (const follower of followers) follower(place);
}

// In capture: a text that is set vertically moves in its own frame.
addEventListener('scroll', schedule, { passive: true, capture: true });
addEventListener('resize', schedule, { passive: true });
