import {
  MAX_READ_UNITS_PER_MINUTE,
  MAX_REQUESTS_PER_SECOND,
  MAX_WRITE_UNITS_PER_MINUTE,
  UNIT_BYTES,
} from './constants';
import { KvsError } from './errors';

/** Counts in windows of fixed length; windows may be asked for out of order, since invocations overlap. */
export class WindowCounter {
  readonly #counts = new Map<number, number>();

  constructor(
    private readonly windowMs: number,
    private readonly limit: number,
  ) {}

  /** Adds `amount` at `instant` and says whether it still fits. What does not fit is not added. */
  take(instant: number, amount: number): boolean {
    const window = Math.floor(instant / this.windowMs);
    const count = (this.#counts.get(window) ?? 0) + amount;
    if (count > this.limit) return false;
    this.#counts.set(window, count);
    this.#forgetBefore(window);
    return true;
  }

  #forgetBefore(window: number): void {
    const KEPT_WINDOWS = 1000;
    if (this.#counts.size <= 2 * KEPT_WINDOWS) return;
    for (const old of this.#counts.keys()) if (old < window - KEPT_WINDOWS) this.#counts.delete(old);
  }
}

/** The rate limits of one installation's storage. */
export class RateMeter {
  readonly #requests = new WindowCounter(1000, MAX_REQUESTS_PER_SECOND);
  readonly #reads = new WindowCounter(60_000, MAX_READ_UNITS_PER_MINUTE);
  readonly #writes = new WindowCounter(60_000, MAX_WRITE_UNITS_PER_MINUTE);

  /** @throws KvsError 429 */
  request(instant: number, code: string): void {
    if (!this.#requests.take(instant, 1)) throw tooMany(code, `${MAX_REQUESTS_PER_SECOND} requests a second`);
  }

  /** @throws KvsError 429 */
  read(instant: number, bytes: number, code: string): void {
    if (!this.#reads.take(instant, unitsOf(bytes)))
      throw tooMany(code, `${MAX_READ_UNITS_PER_MINUTE} reads of 10 KB a minute`);
  }

  /** @throws KvsError 429 */
  write(instant: number, bytes: number, code: string): void {
    if (!this.#writes.take(instant, unitsOf(bytes)))
      throw tooMany(code, `${MAX_WRITE_UNITS_PER_MINUTE} writes of 10 KB a minute`);
  }
}

const unitsOf = (bytes: number): number => Math.max(1, Math.ceil(bytes / UNIT_BYTES));

const tooMany = (code: string, limit: string): KvsError =>
  new KvsError(429, code, `The installation is beyond its limit of ${limit}`);
