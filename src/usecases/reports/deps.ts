import type { Period, Report, Reporting } from '../../domain/reports';
import { AppError } from '../../errors';
import type { Clock } from '../../ports/clock';
import type { Confluence } from '../../ports/confluence';
import type { Ids } from '../../ports/ids';
import type { Issues } from '../../ports/issues';
import type { Ledger } from '../../ports/ledger';
import type { Log } from '../../ports/log';
import type { Obligations } from '../../ports/obligations';
import type { PageComments } from '../../ports/page-comments';
import type { ProjectConfig, Projects } from '../../ports/projects';
import type { Reports } from '../../ports/reports';
import type { CollectDeps } from '../status/collect-facts';
import { say } from '../../words';

/** What making a report needs. Jira and Confluence are asked by Docket's own account, whoever set it going. */
export interface ReportDeps extends CollectDeps {
  readonly clock: Pick<Clock, 'now'>;
  readonly ids: Ids;
  readonly log: Log;
  readonly projects: Pick<Projects, 'get'>;
  readonly reports: Reports;
  readonly issues: Pick<Issues, 'project' | 'persons'>;
  readonly confluence: Confluence;
  readonly comments: PageComments;
  readonly obligations: Pick<Obligations, 'ofSubject' | 'save' | 'remove'>;
  readonly ledger: Pick<Ledger, 'claim' | 'takeOver' | 'record' | 'ofCommitment'>;
}

export interface ReportKey {
  readonly projectId: string;
  readonly label: Period['label'];
}

/** @throws AppError BAD_INPUT where the project has never been set up. */
export async function configOf(
  { projects }: Pick<ReportDeps, 'projects'>,
  projectId: string,
): Promise<ProjectConfig> {
  const config = await projects.get(projectId);
  if (config) return config;
  throw new AppError('BAD_INPUT', say('problem.notSetUp'));
}

/** Names a report in the obligations and the ledger. */
export const subjectOf = ({ projectId, period }: Pick<Report, 'projectId' | 'period'>): string =>
  `report:${projectId}:${period.label}`;

/** Everybody whom a report names. */
export const peopleIn = (
  { streams, approval }: Pick<Report, 'streams' | 'approval'>,
  { reviewers }: Pick<Reporting, 'reviewers'>,
): string[] => [
  ...new Set([
    ...streams.flatMap(({ leadId, answer }) => [leadId, ...(answer ? [answer.by] : [])]),
    ...reviewers,
    ...(approval ? [approval.by] : []),
  ]),
];
