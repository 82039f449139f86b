import type { Status } from '../site/entities';
import { PRIORITIES, STATUSES, type IssueKind } from './basics';
import { DONE_WHEN, TEMPLATES, type ProjectPlan } from './catalogue';
import { instantAt, onWeekday } from './days';
import { hasLeft, teamOf, type PersonName } from './people';
import type { Random } from './random';

/** An issue before it has a key and an id. Days are counted from the seed's Monday; `null` means none. */
export interface Draft {
  readonly kind: IssueKind;
  readonly area: number;
  readonly summary: string;
  readonly why: string;
  readonly doneWhen: readonly string[];
  readonly priorityId: string;
  readonly status: Status;
  readonly assignee: PersonName | null;
  readonly reporter: PersonName;
  /** Epoch milliseconds. */
  readonly created: number;
  /** When work began, where it did; epoch milliseconds. */
  readonly started: number | null;
  readonly resolved: number | null;
  readonly isRejected: boolean;
  readonly dueDay: number | null;
  /** The day that it was due before it was moved. */
  readonly dueBefore: number | null;
  readonly labels: readonly string[];
}

/** The oldest issues were opened this many days before the seed's Monday, the youngest on the Friday before. */
const OLDEST = 115;
const YOUNGEST = 3;
const HOUR = 3_600_000;

/** Where the open issues' due dates lie: long overdue, overdue, this week, later, and none. */
function openDueDay(random: Random): number | null {
  const [low, high] = random.weighted<readonly [number, number] | readonly []>([
    [[-40, -9], 7],
    [[-8, -3], 16],
    [[0, 4], 19],
    [[7, 45], 40],
    [[], 18],
  ]);
  return low === undefined || high === undefined ? null : onWeekday(random.int(low, high));
}

function assigneeOf(plan: ProjectPlan, random: Random, isDone: boolean): PersonName | null {
  if (random.chance(isDone ? 0.02 : 0.09)) return null;
  // Somebody who left last month has few issues, and all of them still carry their name.
  return random.weighted(teamOf(plan.key).map((name) => [name, hasLeft(name) ? 0.5 : 1] as const));
}

interface Fate {
  readonly started: number | null;
  readonly resolved: number | null;
  readonly status: Status;
}

function fateOf(random: Random, created: number): Fate {
  const started = created + random.int(4, 240) * HOUR;
  const resolved = started + random.int(6, 600) * HOUR;
  if (resolved < instantAt(-1, 20) && random.chance(0.72))
    return { started, resolved, status: STATUSES.done };
  if (started > instantAt(-1, 20) || random.chance(0.5)) {
    return { started: null, resolved: null, status: STATUSES.toDo };
  }
  return { started, resolved: null, status: random.chance(0.35) ? STATUSES.inReview : STATUSES.inProgress };
}

function wordsOf(plan: ProjectPlan, random: Random, kind: IssueKind, area: number, taken: Set<string>) {
  const [component, things] = plan.areas[area] as ProjectPlan['areas'][number];
  if (kind === 'epic') return { summary: `${component}: everything for go-live`, why: plan.description };
  const templates = TEMPLATES[kind];
  for (let attempt = 0; ; attempt++) {
    const thing = random.pick(things);
    const [phrase, why] = random.pick(templates);
    const summary = phrase(thing);
    if (!taken.has(summary) || attempt > 30) {
      taken.add(summary);
      return { summary, why };
    }
  }
}

function createdOf(random: Random, kind: IssueKind): number {
  const day = kind === 'epic' ? -OLDEST - 2 : onWeekday(-random.int(YOUNGEST, OLDEST));
  return instantAt(day, random.int(3, 18), random.int(0, 59));
}

function draftOf(
  plan: ProjectPlan,
  random: Random,
  kind: IssueKind,
  area: number,
  taken: Set<string>,
): Draft {
  const created = createdOf(random, kind);
  const fate: Fate =
    kind === 'epic'
      ? { started: created, resolved: null, status: STATUSES.inProgress }
      : fateOf(random, created);
  const { resolved } = fate;
  const doneDay = resolved === null ? null : Math.floor((resolved - instantAt(0, 0)) / (24 * HOUR));
  const dueDay =
    kind === 'epic'
      ? (plan.milestones.at(-1)?.release ?? null)
      : doneDay === null
        ? openDueDay(random)
        : random.chance(0.8)
          ? onWeekday(doneDay + random.int(-4, 9))
          : null;
  return {
    kind,
    area,
    ...wordsOf(plan, random, kind, area, taken),
    doneWhen: random.shuffle(DONE_WHEN).slice(0, random.int(1, 3)),
    priorityId: random.weighted(
      Object.values(PRIORITIES).map((priority, i) => [priority.id, [1, 4, 9, 3, 1][i] ?? 1] as const),
    ),
    ...fate,
    assignee: kind === 'epic' ? plan.lead : assigneeOf(plan, random, resolved !== null),
    reporter: random.pick(teamOf(plan.key).filter((name) => !hasLeft(name))),
    created,
    isRejected: resolved !== null && random.chance(0.08),
    dueDay,
    dueBefore: dueDay !== null && random.chance(0.15) ? onWeekday(dueDay - random.int(5, 14)) : null,
    labels: random.chance(0.45) ? [random.pick(plan.labels)] : [],
  };
}

/** The issues of a project, oldest first: an epic for each area, then the work. */
export function draftIssues(plan: ProjectPlan, random: Random): Draft[] {
  const taken = new Set<string>();
  const epics = plan.areas.map((_area, i) => draftOf(plan, random, 'epic', i, taken));
  const work = Array.from({ length: plan.issues - epics.length }, () => {
    const kind = random.weighted<IssueKind>([
      ['story', 24],
      ['task', 46],
      ['bug', 22],
      ['subtask', 8],
    ]);
    return draftOf(plan, random, kind, random.int(0, plan.areas.length - 1), taken);
  });
  return [...epics, ...work.sort((a, b) => a.created - b.created)];
}
