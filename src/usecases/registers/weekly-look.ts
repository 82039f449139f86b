import { registerName, REGISTERS } from '../../domain/registers';
import { groupBy } from '../../domain/group-by';
import { registerWeek } from '../../domain/schedule/jobs';
import { isAppError } from '../../errors';
import type { Clock } from '../../ports/clock';
import type { Numbers } from '../../ports/counters';
import type { Log } from '../../ports/log';
import type { Meter } from '../../ports/meter';
import type { Progress } from '../../ports/progress';
import type { Projects } from '../../ports/projects';
import type { FoundRecords, Records } from '../../ports/records';
import type { RegisterSettingsStore } from '../../ports/register-settings';
import { type Budget, budgetOf, type RunLimits, type Stop } from '../follow-up/budget';
import type { Broken } from '../follow-up/source';
import { say } from '../../words';
import { registersOf } from './register-of';
import { type DueRegister, type SnapshotDeps, takeSnapshot, type Taken } from './snapshot';

export interface WeekDeps extends SnapshotDeps {
  readonly clock: Clock;
  readonly projects: Pick<Projects, 'get' | 'enabled'>;
  readonly records: Pick<Records, 'read' | 'indexedIn'>;
  readonly numbers: Pick<Numbers, 'inUse'>;
  readonly registerSettings: Pick<RegisterSettingsStore, 'of'>;
  readonly meter: Meter;
  readonly progress: Progress;
  readonly log: Log;
}

export interface WeekReport extends Taken {
  readonly broken: readonly Broken[];
  /** Registers with records that do not read. */
  readonly spoilt: readonly Broken[];
  /** Why the run stopped before its end: the registers that have no snapshot yet are the next run's. */
  readonly stopped: Stop;
}

/** Properties that one search may bring: https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issue-search/ */
const KINDS_A_SEARCH = 5;

/**
 * The weekly look at the registers of all projects whose week began in this UTC hour: keeps their figures and what
 * their records ask of people. A register without a record costs nothing, and one that has its snapshot of the week
 * is left alone, so that a run may come twice, or go on where another stopped.
 *
 * @param hour `2026-07-20T03`
 * @throws AppError RATE_LIMITED or UPSTREAM_DOWN where the platform does not answer
 */
export async function lookAtRegisters(deps: WeekDeps, hour: string, limits: RunLimits): Promise<WeekReport> {
  const due = await dueRegisters(deps, hour);
  if (due.length === 0) return { records: 0, unreadable: 0, broken: [], spoilt: [], stopped: null };
  const budget = await budgetOf(deps, limits, deps.clock.now());
  try {
    return await new WeeklyLook(deps, budget).at(due);
  } finally {
    await budget.close();
  }
}

async function dueRegisters(deps: WeekDeps, hour: string): Promise<DueRegister[]> {
  const now = deps.clock.now();
  const inUse = groupBy(await deps.numbers.inUse(), ({ projectId }) => projectId);
  const due: DueRegister[] = [];
  for (const config of inUse.size > 0 ? await deps.projects.enabled() : []) {
    const { projectId } = config;
    const kinds = new Set(inUse.get(projectId)?.map(({ kind }) => kind));
    const begun = registerWeek(config, now);
    if (kinds.size === 0 || begun?.hour !== hour) continue;
    for (const register of await registersOf(deps.registerSettings, projectId)) {
      if (!kinds.has(register.kind)) continue;
      const [latest = null] = await deps.snapshots.recent(projectId, register.kind, 1);
      if (!latest || latest.week < begun.week) due.push({ config, register, week: begun.week, latest });
    }
  }
  return due;
}

class WeeklyLook {
  #taken: Taken = { records: 0, unreadable: 0 };
  readonly #broken: Broken[] = [];
  readonly #spoilt: Broken[] = [];

  constructor(
    private readonly deps: WeekDeps,
    private readonly budget: Budget,
  ) {}

