import { invoke } from '@forge/bridge';
import { z } from 'zod';
import type { Call } from './contract';
import { offline, unanswered, valueOf } from './problem';

// Forge's content security policy forbids `eval`; without this, zod would try it once and the console would say so.
z.config({ jitless: true });

/**
 * Calls the app's resolver.
 *
 * @throws {ApiProblem} whatever went wrong, in words for a person.
 */
export async function call<Request extends z.ZodType, Response extends z.ZodType>(
  definition: Call<Request, Response>,
  request: z.input<Request>,
): Promise<z.output<Response>> {
  if (!navigator.onLine) throw offline();
  let answer: unknown;
  try {
    answer = await invoke(definition.name, { ...(request as object) });
  } catch (cause) {
    throw unanswered(definition.name, cause);
  }
  return valueOf(definition, answer);
}
