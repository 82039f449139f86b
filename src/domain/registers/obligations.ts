import { addDays, addWorkingDays, type LocalDate, localDate, type WorkingCalendar } from '../calendar';
import { atOnce, type Ladder, type Obligation } from '../commitments';
import { waitingFor } from './approval';
import type { ConfiguredRegister } from './configure';
import type { DueRule } from './define';
import { reviewDate } from './review';
import type { ApprovalState, StoredRecord } from './stored';

/** A record and the issue that carries it. */
export interface RecordOnIssue {
  readonly issueId: string;
  readonly issueKey: string;
  readonly projectId: string;
  readonly summary: string;
  readonly record: StoredRecord;
}

export interface ObligationContext {
  /** The date in the project's zone. */
  readonly today: LocalDate;
  readonly zone: string;
  readonly calendar: WorkingCalendar;
  /** The record as it was known before; `null` where it was not. */
  readonly before: StoredRecord | null;
  /** Dates of the obligations that this record has now, by id: what was raised once is not raised again. */
  readonly standing: ReadonlyMap<string, LocalDate>;
}

/** What asks: every obligation of one record has this subject. */
export const subjectOf = (kind: string, issueId: string): string => `record:${issueId}:${kind}`;

/** The record that asks; `null` where it is no record. */
export function recordOf(subject: string): { readonly issueId: string; readonly kind: string } | null {
  const [, issueId, kind] = /^record:(\d+):(\w+)$/.exec(subject) ?? [];
  return issueId !== undefined && kind !== undefined ? { issueId, kind } : null;
}

/**
 * Everything that a record asks of people now: a date each, or news for the escalation chain. News keep the date on
 * which they were raised for as long as they are true, so that they are told once; raised again later, they are new.
 */
export function obligationsOf(
  register: ConfiguredRegister,
  item: RecordOnIssue,
  context: ObligationContext,
): Obligation[] {
  return [...owed(register, item, context), ...news(register, item, context)];
}

function owed(register: ConfiguredRegister, item: RecordOnIssue, context: ObligationContext): Obligation[] {
  const { record } = item;
  return (register.due ?? []).flatMap((rule) => {
    if (!rule.states.includes(record.state)) return [];
    const dueDate = dateOf(rule, register, record, context);
    const people = peopleOf(rule, record);
    if (dueDate === null || people === null) return [];
    const what = { key: rule.key, rule: rule.label, dueDate, people, ladder: ladderFor(rule, register) };
    return [obligation(register, item, { ...what, tells: 'people', news: null })];
  });
}

function dateOf(
  { date }: DueRule,
  register: ConfiguredRegister,
  record: StoredRecord,
  context: ObligationContext,
): LocalDate | null {
  const { approval, values } = record;
  if (date === 'approvalDue') return approval ? approvalDue(register, approval, context) : null;
  if (date === register.review?.field) return reviewDate(register, record, context.zone);
  const given = values[date];
  return typeof given === 'string' ? given : null;
}

/** When an approval has waited as long as the project allows. */
function approvalDue(
  { settings }: ConfiguredRegister,
  { requestedAt }: ApprovalState,
  { zone, calendar }: ObligationContext,
): LocalDate {
  return addWorkingDays(localDate(new Date(requestedAt), zone), settings.approval.graceDays, calendar);
}

/** `null` where nobody has to answer any more. */
function peopleOf({ who, otherwise }: DueRule, { values, approval }: StoredRecord): readonly string[] | null {
  if (who === 'approvers') {
    const waiting = approval ? waitingFor(approval) : [];
    return waiting.length > 0 ? waiting : null;
  }
  const named = values[who] ?? (otherwise === undefined ? undefined : values[otherwise]);
  return (Array.isArray(named) ? named : [named]).filter((id): id is string => typeof id === 'string');
}

