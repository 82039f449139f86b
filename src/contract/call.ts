import type { z } from 'zod';

/**
 * One resolver call: its name on the wire and what goes each way. Both sides import the same object, so that they
 * cannot drift: handlers parse the request with it, the UI parses the answer.
 */
export interface Call<Request extends z.ZodType = z.ZodType, Response extends z.ZodType = z.ZodType> {
  readonly name: string;
  readonly request: Request;
  readonly response: Response;
}

export function defineCall<Request extends z.ZodType, Response extends z.ZodType>(
  name: string,
  request: Request,
  response: Response,
): Call<Request, Response> {
  return { name, request, response };
}
