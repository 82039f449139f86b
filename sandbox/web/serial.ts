/** Runs tasks one after the other, in the order they came; a failed task does not stop those behind it. */
export type Serial = <T>(task: () => Promise<T>) => Promise<T>;

/** One clock and one app cannot be moved by two requests at once, so whatever changes the sandbox waits its turn. */
export function createSerial(): Serial {
  let last: Promise<unknown> = Promise.resolve();
  return (task) => {
    const mine = last.then(task, task);
    last = mine.catch(() => undefined);
    return mine;
  };
}
