let whole: Promise<void> = Promise.resolve();

/** When the text in the page is of one script: what reads it or marks it waits for that. */
export function textIsWhole(): Promise<void> {
  return whole;
}

/** Begin to change the text part by part. @returns what says that it is whole again */
export function beginChange(): () => void {
  let end: () => void = () => {};
  whole = new Promise((resolve) => {
    end = resolve;
  });
  return () => end();
}
