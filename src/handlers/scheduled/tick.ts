import { compose } from '../../compose';
import { noteNoLicence, tick as runTick } from '../../usecases/tick';
import { isLicensed } from '../licence';

/** The hourly trigger: decides what is due and hands it to the queues. The answer is what the platform asks for. */
export async function tick(_payload: unknown, context: unknown): Promise<{ statusCode: number }> {
  const { projects, runs, queue, holidays, clock, log } = compose();
  if (!isLicensed(context)) {
    await noteNoLicence(runs, clock.now());
    return { statusCode: 204 };
  }
  const handedOut = await runTick({ projects, runs, queue, holidays }, clock.now());
  log.info('tick', { occurrences: handedOut.length });
  return { statusCode: 204 };
}
