import { localDate } from '../../domain/calendar';
import { changedObligations, type Obligation } from '../../domain/commitments';
import {
  type ConfiguredRegister,
  obligationsOf,
  type RecordOnIssue,
  type StoredRecord,
  subjectOf,
} from '../../domain/registers';
import type { Holidays } from '../../ports/holidays';
import type { Obligations } from '../../ports/obligations';
import type { ProjectConfig, Projects } from '../../ports/projects';
import { policyOf } from '../policy-of';

export interface ObligationDeps {
  readonly obligations: Obligations;
  readonly projects: Pick<Projects, 'get'>;
  readonly holidays: Pick<Holidays, 'of'>;
}

/** Keeps what a record asks of people after a change through Docket; `before` is `null` for a new record. */
export async function saveObligations(
  deps: ObligationDeps,
  register: ConfiguredRegister,
  item: RecordOnIssue,
  before: StoredRecord | null,
  now: Date,
): Promise<void> {
  const config = await deps.projects.get(item.projectId);
  // Nothing is chased in a project that is switched off; switched on, the weekly look finds what its records ask.
  if (!config?.enabled) return;
  const standing = await deps.obligations.ofSubject(subjectOf(register.kind, item.issueId));
  const wanted = obligationsOf(register, item, {
    ...(await projectTime(deps, config, now)),
    before,
    standing: datesOf(standing),
  });
  await write(deps, standing, wanted);
}

/**
 * Holds what is kept for a whole register against its records: catches up with records that were deleted or moved away,
 * with other settings, and with what was entered while the project was switched off. Writes only what differs.
 */
export async function reconcileObligations(
  deps: ObligationDeps,
  register: ConfiguredRegister,
  config: ProjectConfig,
  items: readonly RecordOnIssue[],
  now: Date,
): Promise<void> {
  const kept = (await deps.obligations.ofProject(config.projectId)).filter(
    ({ subject }) => subject.startsWith('record:') && subject.endsWith(`:${register.kind}`),
  );
  const time = await projectTime(deps, config, now);
  const standing = datesOf(kept);
  const wanted = items.flatMap((item) =>
    obligationsOf(register, item, { ...time, before: item.record, standing }),
  );
  await write(deps, kept, wanted);
}

async function projectTime({ holidays }: ObligationDeps, config: ProjectConfig, now: Date) {
  const { calendar } = await policyOf(holidays, config, now);
  return { calendar, zone: config.zone, today: localDate(now, config.zone) };
}

const datesOf = (obligations: readonly Obligation[]): Map<string, string> =>
  new Map(obligations.map(({ id, dueDate }) => [id, dueDate]));

async function write(
  { obligations }: ObligationDeps,
  before: readonly Obligation[],
  now: readonly Obligation[],
): Promise<void> {
  const { put, remove } = changedObligations(before, now);
  if (put.length > 0) await obligations.save(put);
  if (remove.length > 0) await obligations.remove(remove);
}
