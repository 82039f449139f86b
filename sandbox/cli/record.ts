import { closeSync, openSync, writeSync } from 'node:fs';
import type { Exchange, Site } from '../site/site';
import { UsageError } from './args';

/** The part of an exchange that a check against the products' documents reads. */
export function recordOf({ method, url, reqBody, status, resBody }: Exchange): string {
  return `${JSON.stringify({ method, url, reqBody, status, resBody })}\n`;
}

/**
 * Opens a file for writing before the work begins, so that a bad name is known at once.
 * @throws UsageError where that cannot be done.
 */
export function openOutput(flag: string, path: string): { write(text: string): void; close(): void } {
  try {
    const file = openSync(path, 'w');
    return { write: (text) => void writeSync(file, text), close: () => closeSync(file) };
  } catch (error) {
    throw new UsageError(
      `${flag} "${path}" cannot be written: ${error instanceof Error ? error.message : error}.`,
      {
        cause: error,
      },
    );
  }
}

/** Writes every exchange between the app and the products to a file as it happens; the returned function ends it. */
export function record(site: Site, path: string): () => void {
  const file = openOutput('--record', path);
  const stop = site.onExchange((exchange) => {
    if (exchange.viaApp) file.write(recordOf(exchange));
  });
  return () => {
    stop();
    file.close();
  };
}
