import { type LocalDate, localDate } from '../../domain/calendar';
import {
  type Commitment,
  isQuiet,
  ladderOf,
  type LiveCommitment,
  type Person,
  readAskedId,
  recipientOf,
  type Standing,
  standingOn,
} from '../../domain/commitments';
import { groupBy } from '../../domain/group-by';
import { ruleInWords } from '../../domain/registers';
import { isAppError } from '../../errors';
import type { Channel, Choice } from '../../ports/choices';
import type { LedgerEntry } from '../../ports/ledger';
import type { Text } from '../../words';
import type { ProjectContext } from '../follow-up/deps';
import type { ProjectWorld } from '../follow-up/world';
import { type Ground, groundOf } from '../commitments/ground';
import { isLeftAlone } from '../commitments/left-alone';
import { plan, type PreviewDeps } from '../preview';
import { askedOnIssue } from '../preview-asked';
import { type StepTaken, stepsTaken } from './steps-taken';

/** Why nothing is sent about an item, or `open`. `uncounted`: the project's query leaves it out. */
export type Attention = 'open' | 'undated' | 'done' | 'quiet' | 'backlog' | 'uncounted';

/** Something that is owed on one issue: its own date, or what a record on it asks of people. */
export interface FollowedItem {
  readonly id: string;
  /** What is asked, in a few words; `null` for the issue itself. */
  readonly rule: Text | null;
  readonly owners: readonly Person[];
  /** The date that counts, and the one promised first where that is another. */
  readonly dueDate: LocalDate | null;
  readonly firstDate: LocalDate | null;
  /** On the owner's calendar; `null` without a date. */
  readonly standing: Standing | null;
  readonly attention: Attention;
  /** Of the issue in Jira; empty for what records ask. */
  readonly status: string;
  /** Earliest first. */
  readonly steps: readonly StepTaken[];
}

export type IssueFollowUp =
  | { readonly is: 'off' }
  | { readonly is: 'unreadable'; readonly why: Text }
  | {
      readonly is: 'on';
      readonly items: readonly FollowedItem[];
      /** Names of those who are told, by account id. */
      readonly people: Readonly<Record<string, string>>;
      readonly choice: Choice | null;
      /** How the person who looks wants to be told. */
      readonly channel: Channel;
      readonly digestsHere: boolean;
    };

/** Farther than the steps of any sensible ladder. */
const REACH_DAYS = 60;
const DAY_MS = 86_400_000;

/** What is owed on an issue, where each stands on its ladder, and what was chosen about it. */
export async function readFollowUp(
  deps: PreviewDeps,
  item: LiveCommitment,
  entries: readonly LedgerEntry[],
  actor: string,
): Promise<IssueFollowUp> {
  const config = await deps.projects.get(item.projectId);
  if (!config?.enabled) return { is: 'off' };
  let known: Ground;
  try {
    known = await groundOf(deps, config);
  } catch (error) {
    if (!isAppError(error, 'NOT_FOUND')) throw error;
    return { is: 'unreadable', why: error.words };
  }
  const { project, people } = known;
  const { context } = project;
  const own = context.effective(item);
  const attention = await attentionOf(deps, project, own);
  const asked = await askedOnIssue(deps, project, people, item.target.id);
  const dated = own.dueDate === null ? [] : [{ ...own, dueDate: own.dueDate }];
  const until = new Date(context.now.getTime() + REACH_DAYS * DAY_MS);
  const planned = await plan(deps, [...(attention === 'open' ? dated : []), ...asked], context, until);
  const told = { context, entries, planned };
  const steps = (one: Commitment) => stepsTaken(one, told, one.asked !== undefined || attention === 'open');
  const items = [
    followed([own], null, attention, dated.flatMap(steps), context),
    ...[...groupBy(asked, (one) => readAskedId(one.id)?.obligationId ?? one.id)].map(([id, group]) => {
      const rule = group[0]?.asked?.rule;
      const what = rule === undefined ? null : ruleInWords(id, rule);
      return followed(group, what, 'open', group.flatMap(steps), context);
    }),
  ];
  return {
    is: 'on',
    items,
    people: Object.fromEntries(
      [
        ...planned.map(({ recipient }) => recipient),
        ...items.flatMap(({ owners }) => owners),
        ...[context.people.lead, context.people.sponsor].filter((person) => person !== null),
      ].map(({ accountId, displayName }) => [accountId, displayName]),
    ),
    choice: project.choices.get(item.id) ?? null,
    channel: context.digestFor.has(actor) ? 'digest' : 'each',
    digestsHere: context.digestTarget !== null,
  };
}

function followed(
  group: readonly (Commitment | LiveCommitment)[],
  rule: Text | null,
  attention: Attention,
  steps: readonly StepTaken[],
  { people, policy, now }: ProjectContext,
): FollowedItem {
  const [first] = group as [LiveCommitment];
  const { dueDate } = first;
  const today = localDate(now, recipientOf(first, people)?.zone ?? 'UTC');
  const owners = group.flatMap(({ owner }) => owner ?? []);
  return {
    id: first.id,
    rule,
    owners: [...new Map(owners.map((person) => [person.accountId, person])).values()],
    dueDate,
    firstDate: first.firstDate ?? null,
    standing: dueDate === null ? null : standingOn(dueDate, today, ladderOf(policy, first), policy.calendar),
    attention,
    status: first.asked ? '' : first.status,
    steps: [...steps].sort(byDay),
  };
}

const byDay = (a: StepTaken, b: StepTaken): number => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0);

async function attentionOf(
  { visible }: PreviewDeps,
  project: ProjectWorld,
  item: LiveCommitment,
): Promise<Attention> {
  const { config, context } = project;
  if (item.done) return 'done';
  const { dueDate } = item;
  if (dueDate === null) return 'undated';
  if (isQuiet(context.policy, item.status)) return 'quiet';
  if (isLeftAlone(project, { ...item, dueDate })) return 'backlog';
  const { projectId, actionQuery } = config;
  if (actionQuery === null) return 'open';
  const clause = { kind: 'items' as const, ids: [item.target.id] };
  const { commitments } = await visible.commitments([{ projectIds: [projectId], actionQuery, clause }], null);
  return commitments.length > 0 ? 'open' : 'uncounted';
}
