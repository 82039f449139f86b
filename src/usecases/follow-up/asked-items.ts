import { localDate } from '../../domain/calendar';
import {
  commitmentsOf,
  type Ended,
  isQuiet,
  type LiveCommitment,
  type Obligation,
  wasBacklog,
} from '../../domain/commitments';
import { groupBy } from '../../domain/group-by';
import {
  type ConfiguredRegister,
  judge,
  obligationsOf,
  recordOf,
  registerOfKind,
  singularOf,
  type StoredRecord,
} from '../../domain/registers';
import type { CarryingIssue, Issues } from '../../ports/issues';
import type { RecordCopies } from '../../ports/records';
import type { RegisterSettingsStore } from '../../ports/register-settings';
import type { TaskSource } from '../../ports/tasks';
import { say } from '../../words';
import { registerOf } from '../registers/register-of';
import type { People } from './people';
import type { ProjectWorld } from './world';

export interface AskedDeps {
  readonly issues: Pick<Issues, 'carrying'>;
  readonly pages: Pick<TaskSource, 'pages'>;
  readonly copies: Pick<RecordCopies, 'of'>;
  readonly registerSettings: Pick<RegisterSettingsStore, 'of'>;
}

/** An obligation as it stands now, with the issue that it is about, if it is about one. */
export interface Standing {
  readonly obligation: Obligation;
  readonly issue: LiveCommitment | null;
}

export type Projects = ReadonlyMap<string, ProjectWorld>;
export type Answers = ReadonlyMap<string, Standing | Ended>;

/**
 * What these obligations have come to, by their ids: derived again from the record as it lies on its issue, which costs
 * one point an issue. What lies on an issue or a page that is deleted or out of sight is absent.
 */
export async function readAsked(
  deps: AskedDeps,
  rows: readonly Obligation[],
  projects: Projects,
): Promise<Answers> {
  const onPages = rows.filter(({ target }) => target.kind === 'page');
  const onIssues = rows.filter(({ target }) => target.kind === 'issue');
  return new Map([...(await readOnPages(deps, onPages)), ...(await readOnIssues(deps, onIssues, projects))]);
}

/** A report keeps what it asks up to date itself: only its page may be gone. */
async function readOnPages({ pages }: AskedDeps, rows: readonly Obligation[]): Promise<Answers> {
  const ids = [...new Set(rows.map(({ target }) => target.id))];
  const present = ids.length > 0 ? await pages.pages(ids, false) : new Map<string, never>();
  return new Map(
    rows.flatMap((row): [string, Standing][] => {
      const page = present.get(row.target.id);
      if (!page) return [];
      const target = { kind: 'page' as const, id: page.id, title: page.title };
      return [[row.id, { obligation: { ...row, target }, issue: null }]];
    }),
  );
}

async function readOnIssues(
  deps: AskedDeps,
  rows: readonly Obligation[],
  projects: Projects,
): Promise<Answers> {
  const kinds = new Set(rows.map(kindOf));
  const keys = [...kinds].flatMap((kind) => registerOfKind(kind)?.propertyKey ?? []);
  const ids = [...new Set(rows.map(({ target }) => target.id))];
  const issues = ids.length > 0 ? await deps.issues.carrying(ids, keys) : new Map<string, CarryingIssue>();
  const answers = new Map<string, Standing | Ended>();
  for (const own of groupBy(rows, (row) => `${row.projectId} ${kindOf(row)}`).values()) {
    const [first] = own;
    const project = projects.get(first?.projectId ?? '');
    if (!first || !project) continue;
    const recordOn = await recordsOf(deps, project, kindOf(first), own, issues);
    for (const row of own) {
      const issue = issues.get(row.target.id)?.item;
      if (issue) answers.set(row.id, standingOf(row, issue, project, recordOn));
    }
  }
  return answers;
}

/** The register of the record that asks; empty where something else does. */
const kindOf = ({ subject }: Obligation): string => recordOf(subject)?.kind ?? '';

interface RecordsOn {
  readonly register: ConfiguredRegister;
  /** By issue; absent where it carries none. What was changed outside Docket asks what it asked before. */
  readonly records: ReadonlyMap<string, StoredRecord>;
}

async function recordsOf(
  { copies, registerSettings }: AskedDeps,
  { config: { projectId } }: ProjectWorld,
  kind: string,
  rows: readonly Obligation[],
  issues: ReadonlyMap<string, CarryingIssue>,
): Promise<RecordsOn | null> {
  if (!registerOfKind(kind)) return null;
  const register = await registerOf(registerSettings, projectId, kind);
  const ids = [...new Set(rows.map(({ target }) => target.id))].filter((id) => issues.has(id));
  const kept = new Map((await copies.of({ projectId, kind }, ids)).map((copy) => [copy.issueId, copy]));
  const records = ids.flatMap((id): [string, StoredRecord][] => {
    const copy = kept.get(id) ?? null;
    const reading = judge(register, issues.get(id)?.properties[register.propertyKey], copy);
    const record = reading.is === 'record' ? reading.record : copy?.copy;
    return record ? [[id, record]] : [];
  });
  return { register, records: new Map(records) };
}

function standingOf(
  row: Obligation,
  issue: LiveCommitment,
  { config, context }: ProjectWorld,
  on: RecordsOn | null,
): Standing | Ended {
  const { policy, now } = context;
  if (issue.projectId !== row.projectId) return { ended: say('messages.withdrawn.movedAway') };
  if (isQuiet(policy, issue.status))
    return { ended: say('messages.withdrawn.quiet', { status: issue.status }) };
  if (on === null) return { obligation: row, issue };
  const record = on.records.get(row.target.id);
  if (!record) return { ended: say('messages.withdrawn.noRecord', { record: singularOf(on.register) }) };
  const issueKey = issue.target.kind === 'issue' ? issue.target.key : '';
  const item = {
    issueId: row.target.id,
    issueKey,
    projectId: row.projectId,
    summary: issue.summary,
    record,
  };
  const obligation = obligationsOf(on.register, item, {
    today: localDate(now, config.zone),
    zone: config.zone,
    calendar: policy.calendar,
    before: null,
    standing: new Map([[row.id, row.dueDate]]),
  }).find(({ id }) => id === row.id);
  return obligation
    ? { obligation, issue }
    : { ended: say('messages.withdrawn.askedNoLonger', { record: singularOf(on.register) }) };
}

/** The commitments of these obligations, without those that were long late when the project was switched on. */
export function owedOf(project: ProjectWorld | undefined, rows: readonly Obligation[], people: People) {
  if (!project) return [];
  const { config, context } = project;
  const since = new Date(config.switchedOnAt ?? context.now);
  return rows.flatMap((row) =>
    commitmentsOf(row, (id) => people.get(id), context.policy.ladder)
      .filter((commitment) => !wasBacklog(commitment, context.people, context.policy, since))
      .map((commitment) => ({ project, row, commitment })),
  );
}

/** The same of an obligation as it stands now, with what its issue says. */
export function currentOf({ obligation, issue }: Standing, { context }: ProjectWorld, people: People) {
  const commitments = commitmentsOf(obligation, (id) => people.get(id), context.policy.ladder);
  if (!issue) return commitments;
  const { target, done, status, restricted = false } = issue;
  return commitments.map((commitment) => ({ ...commitment, target, done, status, restricted }));
}
