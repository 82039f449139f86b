import { localDate, type WorkingCalendar } from '../../domain/calendar';
import type { ConfiguredRegister } from '../../domain/registers';
import {
  ageingBounds,
  backlogUpTo,
  type Facts,
  type FigureName,
  type Figures,
  isBefore,
  type Item,
  type Listed,
  queriesOf,
  type Queries,
  type QueryPlan,
  type Snapshot,
  type Span,
} from '../../domain/status';
import type { Holidays } from '../../ports/holidays';
import type { JiraFacts } from '../../ports/jira-facts';
import type { Plans } from '../../ports/plans';
import type { ProjectConfig } from '../../ports/projects';
import type { RecordCopies } from '../../ports/records';
import { readPlanFigures } from '../plan/read-figures';
import { policyOf } from '../policy-of';
import { collectMilestones } from './collect-milestones';
import { collectOwners, othersOf } from './collect-owners';
import { collectRegisters } from './collect-registers';
import { probeScope } from './probe-scope';
import { trustedRecords } from './trusted-records';

export interface CollectDeps {
  readonly facts: JiraFacts;
  readonly plans: Pick<Plans, 'read' | 'activeBaseline'>;
  readonly holidays: Pick<Holidays, 'of'>;
  readonly copies: Pick<RecordCopies, 'of'>;
  /** The registers as the project has set them up. */
  readonly registers: (projectId: string) => Promise<readonly ConfiguredRegister[]>;
  /** The zone of the account that asks Jira: times in JQL are read in it. */
  readonly jqlZone: string;
}

export interface CollectInput {
  readonly project: { readonly id: string; readonly key: string };
  readonly config: ProjectConfig;
  readonly week: Span;
  readonly now: Date;
  /** Of the last report, or the latest before. */
  readonly previous: Snapshot | null;
}

export interface Collected {
  readonly facts: Facts;
  /** The JQL behind each figure that has one. */
  readonly queries: Partial<Record<FigureName, string | null>>;
}

/**
 * Points are the price: 1 a call and 1 an issue that it brings, whatever a count finds. With all lists full a report
 * comes to at most 60, which a test holds it to.
 */
const MOST_DUE_NEXT = 4;

/**
 * Reads what one report needs, side by side.
 *
 * @throws AppError as the ports do; a report of half the facts would pass for a whole one.
 */
export async function collectFacts(deps: CollectDeps, input: CollectInput): Promise<Collected> {
  const { project, config, week, now, previous } = input;
  const { zone } = config;
  const { facts: jira } = deps;
  const today = localDate(now, zone);
  const { calendar, backlogAfter } = await policyOf(deps.holidays, config, now);
  const { scope, open } = await probeScope(jira, project.key, config.reporting.includedRestricted);
  const plan: QueryPlan = {
    projectKey: project.key,
    week,
    today,
    zone,
    jqlZone: deps.jqlZone,
    scope,
    backlog: backlogOf(config, calendar, backlogAfter),
    ageing: ageingBounds(today, calendar),
    previousAsOf: follows(previous, week, scope) ? new Date(previous.asOf) : null,
  };
  const queries = queriesOf(plan);
  const { tolerances } = config.reporting;
  const [counts, owners, dueNextWeek, milestones, registers, planFigures] = await Promise.all([
    countAll(jira, queries),
    collectOwners(jira, { queries, today, calendar }),
    list(jira, queries.dueNextWeek, MOST_DUE_NEXT),
    collectMilestones(jira, project.id, previous),
    deps.registers(project.id).then((all) => {
      const { records } = trustedRecords(jira, deps.copies, project.id, all);
      return collectRegisters({ ...jira, records }, { registers: all, plan, tolerances });
    }),
    readPlanFigures(deps, { project, now, zone, calendar }),
  ]);
  const ageing = [counts.overdueTo5, counts.overdueTo20, counts.overdueOver20];
  const overdue = ageing.every((bucket) => bucket !== null)
    ? ageing.reduce((sum, bucket) => sum + bucket, 0)
    : await jira.count(queries.overdue);
  const figures: Figures = {
    open,
    overdue,
    dueNextWeek: dueNextWeek.total,
    ...counts,
    ...registers.figures,
    pushedOut: previous && counts.stillDue !== null ? previous.figures.dueNextWeek - counts.stillDue : null,
  };
  const facts: Facts = {
    scope,
    figures,
    notComputable: whyNot(figures, previous),
    owners,
    otherOwners: othersOf(owners, overdue, queries),
    dueNextWeek,
    versions: milestones.versions,
    allVersions: milestones.all,
    registers: registers.facts,
    plan: planFigures,
  };
  return { facts, queries: { ...queries, ...registers.queries } };
}

/** What the last report said of this period can be looked at again: it counted the same issues, and came right before. */
function follows(previous: Snapshot | null, week: Span, scope: string): previous is Snapshot {
  return previous !== null && previous.scope === scope && isBefore(previous.week, week);
}

function backlogOf(
  { switchedOnAt, zone }: Pick<ProjectConfig, 'switchedOnAt' | 'zone'>,
  calendar: WorkingCalendar,
  after: number,
): QueryPlan['backlog'] {
  if (switchedOnAt === null) return null;
  const switchedOn = new Date(switchedOnAt);
  const upTo = backlogUpTo(switchedOn, zone, calendar, after);
  return upTo === null ? null : { switchedOn, upTo };
}

const COUNTED = [
  'openDated',
  'unowned',
  'overdueTo5',
  'overdueTo20',
  'overdueOver20',
  'opened',
  'resolved',
  'kept',
  'late',
  'stillDue',
  'backlog',
] as const satisfies readonly (keyof Queries)[];

/** `null` where there is no query to count by. */
async function countAll(jira: Pick<JiraFacts, 'count'>, queries: Queries) {
  const counts = await Promise.all(
    COUNTED.map(async (name) => {
      const jql = queries[name];
      return [name, jql === null ? null : await jira.count(jql)] as const;
    }),
  );
  const { opened, resolved, ...others } = Object.fromEntries(counts) as Record<
    (typeof COUNTED)[number],
    number | null
  >;
  return { ...others, opened: opened ?? 0, resolved: resolved ?? 0 };
}

/** A list that came whole is its own count, and an exact one. */
async function list(jira: JiraFacts, jql: string, max: number): Promise<Listed<Item>> {
  const items = await jira.search({ jql: `${jql} ORDER BY duedate ASC, key ASC`, max });
  const total = items.length < max ? items.length : Math.max(items.length, await jira.count(jql));
  return { items, total };
}

function whyNot(figures: Figures, previous: Snapshot | null): Facts['notComputable'] {
  const nobodyWorks = 'nobody works on the calendar of the project.';
  const noReport =
    previous === null
      ? 'this is the first report.'
      : 'the last report is of another period or counted other issues.';
  return {
    ...(figures.overdueTo5 === null && {
      overdueTo5: nobodyWorks,
      overdueTo20: nobodyWorks,
      overdueOver20: nobodyWorks,
    }),
    ...(figures.stillDue === null && { stillDue: noReport, pushedOut: noReport }),
  };
}
