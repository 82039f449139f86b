import type { Due } from './deliver';

/** More than this are not kept waiting: their digests are written before the run has seen everything. */
const MOST = 2_000;

/** Messages that wait for the end of the run, so that a person's digest is one comment over pages, projects and sources. */
export class Held {
  readonly #due = new Map<string, Due>();

  add(due: readonly Due[]): void {
    for (const one of due) this.#due.set(one.message.key, one);
  }

  get isFull(): boolean {
    return this.#due.size > MOST;
  }

  /** What is held. */
  get all(): readonly Due[] {
    return [...this.#due.values()];
  }

  take(): readonly Due[] {
    const all = this.all;
    this.#due.clear();
    return all;
  }
}