/** One escalation stands for all who have not voted, so that a late approval is not escalated once for each of them. */
function ladderFor({ who, lapses }: DueRule, { settings: { ladder } }: ConfiguredRegister): Ladder {
  if (who === 'approvers') return { ...ladder, escalations: [] };
  return lapses ? { ...ladder, escalations: atOnce(ladder) } : ladder;
}

interface News {
  readonly key: string;
  readonly rule: string;
  readonly news: string;
  /** Raised when it was found to be so, where it has no date of its own. */
  readonly dueDate?: LocalDate;
}

function news(register: ConfiguredRegister, item: RecordOnIssue, context: ObligationContext): Obligation[] {
  const { ladder } = register.settings;
  const chain = { leadDays: [], overdue: null, escalations: atOnce(ladder) };
  const isOver = register.lifecycle[item.record.state]?.final === true;
  const found = [
    ...(isOver ? [] : [...aboveAppetite(register, item.record), ...bandRisen(register, item, context)]),
    ...approvalLate(register, item.record, context),
  ];
  return found.map(({ dueDate, ...what }) => {
    const id = idOf(register, item, what.key);
    // A level is told on working days late: the day before makes today, or the next working day, the first.
    const raised = dueDate ?? context.standing.get(id) ?? addDays(context.today, -1);
    return obligation(register, item, {
      ...what,
      dueDate: raised,
      people: [],
      tells: 'chain',
      ladder: chain,
    });
  });
}

function aboveAppetite({ settings: { appetite } }: ConfiguredRegister, { score }: StoredRecord): News[] {
  if (appetite === null || score === null || score <= appetite) return [];
  const news = `Its score of ${score} is above the appetite of ${appetite}.`;
  return [{ key: 'appetite', rule: 'Above the appetite', news }];
}

/** Each rise is news of its own; it stays so until the record falls below that band again. */
function bandRisen(register: ConfiguredRegister, item: RecordOnIssue, context: ObligationContext): News[] {
  const { bands } = register.settings;
  const lowestFirst = bands.map(({ label }) => label).reverse();
  const rankOf = (label: string | null | undefined): number =>
    label == null ? -1 : lowestFirst.indexOf(label);
  const rank = rankOf(item.record.band);
  const before = rankOf(context.before?.band);
  return Array.from({ length: rank + 1 }, (_, reached) => reached).flatMap((reached) => {
    const key = `band-${reached}`;
    const isNew = reached === rank && before >= 0 && rank > before;
    if (!isNew && !context.standing.has(idOf(register, item, key))) return [];
    return [{ key, rule: 'Band changed', news: `It has risen to ${lowestFirst[reached]}.` }];
  });
}

function approvalLate(
  register: ConfiguredRegister,
  { state, approval }: StoredRecord,
  context: ObligationContext,
): News[] {
  if (!approval || state !== register.approvals?.waits || waitingFor(approval).length === 0) return [];
  const { authority, requestedAt } = approval;
  const news = `It has waited for the approval of ${authority} since ${localDate(new Date(requestedAt), context.zone)}.`;
  return [
    {
      key: 'approval-late',
      rule: 'Approval waiting',
      news,
      dueDate: approvalDue(register, approval, context),
    },
  ];
}

const idOf = ({ kind }: ConfiguredRegister, { issueId }: RecordOnIssue, key: string): string =>
  `${subjectOf(kind, issueId)}:${key}`;

function obligation(
  register: ConfiguredRegister,
  item: RecordOnIssue,
  what: Pick<Obligation, 'rule' | 'dueDate' | 'people' | 'tells' | 'news' | 'ladder'> & {
    readonly key: string;
  },
): Obligation {
  const { key, ...asked } = what;
  const { issueId, issueKey, projectId, summary, record } = item;
  const rule = `${what.rule}, ${record.id ?? register.singular.toLowerCase()}`;
  return {
    id: idOf(register, item, key),
    subject: subjectOf(register.kind, issueId),
    projectId,
    target: { kind: 'issue', id: issueId, key: issueKey },
    summary: `${rule}: ${summary}`,
    ...asked,
    rule,
  };
}
