import type { CommitmentView } from '../../src/contract/commitments';
import type { TodayView } from '../../src/contract/today';

/** A commitment that is two days late, with what a test says otherwise. */
export const commitmentRow = (change: Partial<CommitmentView> = {}): CommitmentView => ({
  id: 'jira:10007',
  source: 'issue',
  item: 'PRJ-7',
  url: 'https://site.example/browse/PRJ-7',
  summary: 'Order the second firewall',
  record: null,
  owner: 'ann',
  ownerActive: true,
  dueDate: '2012-07-12',
  firstDate: null,
  status: 'To Do',
  priority: 'High',
  stage: 'overdue',
  level: 0,
  daysLeft: 0,
  daysLate: 2,
  createdAt: '2012-06-01T08:00:00.000Z',
  updatedAt: '2012-07-10T08:00:00.000Z',
  snoozedUntil: null,
  held: null,
  attention: { severity: 'serious', why: '2 working days late.', action: 'remind' },
  actions: ['remind', 'snooze', 'reassign', 'escalate', 'open'],
  lastMessage: null,
  nextMessage: null,
  ...change,
});

/** A Monday with something of each severity. */
export const todayView: TodayView = {
  enabled: true,
  administers: false,
  lead: null,
  computedAt: '2012-07-16T07:30:00.000Z',
  groups: [
    {
      severity: 'critical',
      count: 1,
      exact: true,
      rows: [
        commitmentRow({
          id: 'asked:issue:10008:record:10008:change:approval#ann',
          source: 'record',
          item: 'PRJ-8',
          url: 'https://site.example/browse/PRJ-8',
          summary: 'Approval, CR-2: Move the cut-over behind the change freeze',
          record: { kind: 'change', issueKey: 'PRJ-8' },
          attention: {
            severity: 'critical',
            why: 'Approval, CR-2: 2 working days late, and the request waits for it.',
            action: 'decide',
          },
          actions: ['remind', 'decide', 'open'],
        }),
      ],
      notices: [],
    },
    {
      severity: 'serious',
      count: 314,
      exact: false,
      rows: [
        commitmentRow(),
        commitmentRow({ id: 'jira:10009', item: 'PRJ-9', summary: 'Book the data centre for the night' }),
      ],
      notices: [],
    },
    {
      severity: 'watch',
      count: 3,
      exact: true,
      rows: [
        commitmentRow({
          id: 'jira:10011',
          item: 'PRJ-11',
          summary: 'Agree on the window with the bank',
          owner: null,
          ownerActive: false,
          stage: 'upcoming',
          daysLate: 0,
          daysLeft: 6,
          dueDate: '2012-07-24',
          attention: { severity: 'watch', why: 'Due in 6 working days. Nobody owns it.', action: 'reassign' },
          actions: ['remind', 'snooze', 'reassign', 'open'],
        }),
      ],
      notices: [
        {
          id: 'unreadable risk',
          kind: 'register',
          item: 'Risks',
          url: null,
          register: 'risk',
          recipient: null,
          why: "1 record of the register could not be read at this week's look.",
        },
        {
          id: 'unseen the space TEAM',
          kind: 'unseen',
          item: '',
          url: null,
          register: null,
          recipient: null,
          why: 'Docket cannot see the space TEAM: what is promised there is not followed up.',
        },
      ],
    },
  ],
  snoozed: 2,
  backlog: 12,
  unseen: [],
  names: { ann: 'Ann Lee' },
};
