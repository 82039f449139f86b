import { z } from 'zod';
import { answerOf } from '../../src/contract/answer';
import type { Call } from '../../src/contract';
import type { Host, ModuleContext } from '../forge/types';

const Envelope = answerOf(z.unknown());

/** The app said no, in its own words. */
export class AppRefusal extends Error {
  constructor(call: string, message: string) {
    super(`Docket refused ${call}: ${message}`);
    this.name = 'AppRefusal';
  }
}

/**
 * Calls the app as one of its screens does: through the host, by a contract, and with the answer parsed.
 *
 * @throws AppRefusal where the app answers with a problem, or what the host throws.
 */
export async function callApp<Request extends z.ZodType, Response extends z.ZodType>(
  host: Host,
  module: ModuleContext,
  call: Call<Request, Response>,
  request: z.input<Request>,
): Promise<z.output<Response>> {
  const answer = Envelope.parse(await host.invoke(module, call.name, request));
  if (!answer.ok) throw new AppRefusal(call.name, answer.problem.message);
  return call.response.parse(answer.value);
}
