/** Why something was not saved. */
export type Reason =
  /** Nobody answered. */
  | { readonly why: 'unreachable' }
  /** The server answered otherwise than with the file: 404, 500. */
  | { readonly why: 'status'; readonly status: number; readonly path: string }
  /** What came is not what the manifest names: a page of the network's own, a cut body, another version. */
  | { readonly why: 'content'; readonly path: string }
  /** The device has no room left for it. */
  | { readonly why: 'room' }
  /** The worker itself was not to be had. */
  | { readonly why: 'worker' }
  /** The browser keeps nothing here. */
  | { readonly why: 'refused' };

/** How saving stands. Sizes are bytes as served. */
export type OfflineState =
  | { readonly kind: 'saving'; readonly share: number }
  | {
      readonly kind: 'saved';
      readonly served: number;
      readonly edition: string;
      /** Whether everything that can be saved is. */
      readonly isWhole: boolean;
    }
  | { readonly kind: 'failed'; readonly reason: Reason }
  /** Nothing is kept: the reader, or who publishes the site, does not want it. */
  | { readonly kind: 'off' };

/** What a page asks of the worker. */
export type Wish =
  /** Save what is wanted, and say how it stands. */
  | { readonly ask: 'keep' }
  /** From now on these groups are wanted: save them. */
  | { readonly ask: 'choose'; readonly groups: readonly string[] }
  /** A new version that waits is to take over. */
  | { readonly ask: 'take-over' }
  /** Throw everything away, and keep nothing any more. */
  | { readonly ask: 'remove' };

/** What the worker tells all pages. */
export type Report =
  | {
      readonly tell: 'state';
      readonly state: OfflineState;
      /** Where the reader chooses: the groups there are with their bytes as served, and those that were chosen. */
      readonly choice?: {
        readonly groups: Readonly<Record<string, number>>;
        readonly chosen: readonly string[];
      };
    }
  /** A new version was not saved whole: the one in use stays. */
  | { readonly tell: 'update-failed'; readonly reason: Reason };
