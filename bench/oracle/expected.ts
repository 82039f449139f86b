import { keyOf, type Tenant, type TenantChange, type TenantItem, type TenantProject } from '../tenant/types';
import { dayNumber, type WallClock, wallClock } from './calendar';
import { DELIVERY_MINUTE, escalationLevel, isBacklog, ownerStage } from './ladder';

const HOUR = 3_600_000;
/** No rule reaches so far; what is due further from the week needs no look at each hour. */
const REACH_DAYS = 60;

/** A message that the policy owes: who is told what about which issue, and the tick that sends it. */
export interface Message {
  /** Issue key. */
  readonly item: string;
  /** Account id. */
  readonly recipient: string;
  /** `upcoming(3)`, `due-today`, `overdue(1)`, `escalated(1)`. */
  readonly stage: string;
  /** The full UTC hour, epoch milliseconds. */
  readonly tick: number;
}

/** An issue as it stands at one moment. */
interface Standing {
  readonly ownerId: string | null;
  readonly dueDate: string | null;
  readonly open: boolean;
}

/**
 * Every message of the week by the default policy, worked out from the data alone: hour by hour, what is owed and was
 * not sent before. A message is one for an issue, due date and stage, whoever the owner is by then.
 */
export function expectedMessages(tenant: Tenant): Message[] {
  const days = createDays(tenant);
  const changes = new Map<string, TenantChange[]>();
  for (const change of tenant.changes)
    changes.set(keyOf(change), [...(changes.get(keyOf(change)) ?? []), change]);
  const projects = new Map(tenant.projects.map((project) => [project.key, project]));
  const messages: Message[] = [];
  const follow = (item: TenantItem, existed: boolean): void => {
    const project = projects.get(item.projectKey);
    if (!project) throw new Error(`${keyOf(item)} belongs to no project.`);
    messages.push(
      ...followItem({ tenant, days, project, item, existed, changes: changes.get(keyOf(item)) ?? [] }),
    );
  };
  for (const item of tenant.items())
    if (item.doneAt === null && (changes.has(keyOf(item)) || isNear(item.dueDate, tenant)))
      follow(item, true);
  for (const change of tenant.changes)
    if (change.do === 'create') follow({ ...change, created: change.at, doneAt: null }, false);
  return messages.sort((a, b) => a.tick - b.tick);
}

function isNear(dueDate: string | null, { start }: Tenant): boolean {
  return dueDate !== null && Math.abs(dayNumber(dueDate) - start / (24 * HOUR)) <= REACH_DAYS;
}

interface Days {
  readonly ticks: readonly number[];
  /** What the recipient's clock shows at the tick. */
  clockOf(accountId: string, tick: number): WallClock;
  isActive(accountId: string): boolean;
}

function createDays({ start, days, people }: Tenant): Days {
  const ticks = Array.from({ length: days * 24 }, (_, i) => start + i * HOUR);
  const byZone = new Map(
    [...new Set(people.map(({ zone }) => zone))].map((zone) => [
      zone,
      new Map(ticks.map((tick) => [tick, wallClock(tick, zone)])),
    ]),
  );
  const byId = new Map(people.map((person) => [person.accountId, person]));
  const personOf = (accountId: string) => {
    const person = byId.get(accountId);
    if (!person) throw new Error(`There is no person ${accountId}.`);
    return person;
  };
  return {
    ticks,
    clockOf(accountId, tick) {
      const clock = byZone.get(personOf(accountId).zone)?.get(tick);
      if (!clock) throw new Error(`No tick of the week is at ${tick}.`);
      return clock;
    },
    isActive: (accountId) => personOf(accountId).active,
  };
}

interface Follow {
  readonly tenant: Tenant;
  readonly days: Days;
  readonly project: TenantProject;
  readonly item: TenantItem;
  /** False for an issue that is created during the week. */
  readonly existed: boolean;
  readonly changes: readonly TenantChange[];
}

function standingAfter(standing: Standing, change: TenantChange): Standing {
  switch (change.do) {
    case 'resolve':
      return { ...standing, open: false };
    case 'move':
      return { ...standing, dueDate: change.dueDate };
    case 'assign':
      return { ...standing, ownerId: change.ownerId };
    case 'create':
      return standing;
  }
}

function followItem({ tenant, days, project, item, existed, changes }: Follow): Message[] {
  const recipientOf = (ownerId: string | null): string =>
    ownerId !== null && days.isActive(ownerId) ? ownerId : project.leadId;
  const backlogDate =
    existed &&
    item.dueDate !== null &&
    isBacklog(item.dueDate, days.clockOf(recipientOf(item.ownerId), tenant.start).date)
      ? item.dueDate
      : null;
  const chain: readonly (string | null)[] = [project.leadId, project.sponsorId];
  const item_ = keyOf(item);
  const sent = new Set<string>();
  const messages: Message[] = [];
  let standing: Standing = { ownerId: item.ownerId, dueDate: item.dueDate, open: true };
  let next = 0;
  for (const tick of days.ticks) {
    for (let change = changes[next]; change && change.at <= tick; change = changes[(next += 1)])
      standing = standingAfter(standing, change);
    const { dueDate, open, ownerId } = standing;
    if (!open || item.created > tick || dueDate === null || dueDate === backlogDate) continue;
    const owe = (recipient: string, stageOn: (today: string) => string | null): void => {
      const { date, minute } = days.clockOf(recipient, tick);
      const stage = minute >= DELIVERY_MINUTE ? stageOn(date) : null;
      if (stage === null || sent.has(`${dueDate} ${stage}`)) return;
      sent.add(`${dueDate} ${stage}`);
      messages.push({ item: item_, recipient, stage, tick });
    };
    owe(recipientOf(ownerId), (today) => ownerStage(dueDate, today));
    chain.forEach((recipient, i) => {
      if (recipient !== null)
        owe(recipient, (today) => (escalationLevel(dueDate, today) === i + 1 ? `escalated(${i + 1})` : null));
    });
  }
  return messages;
}
