import { publishStatus } from '../../usecases/publish-status';
import { jobConsumer } from '../consumer';
import { publishDeps } from '../status-deps';

/** Publishes the weekly status of one project. */
export const publish = jobConsumer('status', async (deps, { projectId }, now) => {
  const { outcome, status } = await publishStatus(publishDeps(deps), { projectId, now });
  return { sent: 0, note: `${status.page?.title ?? 'Page'}: ${outcome}` };
});
