import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import type { Hono } from 'hono';

/** Only this machine may connect: the sandbox has tokens in its seed and no passwords. */
export const HOST = '127.0.0.1';

export interface Listening {
  readonly port: number;
  /** `http://127.0.0.1:PORT` */
  readonly origin: string;
  /** Stops at once, open connections included. */
  close(): Promise<void>;
}

export interface ListenOptions {
  /** 0 takes any free port. */
  readonly port: number;
  /** How many following ports may be tried where one is taken. */
  readonly tries?: number;
  readonly onRequest?: () => void;
}

/** The system's name for what went wrong, for example `EADDRINUSE`. */
export const codeOf = (error: unknown): unknown =>
  typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;

/** @throws Error with `code` `EADDRINUSE` where every port tried is taken, or the system's own error. */
export async function listen(app: Pick<Hono, 'fetch'>, options: ListenOptions): Promise<Listening> {
  const { port, tries = 0, onRequest } = options;
  for (let candidate = port; ; candidate += 1) {
    try {
      return await bind(app, candidate, onRequest);
    } catch (error) {
      if (codeOf(error) !== 'EADDRINUSE' || candidate >= port + tries) throw error;
    }
  }
}

async function bind(app: Pick<Hono, 'fetch'>, port: number, onRequest?: () => void): Promise<Listening> {
  const server = createAdaptorServer({
    // The host puts its own fetch in place; the server must leave the globals as they are.
    overrideGlobalObjects: false,
    fetch: (request) => {
      onRequest?.();
      return app.fetch(request);
    },
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, HOST, () => {
      server.off('error', reject);
      resolve();
    });
  });
  const bound = (server.address() as AddressInfo).port;
  return {
    port: bound,
    origin: `http://${HOST}:${bound}`,
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()));
        if ('closeAllConnections' in server) server.closeAllConnections();
      }),
  };
}
