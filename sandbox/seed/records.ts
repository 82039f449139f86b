import type { ProjectKey } from './catalogue';
import { dateAt } from './days';
import { accountIdOf, type PersonName } from './people';
import type { RecordEntry, Step } from './record-entry';
import { SEED_RISKS } from './risks';

type Planned = Omit<RecordEntry, 'projectKey' | 'accountId' | 'then'> & {
  readonly project: ProjectKey;
  readonly by: PersonName;
  readonly then?: readonly Step[];
};

const person = accountIdOf;

/** In PAY the project manager decides on small changes, the sponsor on the others (see the story's settings). */
const CHANGES: readonly Planned[] = [
  {
    project: 'PAY',
    by: 'claire',
    kind: 'change',
    summary: 'Move the Nordic cut-over behind the change freeze of the banks',
    values: {
      kind: 'corrective',
      description: 'Cut over on the second Sunday of January instead of the last one before Christmas.',
      reason: 'Two of five banks cannot test before their freeze begins.',
      requester: person('claire'),
      impactScope: 'None; Iberia stays as planned.',
      impactScheduleDays: 28,
      impactCost: { minor: 4_200_000, currency: 'EUR' },
      impactRisk: 'Takes away the risk of going live without an end-to-end test.',
      options: 'Go live with three banks, and bring in two later.',
      neededBy: dateAt(16),
      owner: person('ines'),
    },
    then: [{ to: 'underReview' }],
  },
  {
    project: 'PAY',
    by: 'rohit',
    kind: 'change',
    summary: 'Keep the old mismatch report until month-end close is proven',
    values: {
      kind: 'preventive',
      description: 'Run the old and the new report side by side for two closes.',
      reason: 'Posting rules of chargebacks are known to one person.',
      requester: person('rohit'),
      impactScope: 'One nightly job more.',
      impactScheduleDays: 0,
      impactCost: { minor: 650_000, currency: 'EUR' },
      owner: person('rohit'),
      implementBy: dateAt(15),
    },
    then: [
      { to: 'underReview' },
      { vote: 'approved', by: person('ines'), comment: 'Cheap insurance. Stop it after the second close.' },
    ],
  },
  {
    project: 'PAY',
    by: 'marcus',
    kind: 'change',
    summary: 'Add a third fraud screening provider to wave 2',
    values: {
      kind: 'update',
      description: 'Integrate a second device fingerprint feed.',
      reason: 'Better hit rate in the trial.',
      requester: person('marcus'),
      impactScope: 'One more interface and its tests.',
      impactScheduleDays: 35,
      impactCost: { minor: 9_000_000, currency: 'EUR' },
    },
    then: [
      { to: 'underReview' },
      { vote: 'rejected', by: person('ruth'), comment: 'Not in this wave: it would cost the date.' },
    ],
  },
  {
    project: 'NET',
    by: 'mei',
    kind: 'change',
    summary: 'Replace four line cards by the type that is in stock',
    values: {
      kind: 'corrective',
      description: 'Take the newer card, which the vendor has in Amsterdam.',
      reason: 'The ordered ones are held in customs.',
      requester: person('mei'),
    },
  },
];

const OTHERS: readonly Planned[] = [
  {
    project: 'PAY',
    by: 'tobias',
    kind: 'issue',
    summary: 'Settlement files of one bank arrive without a checksum',
    values: {
      description: 'Since Thursday the files of the second bank lack the checksum line.',
      effect: 'Each file is checked by hand; two people are bound every morning.',
      urgency: 4,
      severity: 3,
      owner: person('tobias'),
      action: 'The bank restores the old exporter this week; we take both formats until then.',
      due: dateAt(2),
    },
    then: [{ to: 'inProgress' }],
  },
  {
    project: 'PAY',
    by: 'helena',
    kind: 'issue',
    summary: 'Chargeback test data expired',
    values: { description: 'The card numbers of the test set ran out in October.', urgency: 2, severity: 2 },
  },
  {
    project: 'PAY',
    by: 'ines',
    kind: 'decision',
    summary: 'How stored cards are migrated for merchants that are closed at night',
    values: {
      question: 'Do closed merchants migrate in the same night, or in a window of their own?',
      options: 'Same night; own window on Sunday; on their first payment.',
      decider: person('ruth'),
      neededBy: dateAt(3),
    },
  },
  {
    project: 'PAY',
    by: 'ines',
    kind: 'decision',
    summary: 'Which fallback the Nordic wave has',
    values: {
      question: 'Do we keep the old platform warm during the wave?',
      options: 'Keep it warm for a week; replay recorded files.',
      decider: person('ruth'),
      decision: 'Replay recorded files.',
      reason: 'Keeping it warm costs more than the wave would lose.',
      decidedOn: dateAt(-4),
    },
    then: [{ to: 'decided' }],
  },
  {
    project: 'PAY',
    by: 'ananya',
    kind: 'assumption',
    summary: 'The vault takes 400 tokens a second at night',
    values: {
      statement: 'The vault takes 400 tokens a second between midnight and five.',
      basis: 'Measured once, in the rehearsal of September.',
      consequence: 'The migration does not end in its window.',
      likelihoodWrong: 3,
      impactIfWrong: 5,
      owner: person('ananya'),
      validateBy: dateAt(5),
    },
    then: [{ to: 'validating' }],
  },
  {
    project: 'PAY',
    by: 'claire',
    kind: 'dependency',
    summary: 'Test slots of the second Nordic bank',
    values: {
      description: 'Two days of end-to-end tests with their settlement team.',
      direction: 'inbound',
      giver: 'Settlement team of the bank',
      receiver: 'Payments Platform Migration',
      owner: person('claire'),
      neededBy: dateAt(8),
      promisedBy: dateAt(10),
      likelihoodLate: 4,
      impactIfLate: 4,
    },
    then: [{ to: 'agreed' }, { to: 'atRisk' }],
  },
  {
    project: 'HRP',
    by: 'priya',
    kind: 'dependency',
    summary: 'Leave balances for payroll',
    values: {
      description: 'Balances of all people as of the last working day of the month.',
      direction: 'outbound',
      giver: 'HR portal',
      receiver: 'Payroll',
      owner: person('thiago'),
      neededBy: dateAt(12),
    },
  },
];

/** Records of every register for the seed's projects; the app itself puts them on the site, through its own resolver. */
export const SEED_RECORDS: readonly RecordEntry[] = [
  ...SEED_RISKS,
  ...[...CHANGES, ...OTHERS].map(({ project, by, then = [], ...entry }) => ({
    ...entry,
    projectKey: project,
    accountId: person(by),
    then,
  })),
];
