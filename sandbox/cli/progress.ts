import { Presets, SingleBar } from 'cli-progress';

export interface Progress {
  /** One step done; `at` is the sandbox's instant, epoch milliseconds. */
  step(at: number): void;
  stop(): void;
}

/** A bar on a terminal; nothing where the output goes to a file or a pipe. It is drawn on standard error. */
export function createProgress(total: number, stream: NodeJS.WriteStream = process.stderr): Progress {
  if (!stream.isTTY) return { step: () => undefined, stop: () => undefined };
  const bar = new SingleBar(
    {
      format: ' {bar} {percentage}% | {at} UTC | {value}/{total} hours',
      stream,
      hideCursor: true,
      clearOnComplete: true,
    },
    Presets.shades_classic,
  );
  bar.start(total, 0, { at: '' });
  return {
    step: (at) => bar.increment(1, { at: new Date(at).toISOString().slice(0, 16).replace('T', ' ') }),
    stop: () => bar.stop(),
  };
}
