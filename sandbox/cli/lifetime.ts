import { fstatSync } from 'node:fs';

export interface LifetimeOptions {
  /** Stops after this long without a request. */
  readonly idleMinutes: number;
  /** Stops after this long in any case. */
  readonly forSeconds?: number;
}

export interface Lifetime {
  /** Somebody used the server: the idle time starts afresh. */
  touch(): void;
  /** Settles once, with the reason in words, when it is time to stop. */
  readonly over: Promise<string>;
  /** Lets go of timers, signals and input; the process may then end. */
  stop(): void;
}

/** A server that nobody stops must stop by itself: on Ctrl-C, at the end of its input, when idle, or when its time is up. */
export function createLifetime({ idleMinutes, forSeconds }: LifetimeOptions): Lifetime {
  let end: (why: string) => void = () => undefined;
  const over = new Promise<string>((resolve) => (end = resolve));

  let idle: NodeJS.Timeout;
  const touch = (): void => {
    clearTimeout(idle);
    idle = setTimeout(
      () => end(`nobody asked for anything for ${idleMinutes} minutes`),
      idleMinutes * 60_000,
    );
  };
  touch();
  const limit =
    forSeconds === undefined
      ? undefined
      : setTimeout(() => end(`the ${forSeconds} seconds are over`), forSeconds * 1000);

  const onSignal = (): void => end('you stopped it');
  process.once('SIGINT', onSignal).once('SIGTERM', onSignal);
  const unwatch = watchInput(() => end('its input was closed'));
  return {
    touch,
    over,
    stop() {
      clearTimeout(idle);
      clearTimeout(limit);
      process.off('SIGINT', onSignal).off('SIGTERM', onSignal);
      unwatch();
    },
  };
}

/** Only a pipe says by closing that whoever started this is gone; a terminal has Ctrl-C, and a null device says nothing. */
function watchInput(onEnd: () => void): () => void {
  let isPipe = false;
  try {
    const input = fstatSync(0);
    isPipe = input.isFIFO() || input.isSocket();
  } catch {
    // There is no input at all.
  }
  if (!isPipe) return () => undefined;
  process.stdin.once('end', onEnd).once('close', onEnd).resume();
  return () => void process.stdin.off('end', onEnd).off('close', onEnd).destroy();
}
