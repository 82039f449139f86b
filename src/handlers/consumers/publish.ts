import { advanceReports } from '../../usecases/reports/advance';
import { jobConsumer } from '../consumer';
import { reportDeps } from '../report-deps';

/** Takes the steps that are due of one project's reports. */
export const publish = jobConsumer('report', (deps, { projectId }, now) =>
  advanceReports(reportDeps(deps), { projectId, now }),
);
