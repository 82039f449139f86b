import type { z } from 'zod';
import type { commitments } from '../../src/contract';
import type { CommitmentView } from '../../src/contract/commitments';
import { names } from './screen-answers';

/** An issue that is due on the day after the one of the answers; a test replaces what it is about. */
export const commitment = (number: number, over: Partial<CommitmentView> = {}): CommitmentView => ({
  id: `jira:${10_000 + number}`,
  source: 'issue',
  item: `PRJ-${number}`,
  url: `https://site.example/browse/PRJ-${number}`,
  summary: `Write down the interface ${number}`,
  record: null,
  owner: 'u-1',
  ownerActive: true,
  dueDate: '2012-07-17',
  firstDate: null,
  status: 'To Do',
  priority: 'Medium',
  stage: 'upcoming',
  level: 0,
  daysLeft: 1,
  daysLate: 0,
  createdAt: '2012-06-01T08:00:00.000Z',
  updatedAt: '2012-07-01T08:00:00.000Z',
  snoozedUntil: null,
  held: null,
  attention: null,
  actions: ['remind', 'snooze', 'reassign', 'open'],
  lastMessage: null,
  nextMessage: {
    at: '2012-07-17T03:30:00.000Z',
    local: '2012-07-17T09:00',
    recipient: 'u-1',
    stage: 'due-today',
    why: 'Rule: remind the owner on the due date.',
  },
  ...over,
});

/** One that is late, of somebody else. */
export const lateCommitment = (number: number, daysLate: number, over: Partial<CommitmentView> = {}) =>
  commitment(number, {
    owner: 'u-2',
    dueDate: '2012-07-03',
    stage: daysLate >= 3 ? 'escalated' : 'overdue',
    level: daysLate >= 8 ? 2 : daysLate >= 3 ? 1 : 0,
    daysLeft: 0,
    daysLate,
    attention: {
      severity: daysLate >= 8 ? 'critical' : 'serious',
      why: `It is ${daysLate} working days late.`,
      action: 'remind',
    },
    actions: ['remind', 'escalate', 'snooze', 'reassign', 'open'],
    lastMessage: {
      at: '2012-07-13T03:30:00.000Z',
      recipient: 'u-2',
      stage: 'overdue(1)',
      state: 'sent',
      why: 'Rule: remind the owner 1 working day after the due date.',
    },
    ...over,
  });

/** A page of the list; the last one, unless a test says otherwise. */
export const pageOf = (
  rows: readonly CommitmentView[],
  over: Partial<z.input<typeof commitments.list.response>> = {},
): z.input<typeof commitments.list.response> => ({
  enabled: true,
  rows: [...rows],
  names,
  next: null,
  total: rows.length,
  unseen: [],
  computedAt: '2012-07-16T03:30:00.000Z',
  ...over,
});

/** Commitments of four sources and three owners. */
export const SEVERAL: readonly CommitmentView[] = [
  commitment(1),
  commitment(2, { dueDate: '2012-07-16', stage: 'due-today', daysLeft: 0, summary: 'Order the licences' }),
  lateCommitment(3, 9),
  lateCommitment(4, 2, { held: 'snoozed', snoozedUntil: '2012-07-20', nextMessage: null }),
  commitment(5, {
    id: 'task:77:4711',
    source: 'task',
    item: 'Minutes',
    url: 'https://site.example/wiki/pages/viewpage.action?pageId=4711',
    summary: 'Book the room',
    owner: 'u-3',
  }),
  commitment(6, {
    id: 'asked:issue:10006:record:10006:risk:review#u-1',
    source: 'record',
    summary: 'Review, R-6',
    dueDate: '2012-08-30',
    daysLeft: 30,
    record: { kind: 'risk', issueKey: 'PRJ-6' },
    actions: ['decide', 'open'],
  }),
  commitment(7, { owner: null, ownerActive: false, dueDate: '2012-07-20', daysLeft: 4 }),
];
