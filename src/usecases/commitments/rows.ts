import { type LocalDate, localDate } from '../../domain/calendar';
import {
  type Action,
  actionsFor,
  assess,
  type Attention,
  heldBack,
  lastTouched,
  type Look,
  silentDays,
} from '../../domain/attention';
import {
  type Commitment,
  type EscalatedStage,
  escalatedAs,
  isAsked,
  ladderOf,
  messageKey,
  pastStages,
  personOf,
  readAskedId,
  recipientOf,
  type Standing,
  standingOn,
  type Stage,
} from '../../domain/commitments';
import { groupBy } from '../../domain/group-by';
import { askOf } from '../../domain/registers';
import type { Ledger, LedgerEntry } from '../../ports/ledger';
import type { ProjectWorld } from '../follow-up/world';
import type { PlannedMessage } from '../preview';
import { isLeftAlone } from './left-alone';
import { nextMessage } from './next-message';

/** One commitment with all that lists say of it. */
export interface CommitmentRow {
  /** With the date that counts: the one promised last. */
  readonly commitment: Commitment;
  readonly standing: Standing;
  readonly held: ReturnType<typeof heldBack>;
  readonly snoozedUntil: LocalDate | null;
  readonly attention: Attention | null;
  /** What somebody who may edit the project's issues may do about it. */
  readonly actions: readonly Action[];
  readonly last: LedgerEntry | null;
  readonly next: PlannedMessage | null;
}

/** The newest messages of the project, which hold those that were asked for by hand. */
const NEWEST = 100;
/** Stages looked up for each commitment, the newest first. */
const STAGES = 4;

/** What lists say of these commitments. Reads storage alone: whatever Jira tells is in them already. */
export async function rowsOf(
  ledger: Pick<Ledger, 'get' | 'ofProject'>,
  project: ProjectWorld,
  commitments: readonly Commitment[],
): Promise<CommitmentRow[]> {
  const items = commitments.map(project.context.effective);
  const entries = await entriesAbout(ledger, project, items);
  const byCommitment = groupBy(entries, ({ commitmentId }) => commitmentId);
  const byTarget = groupBy(entries, ({ target }) => `${target.kind} ${target.id}`);
  const known = new Set(entries.map(({ key }) => key));
  return items.map((item) => {
    const onTarget = byTarget.get(`${item.target.kind} ${item.target.id}`) ?? [];
    return rowOf(project, item, { own: byCommitment.get(item.id) ?? [], onTarget, known });
  });
}

/** The date for whoever is told of it. */
const todayOf = (item: Commitment, { config, context }: ProjectWorld): LocalDate =>
  localDate(context.now, recipientOf(item, context.people)?.zone ?? config.zone);

const standingOf = (item: Commitment, project: ProjectWorld): Standing => {
  const { policy } = project.context;
  return standingOn(item.dueDate, todayOf(item, project), ladderOf(policy, item), policy.calendar);
};

const keyOf = (item: Commitment, stage: Stage): string =>
  messageKey(stage.kind === 'escalated' ? escalatedAs(item).id : item.id, item.dueDate, stage);

/** The levels of its chain that have somebody to tell. */
const levelsOf = (item: Commitment, { context: { policy, people } }: ProjectWorld): EscalatedStage[] =>
  ladderOf(policy, item).escalations.flatMap(({ day, to }, i) =>
    personOf(to, item, people, policy) === null
      ? []
      : [{ kind: 'escalated' as const, level: i + 1, days: day, to }],
  );

/** What the ledger knows of them: each one's newest stages and its levels, and whatever came last in the project. */
async function entriesAbout(
  ledger: Pick<Ledger, 'get' | 'ofProject'>,
  project: ProjectWorld,
  items: readonly Commitment[],
): Promise<LedgerEntry[]> {
  const { policy, projectId } = project.context;
  const newest = await ledger.ofProject(projectId, NEWEST);
  const here = new Set(newest.map(({ key }) => key));
  const keys = items.flatMap((item) => {
    const ladder = ladderOf(policy, item);
    const past = pastStages(item.dueDate, todayOf(item, project), ladder, policy.calendar);
    const stages = past.length > 0 ? [...past.slice(0, STAGES), ...levelsOf(item, project)] : [];
    return stages.map((stage) => keyOf(item, stage));
  });
  return [...newest, ...(await ledger.get([...new Set(keys)].filter((key) => !here.has(key))))];
}

interface Messages {
  readonly own: readonly LedgerEntry[];
  /** On the same issue or page, about whatever. */
  readonly onTarget: readonly LedgerEntry[];
  readonly known: ReadonlySet<string>;
}

function rowOf(project: ProjectWorld, item: Commitment, { own, onTarget, known }: Messages): CommitmentRow {
  const { context, config } = project;
  const { policy } = context;
  const today = todayOf(item, project);
  const standing = standingOf(item, project);
  const last = newestOf(own);
  const snoozedUntil = context.snoozedUntil(item);
  const touched = item.updatedAt && lastTouched(item.updatedAt, onTarget.flatMap(ownMessage));
  const look: Look = {
    today,
    policy,
    isBacklog: isLeftAlone(project, item),
    snoozedUntil,
    silentFor: touched ? silentDays(touched, today, { zone: config.zone, calendar: policy.calendar }) : null,
    toldToday: own.some((entry) => entry.state === 'sent' && entry.local.slice(0, 10) === today),
    nextLevel: nextLevel(item, project, known),
    asks: asksOf(item),
  };
  return {
    commitment: item,
    standing,
    held: heldBack(item, look),
    snoozedUntil: snoozedUntil !== null && today < snoozedUntil ? snoozedUntil : null,
    attention: assess(item, look),
    actions: actionsFor(item, look),
    last,
    next: nextMessage(item, context, known),
  };
}

/** What was decided and not taken back, the newest. */
const newestOf = (entries: readonly LedgerEntry[]): LedgerEntry | null =>
  entries
    .filter(({ state }) => state !== 'withdrawn')
    .reduce<LedgerEntry | null>((last, one) => (last && last.decidedAt >= one.decidedAt ? last : one), null);

const ownMessage = ({ state, settledAt, itemUpdatedAt }: LedgerEntry) =>
  state === 'sent' && settledAt !== null ? [{ at: settledAt, itemUpdatedAt }] : [];

/** The lowest level of the chain that was never told. */
const nextLevel = (item: Commitment, project: ProjectWorld, known: ReadonlySet<string>): number | null =>
  levelsOf(item, project).find((stage) => !known.has(keyOf(item, stage)))?.level ?? null;

function asksOf(item: Commitment): Look['asks'] {
  const asked = isAsked(item) ? readAskedId(item.id) : null;
  const rule = asked && askOf(asked.obligationId)?.rule;
  if (!rule) return null;
  if (rule.who === 'approvers') return 'approval';
  return rule.key === 'decision' ? 'decision' : null;
}
