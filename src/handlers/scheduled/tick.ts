import { compose } from '../../compose';
import { tick as runTick } from '../../usecases/tick';

/** The hourly trigger: decides what is due and hands it to the queues. The answer is what the platform asks for. */
export async function tick(): Promise<{ statusCode: number }> {
  const { projects, runs, queue, holidays, clock, log } = compose();
  const handedOut = await runTick({ projects, runs, queue, holidays }, clock.now());
  log.info('tick', { occurrences: handedOut.length });
  return { statusCode: 204 };
}
