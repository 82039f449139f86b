import { isErasedId } from '../../domain/privacy';
import { goOnErasing } from '../../usecases/privacy/erase';
import { reportAccounts } from '../../usecases/privacy/report-accounts';
import { jobConsumer } from '../consumer';

/** Reports to Atlassian once a week of whom something is kept, or goes on with one person's erasure. */
export const keepPrivacy = jobConsumer('privacy', async (deps, { period }) => ({
  sent: 0,
  note: isErasedId(period) ? await goOnErasing(deps, period) : await reportAccounts(deps),
}));
