import { registersOf } from '../../usecases/registers/register-of';
import { type SnapshotReport, snapshotRegisters as takeSnapshots } from '../../usecases/registers/snapshot';
import { jobConsumer } from '../consumer';

/** The consumer may run 600 seconds (manifest.yml); one register of 5,000 records takes well below a minute. */
const TIME_LIMIT_MS = 300_000;

/** Takes the weekly snapshot of a project's registers; goes on in another message where the time is up. */
export const snapshotRegisters = jobConsumer('registers', async (deps, message) => {
  const { occurrence, projectId, period } = message;
  const registers = await registersOf(deps.registerSettings, projectId);
  const { clock, copies, holidays, obligations, projects, snapshots } = deps;
  const ports = { clock, copies, holidays, obligations, projects, snapshots, records: deps.app.records };
  const report = await takeSnapshots(ports, registers, { projectId, week: period }, TIME_LIMIT_MS);
  if (report.stopped)
    await deps.queue.push('registers', [{ id: occurrence, job: 'registers', projectId, period }]);
  return { sent: 0, note: noteOf(report) };
});

function noteOf({ records, unreadable, stopped }: SnapshotReport): string {
  const parts = [
    records === 1 ? '1 record' : `${records} records`,
    unreadable > 0 ? `${unreadable} could not be read` : '',
    stopped ? 'stopped for time, goes on in another message' : '',
  ];
  return parts.filter(Boolean).join('; ');
}
