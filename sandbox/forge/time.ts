import { AsyncResource } from 'node:async_hooks';
import { promisify } from 'node:util';
import { currentScope } from './scope';

/** As Node rounds a shorter delay, https://nodejs.org/api/timers.html#settimeoutcallback-delay-args */
const SHORTEST_TIMEOUT_MS = 1;

/**
 * Gives app code the sandbox's time: inside an invocation `new Date()`, `Date.now()` and `setTimeout` follow its
 * simulated clock; everywhere else they are the machine's. The only place that touches these globals.
 */
export function patchTime(): void {
  patchDate();
  patchTimers();
}

function patchDate(): void {
  const RealDate = globalThis.Date;
  const now = (): number => currentScope()?.now() ?? RealDate.now();
  const SandboxDate: DateConstructor = new Proxy(RealDate, {
    construct(target, args: unknown[], newTarget: unknown) {
      // A subclass, such as TZDate, arrives as its own target and keeps its prototype.
      const made = newTarget === SandboxDate ? target : (newTarget as DateConstructor);
      return Reflect.construct(target, args.length > 0 ? args : [now()], made);
    },
    apply: () => new RealDate(now()).toString(),
    get: (target, property): unknown => (property === 'now' ? now : Reflect.get(target, property)),
  });
  // Libraries copy a date by `new date.constructor(...)`.
  Object.defineProperty(RealDate.prototype, 'constructor', {
    value: SandboxDate,
    writable: true,
    configurable: true,
  });
  globalThis.Date = SandboxDate;
}

/** A timer of an invocation. Node's own methods are there, since libraries call them; none keeps a process alive. */
class SimulatedTimer {
  constructor(readonly cancel: () => void) {}
  ref(): this {
    return this;
  }
  unref(): this {
    return this;
  }
  hasRef(): boolean {
    return true;
  }
  close(): this {
    this.cancel();
    return this;
  }
}

function patchTimers(): void {
  const real = {
    setTimeout: globalThis.setTimeout,
    clearTimeout: globalThis.clearTimeout,
    setInterval: globalThis.setInterval,
  };

  const start = (callback: (...args: unknown[]) => void, delay?: number, ...args: unknown[]): unknown => {
    const scope = currentScope();
    if (!scope) return real.setTimeout(callback, delay, ...args);
    const run = AsyncResource.bind(() => callback(...args));
    const milliseconds = Math.max(SHORTEST_TIMEOUT_MS, Number(delay) || 0);
    return new SimulatedTimer(scope.time.after(milliseconds, run));
  };
  const promised = (delay?: number, value?: unknown): Promise<unknown> =>
    new Promise((resolve) => start(() => resolve(value), delay));

  const clear = (timer?: unknown): void => {
    if (timer instanceof SimulatedTimer) timer.cancel();
    else real.clearTimeout(timer as Parameters<typeof clearTimeout>[0]);
  };
  const repeat = (callback: (...args: unknown[]) => void, delay?: number, ...args: unknown[]): unknown => {
    if (currentScope()) throw new Error('The sandbox does not model setInterval inside an invocation.');
    return real.setInterval(callback, delay, ...args);
  };

  globalThis.setTimeout = Object.assign(start, {
    [promisify.custom]: promised,
  }) as unknown as typeof setTimeout;
  globalThis.clearTimeout = clear as typeof clearTimeout;
  globalThis.setInterval = repeat as typeof setInterval;
}
