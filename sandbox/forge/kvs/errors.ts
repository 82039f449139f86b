/**
 * The storage API's refusal: `code` and `message` are what `@forge/kvs` puts into its ForgeKvsAPIError. Codes are those of
 * https://developer.atlassian.com/platform/forge/storage-reference/handling-errors-customentities/ and of the package's
 * own tests; the few that neither names say so where they are thrown.
 */
export class KvsError extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
  ) {
    super(message);
    this.name = 'KvsError';
  }

  toResponse(): Response {
    return Response.json({ code: this.code, message: this.message }, { status: this.status });
  }
}

export const badRequest = (message: string, code = 'BAD_REQUEST'): KvsError =>
  new KvsError(400, code, message);

export const keyNotFound = (key: string): KvsError =>
  new KvsError(404, 'KEY_NOT_FOUND', `The key ${key} does not exist`);
