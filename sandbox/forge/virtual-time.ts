interface Waiter {
  readonly at: number;
  readonly sequence: number;
  readonly resume: () => void;
}

/**
 * The simulated time of one invocation, in milliseconds since its start. Waits that run side by side cost the longest
 * of them, as they would there; time moves only when the invocation has nothing left to do, and never by itself.
 */
export class InvocationTime {
  #elapsedMs = 0;
  #pacedMs = 0;
  #waiting: Waiter[] = [];
  #sequence = 0;
  #held = 0;
  #pumping = false;
  #stopped = false;

  /** `onLimit` runs once, when the next thing to happen would lie beyond `limitMs`. */
  constructor(
    readonly limitMs: number,
    private readonly onLimit: () => void,
  ) {}

  get elapsedMs(): number {
    return this.#elapsedMs;
  }

  /** When the call that begins now would begin, had every earlier one taken `pace` time. Only rate limits read it. */
  get pacedMs(): number {
    return Math.max(this.#elapsedMs, this.#pacedMs);
  }

  /** Notes that a call that began at `pacedMs` took at least `milliseconds`. */
  pace(begunMs: number, milliseconds: number): void {
    this.#pacedMs = Math.max(this.#pacedMs, begunMs + milliseconds);
  }

  /** Calls `resume` once `milliseconds` have passed; the returned function cancels. */
  after(milliseconds: number, resume: () => void): () => void {
    const waiter = { at: this.#elapsedMs + milliseconds, sequence: this.#sequence++, resume };
    this.#waiting.push(waiter);
    this.#pump();
    return () => {
      this.#waiting = this.#waiting.filter((other) => other !== waiter);
    };
  }

  wait(milliseconds: number): Promise<void> {
    return new Promise((resolve) => this.after(milliseconds, resolve));
  }

  /** Keeps time still while the platform works on a call: its cost is its latency, not the machine's speed. */
  async hold<T>(work: () => Promise<T> | T): Promise<T> {
    this.#held += 1;
    try {
      return await work();
    } finally {
      this.#held -= 1;
      this.#pump();
    }
  }

  /** Whoever still waits, waits for ever. */
  stop(): void {
    this.#stopped = true;
    this.#waiting = [];
  }

  #pump(): void {
    if (this.#pumping || this.#stopped || this.#waiting.length === 0) return;
    this.#pumping = true;
    // After every microtask: whatever can go on at this instant has gone on.
    setImmediate(() => {
      this.#pumping = false;
      if (this.#stopped || this.#held > 0) return;
      this.#step();
      this.#pump();
    });
  }

  #step(): void {
    let next: Waiter | undefined;
    for (const waiter of this.#waiting) {
      if (!next || waiter.at < next.at || (waiter.at === next.at && waiter.sequence < next.sequence))
        next = waiter;
    }
    if (!next) return;
    if (next.at > this.limitMs) {
      this.#elapsedMs = this.limitMs;
      this.stop();
      this.onLimit();
      return;
    }
    this.#waiting = this.#waiting.filter((waiter) => waiter !== next);
    this.#elapsedMs = next.at;
    next.resume();
  }
}
