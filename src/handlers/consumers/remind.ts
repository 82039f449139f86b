import { remindProject } from '../../usecases/remind-project';
import { jobConsumer } from '../consumer';

/** Follows up the commitments of one project. */
export const remind = jobConsumer('reminders', async (deps, { projectId }, now) => {
  const { clock, ids, log, ledger, projects, app } = deps;
  const { sent, withdrawn, withheld } = await remindProject(
    { clock, ids, log, ledger, projects, issues: app.issues, messenger: app.messenger },
    projectId,
    now,
  );
  const notes = [withdrawn > 0 ? `${withdrawn} withdrawn` : '', withheld > 0 ? `${withheld} withheld` : ''];
  return { sent, note: notes.filter(Boolean).join(', ') };
});
