import { format } from 'node:util';
import { currentScope } from './scope';
import { patchTime } from './time';

const LOG_METHODS = ['debug', 'error', 'info', 'log', 'warn'] as const;

let installed = false;

/**
 * Puts the seam of the real `@forge/*` packages in place, once a process. Every global finds its invocation, and
 * through it its host, in the asynchronous context, so hosts and invocations may overlap.
 */
export function installGlobals(): void {
  if (installed) return;
  installed = true;
  patchTime();
  patchConsole();
  patchFetch();
  // Absent outside of an invocation: @forge/kvs reads it while it is being imported, and @forge/api says what is wrong.
  Object.defineProperty(globalThis, '__forge_runtime__', {
    configurable: true,
    get: () => currentScope()?.runtime,
  });
  Object.defineProperty(globalThis, '__forge_fetch__', {
    configurable: true,
    writable: true,
    value: async (description: unknown, path: unknown, init: unknown): Promise<Response> => {
      const scope = currentScope();
      if (!scope)
        throw new Error(`A Forge API was called outside of an invocation: ${JSON.stringify(description)}`);
      return scope.fetch(description, path, init);
    },
  });
}

/** What an app logs belongs to its invocation's log, not to the terminal of whoever runs the sandbox. */
function patchConsole(): void {
  const terminal = globalThis.console;
  for (const method of LOG_METHODS) {
    const write = terminal[method].bind(terminal);
    terminal[method] = (...args: unknown[]): void => {
      const scope = currentScope();
      if (scope) scope.log(format(...args));
      else write(...args);
    };
  }
}

/**
 * The app has no egress: what its manifest does not allow, the platform refuses. (`fetch` of `@forge/api` is whatever this
 * global was when that package was imported.)
 */
function patchFetch(): void {
  const send = globalThis.fetch;
  globalThis.fetch = async (...args: Parameters<typeof fetch>): Promise<Response> => {
    if (!currentScope()) return send(...args);
    const target = args[0] instanceof Request ? args[0].url : String(args[0]);
    const refusal = new Error(`The sandbox models no egress, and the manifest allows none: fetch ${target}`);
    refusal.name = 'REQUEST_EGRESS_ALLOWLIST_ERR';
    throw refusal;
  };
}
