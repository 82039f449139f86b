import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { ArchiveError } from './types';

export interface Line {
  /** Counted from 1, empty lines included. */
  readonly number: number;
  readonly text: string;
  /** True where the file ends without ending this line. */
  readonly isOpen: boolean;
}

/** A line longer than this is no line of an archive, and would fill the memory. Characters. */
const MAX_LINE = 16 * 1024 * 1024;

/** The first two bytes of every gzip file, RFC 1952 section 2.3.1; names may lie, these do not. */
const GZIP_MAGIC = [0x1f, 0x8b] as const;

async function isGzip(path: string): Promise<boolean> {
  const file = await open(path, 'r');
  try {
    const { bytesRead, buffer } = await file.read(Buffer.alloc(2), 0, 2, 0);
    return bytesRead === 2 && GZIP_MAGIC.every((byte, i) => buffer[i] === byte);
  } finally {
    await file.close();
  }
}

const codeOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';

const SENTENCES: Readonly<Record<string, (path: string, after: number) => string>> = {
  ENOENT: (path) => `There is no file "${path}".`,
  EISDIR: (path) => `"${path}" is a folder; name an archive file (.ndjson or .ndjson.gz).`,
  EACCES: (path) => `"${path}" may not be read by this user.`,
  Z_BUF_ERROR: (path, after) =>
    `"${path}" is half-written: its compressed data ends too early, after line ${after}.`,
  Z_DATA_ERROR: (path, after) =>
    `"${path}" is damaged: its compressed data does not unpack after line ${after}.`,
};

function refusalOf(error: unknown, path: string, after: number): unknown {
  if (error instanceof ArchiveError) return error;
  const sentence = SENTENCES[codeOf(error)];
  return sentence ? new ArchiveError(sentence(path, after), { cause: error }) : error;
}

async function* chunksOf(path: string): AsyncGenerator<string> {
  const isPacked = await isGzip(path);
  const file = createReadStream(path);
  // Errors reach the loop below through the destroyed stream; the callback has nothing to add.
  const stream = isPacked ? pipeline(file, createGunzip(), () => undefined) : file;
  stream.setEncoding('utf8');
  for await (const chunk of stream) yield chunk as string;
}

/**
 * The lines of a file, plain or gzipped, as a stream: never more than one line and one chunk in memory.
 * @throws ArchiveError where the file is missing, unreadable, damaged, or cut off.
 */
export async function* linesOf(path: string): AsyncGenerator<Line> {
  let number = 0;
  let rest = '';
  try {
    for await (const chunk of chunksOf(path)) {
      const parts = (rest + chunk).split('\n');
      rest = parts.pop() ?? '';
      if (rest.length > MAX_LINE)
        throw new ArchiveError(`"${path}" is no archive: line ${number + 1} does not end.`);
      for (const text of parts) yield { number: ++number, text, isOpen: false };
    }
  } catch (error) {
    throw refusalOf(error, path, number);
  }
  if (rest !== '') yield { number: number + 1, text: rest, isOpen: true };
}
