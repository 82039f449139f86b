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
import type { ProjectFacts } from '../../ports/issues';
import type { JiraFacts } from '../../ports/jira-facts';
import type { Plans } from '../../ports/plans';
import type { ProjectConfig } from '../../ports/projects';
import type { RecordCopies } from '../../ports/records';
import { readPlanFigures } from '../plan/read-figures';
import { policyOf } from '../policy-of';
import { collectOwners, othersOf } from './collect-owners';
import { collectRegisters } from './collect-registers';
import { probeScope } from './probe-scope';
import { createPurse, type Purse, type Share } from './purse';
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
  readonly project: Pick<ProjectFacts, 'id' | 'key' | 'versions'>;
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

const DUE_NEXT: Share = { least: 5, most: 10 };

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
    now,
    previousAsOf: follows(previous, week, scope) ? new Date(previous.asOf) : null,
  };
  const queries = queriesOf(plan);
  const { tolerances } = config.reporting;
  const all = await deps.registers(project.id);
  const { records } = trustedRecords(jira, deps.copies, project.id, all);
  const purse = createPurse();
  const [counts, { registers, dueNextWeek, owners }, planFigures] = await Promise.all([
    countAll(jira, queries),
    // One after another: what a list leaves of its points, the next ones may use.
    (async () => ({
      registers: await collectRegisters({ ...jira, records }, { registers: all, plan, tolerances, purse }),
      dueNextWeek: await list(jira, queries.dueNextWeek, purse),
      owners: await collectOwners(jira, { queries, today, calendar, purse }),
    }))(),
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
    removed: removedSince(previous, counts),
  };
  const facts: Facts = {
    scope,
    figures,
    notComputable: whyNot(figures, previous),
    owners,
    otherOwners: othersOf(owners, overdue, queries),
    dueNextWeek,
    versions: project.versions,
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
  'total',
  'createdSince',
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
async function list(jira: JiraFacts, jql: string, purse: Purse): Promise<Listed<Item>> {
  const max = purse.take(DUE_NEXT);
  const items = await jira.search({ jql: `${jql} ORDER BY duedate ASC, key ASC`, max });
  purse.putBack(max - items.length);
  const total = items.length < max ? items.length : Math.max(items.length, await jira.count(jql));
  return { items, total };
}

/** What is missing of all that the last report counted and that was created since. */
function removedSince(
  previous: Snapshot | null,
  { total, createdSince }: { readonly total: number | null; readonly createdSince: number | null },
): number | null {
  const before = previous?.figures.total ?? null;
  return before === null || total === null || createdSince === null ? null : before + createdSince - total;
}

function whyNot(figures: Figures, previous: Snapshot | null): Facts['notComputable'] {
  const nobodyWorks = 'nobody works on the calendar of the project.';
  const noReport =
    previous === null
      ? 'no earlier report ends before this period.'
      : 'the last report is of another period or counted other issues.';
  return {
    ...(figures.overdueTo5 === null && {
      overdueTo5: nobodyWorks,
      overdueTo20: nobodyWorks,
      overdueOver20: nobodyWorks,
    }),
    ...(figures.stillDue === null && { stillDue: noReport, pushedOut: noReport }),
    ...(figures.createdSince === null && { createdSince: noReport }),
    ...(figures.removed === null && {
      removed: figures.createdSince === null ? noReport : 'the last report did not count all issues.',
    }),
  };
}
