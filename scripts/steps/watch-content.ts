import { watch } from 'node:fs';

/** What a command writes, and what editors put beside a file while they write it. */
const ignored =
  /^(?:documents|ledger|relations)(?:[/\\]|$)|^permalinks\.json$|(?:^|[/\\])(?:\.|4913$)|~$|\.tmp$/;
/** Milliseconds without a change until it is taken up: editors write a file in several steps. */
const settled = 80;

/** Call back after each change of what an editor writes in a folder of content. */
export function watchContent(content: string, onChange: () => void): void {
  let timer: NodeJS.Timeout | undefined;
  watch(content, { recursive: true }, (_, place) => {
    if (place && ignored.test(place)) return;
    clearTimeout(timer);
    timer = setTimeout(onChange, settled);
  });
}