  async at(due: readonly DueRegister[]): Promise<WeekReport> {
    let stopped: Stop = null;
    for (let first = 0; first < REGISTERS.length; first += KINDS_A_SEARCH) {
      const kinds = REGISTERS.slice(first, first + KINDS_A_SEARCH).map(({ kind }) => kind);
      stopped ??= await this.#search(due.filter(({ register }) => kinds.includes(register.kind)));
    }
    return { ...this.#taken, broken: this.#broken, spoilt: this.#spoilt, stopped };
  }

  /** One search for all of these; Jira refuses it for one bad project, and each alone shows which. */
  async #search(due: readonly DueRegister[]): Promise<Stop> {
    const left = groupBy(due, ({ config }) => config.projectId);
    const stopped = this.budget.exceeded();
    if (stopped || left.size === 0) return stopped;
    const keys = [...new Set(due.map(({ register }) => register.propertyKey))];
    try {
      for await (const { projectId, found } of byProject(this.deps.records, [...left.keys()], keys)) {
        const own = left.get(projectId) ?? [];
        left.delete(projectId);
        await this.#guard(projectId, () => this.#take(own, found));
        // Only between projects, so that each run gets on by one at least, however much it has.
        const enough = this.budget.exceeded();
        if (enough && left.size > 0) return enough;
      }
      return null;
    } catch (error) {
      const [projectId, ...others] = left.keys();
      if (projectId === undefined || isPassing(error)) throw error;
      if (others.length === 0) return this.#leaveOut(projectId, error);
    }
    for (const alone of left.values()) {
      const stop = await this.#search(alone);
      if (stop) return stop;
    }
    return null;
  }

  async #take(due: readonly DueRegister[], found: readonly FoundRecords[]): Promise<void> {
    for (const one of due) {
      const { propertyKey } = one.register;
      const own = found.flatMap(({ properties, ...issue }) =>
        properties[propertyKey] === undefined ? [] : [{ ...issue, property: properties[propertyKey] }],
      );
      const { records, unreadable } = await takeSnapshot(this.deps, one, own);
      if (unreadable > 0) {
        const { config, register } = one;
        const why = say('admin.spoilt', { register: registerName(register), count: unreadable });
        this.#spoilt.push({ projectId: config.projectId, why });
      }
      this.#taken = {
        records: this.#taken.records + records,
        unreadable: this.#taken.unreadable + unreadable,
      };
    }
  }

  async #guard(projectId: string, work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      if (isPassing(error)) throw error;
      this.#leaveOut(projectId, error);
    }
  }

  #leaveOut(projectId: string, error: unknown): null {
    this.deps.log.error('registers of a project left out', { projectId, error: String(error) });
    const why = isAppError(error) ? error.words : say('admin.fault');
    this.#broken.push({ projectId, why });
    return null;
  }
}

/** Trouble of the platform, which the run tries again after. */
const isPassing = (error: unknown): boolean => isAppError(error, 'RATE_LIMITED', 'UPSTREAM_DOWN');

/** What a search finds in each project, as soon as it has come to the end of it. */
async function* byProject(
  records: WeekDeps['records'],
  projectIds: readonly string[],
  propertyKeys: readonly string[],
): AsyncGenerator<{ readonly projectId: string; readonly found: readonly FoundRecords[] }> {
  const left = new Set(projectIds);
  let found: FoundRecords[] = [];
  let next: string | null = null;
  do {
    const page = await records.indexedIn(projectIds, propertyKeys, 'state', next);
    for (const issue of page.found) {
      const before = found[0]?.projectId ?? issue.projectId;
      if (before !== issue.projectId) {
        left.delete(before);
        yield { projectId: before, found };
        found = [];
      }
      found.push(issue);
    }
    next = page.next;
  } while (next !== null);
  for (const projectId of left)
    yield { projectId, found: found.filter((issue) => issue.projectId === projectId) };
}
