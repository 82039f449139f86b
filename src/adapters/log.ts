import type { Log } from '../ports/log';

type Fields = Record<string, unknown> | undefined;

/** One JSON line an event: Forge bills logs by volume and cuts them at 100 lines a minute. */
function line(message: string, fields: Fields): string {
  return JSON.stringify({ message, ...fields });
}

export const systemLog: Log = {
  info: (message, fields) => console.info(line(message, fields)),
  warn: (message, fields) => console.warn(line(message, fields)),
  error: (message, fields) => console.error(line(message, fields)),
};
