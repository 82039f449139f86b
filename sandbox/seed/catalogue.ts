import type { PersonName } from './people';

export type ProjectKey = 'PAY' | 'NET' | 'HRP';

/** A milestone: where its date stands, in days from the seed's Monday, and what became of the date first promised. */
export interface Milestone {
  readonly name: string;
  readonly start: number;
  readonly release: number;
  readonly promised?: number;
  readonly released?: true;
}

/** What a project is about. The issues are made by putting its parts together. */
export interface ProjectPlan {
  readonly key: ProjectKey;
  readonly name: string;
  readonly description: string;
  readonly lead: PersonName;
  /** Administers the project besides its lead. */
  readonly coordinator: PersonName;
  readonly sponsor: PersonName | null;
  /** True where only its own people may see the project. */
  readonly isPrivate: boolean;
  readonly issues: number;
  readonly milestones: readonly Milestone[];
  /** Component, and the things that it consists of. */
  readonly areas: readonly (readonly [string, readonly string[]])[];
  readonly labels: readonly string[];
}

export const PLANS: readonly ProjectPlan[] = [
  {
    key: 'PAY',
    name: 'Payments Platform Migration',
    description:
      'Moves card and account-to-account payments from the 2011 platform to the new one, country by country.',
    lead: 'ines',
    coordinator: 'claire',
    sponsor: 'ruth',
    isPrivate: false,
    issues: 160,
    milestones: [
      { name: 'Pilot: Netherlands', start: -110, release: -45, released: true },
      { name: 'Wave 1: DACH', start: -60, release: -10, promised: -24, released: true },
      { name: 'Wave 2: Nordics', start: -30, release: -3, promised: -17 },
      { name: 'Wave 3: Iberia', start: -5, release: 11, promised: 4 },
      { name: 'Old platform off', start: 20, release: 60 },
    ],
    areas: [
      [
        'Gateway',
        ['authorisation endpoint', 'refund endpoint', 'webhook delivery', 'rate limiter', 'sandbox keys'],
      ],
      [
        'Ledger',
        ['settlement batch', 'posting rules', 'chargeback entries', 'month-end close', 'currency rounding'],
      ],
      ['Reconciliation', ['bank statement import', 'mismatch report', 'SEPA return files', 'fee matching']],
      [
        'Fraud screening',
        ['velocity rules', 'device fingerprint feed', 'manual review queue', 'sanctions list update'],
      ],
      ['Card vault', ['token migration', 'key rotation', 'network token enrolment', 'PCI scope diagram']],
      [
        'Cut-over',
        ['merchant wave plan', 'rollback rehearsal', 'parallel run dashboard', 'support hand-over'],
      ],
    ],
    labels: ['cut-over', 'compliance', 'merchant-facing', 'performance', 'audit-2026'],
  },
  {
    key: 'NET',
    name: 'Data-Centre Network Refresh',
    description:
      'Replaces the core and leaf switches of three data centres without an outage that a customer notices.',
    lead: 'derek',
    coordinator: 'owen',
    sponsor: 'ruth',
    isPrivate: false,
    issues: 130,
    milestones: [
      { name: 'Portland fabric live', start: -100, release: -38, released: true },
      { name: 'Frankfurt fabric live', start: -40, release: -5, promised: -19 },
      { name: 'Kathmandu edge live', start: -10, release: 4, promised: -10 },
      { name: 'Legacy core removed', start: 10, release: 46 },
    ],
    areas: [
      [
        'Fabric',
        ['spine switches', 'leaf pairs in row C', 'EVPN route targets', 'MTU settings', 'uplink optics'],
      ],
      ['Cabling', ['cross-connects to carrier A', 'patch panel labels', 'fibre test records', 'row D trays']],
      ['Firewalls', ['rule base clean-up', 'cluster failover', 'VPN termination', 'threat feed licence']],
      ['Addressing', ['management VLAN', 'IPv6 plan', 'DHCP relays', 'DNS reverse zones']],
      [
        'Monitoring',
        ['telemetry collector', 'alert thresholds', 'configuration backups', 'capacity dashboard'],
      ],
      [
        'Logistics',
        ['switch delivery to Frankfurt', 'spare parts contract', 'rack power budget', 'change windows'],
      ],
    ],
    labels: ['change-window', 'vendor', 'site-frankfurt', 'site-kathmandu', 'site-portland'],
  },
  {
    key: 'HRP',
    name: 'HR Portal Rollout',
    description:
      'One portal for leave, payslips and personal data in eleven countries, replacing nine local tools.',
    lead: 'fiona',
    coordinator: 'priya',
    sponsor: null,
    isPrivate: true,
    issues: 110,
    milestones: [
      { name: 'Australia and New Zealand', start: -95, release: -31, released: true },
      { name: 'India and Nepal', start: -35, release: 2, promised: -12 },
      { name: 'Brazil', start: 0, release: 25 },
      { name: 'Payslips everywhere', start: 20, release: 74 },
    ],
    areas: [
      [
        'Leave',
        ['public holiday calendars', 'carry-over rules', 'manager approval flow', 'half-day requests'],
      ],
      [
        'Payslips',
        ['PDF archive', 'payroll interface for Brazil', 'access after leaving', 'tax form download'],
      ],
      ['Identity', ['single sign-on', 'joiner and leaver sync', 'manager hierarchy', 'guest accounts']],
      ['Data migration', ['employee master data', 'leave balances', 'document upload', 'duplicate records']],
      ['Change management', ['training sessions', 'help articles', 'champions network', 'launch e-mails']],
    ],
    labels: ['works-council', 'gdpr', 'training', 'go-live', 'payroll'],
  },
];

type Template = readonly [summary: (thing: string) => string, why: string];

/** Ways to word work on a thing, by kind of work, each with the sentence that the description opens with. */
export const TEMPLATES: Readonly<Record<'story' | 'task' | 'bug' | 'subtask', readonly Template[]>> = {
  story: [
    [(x) => `Move the ${x} to the new setup`, 'The old one is out of support at the end of the year.'],
    [(x) => `Let support staff see the state of the ${x}`, 'Today they have to ask an engineer every time.'],
    [
      (x) => `Make the ${x} configurable per country`,
      'Three countries have rules that the rest does not share.',
    ],
    [
      (x) => `Agree the target design for the ${x}`,
      'Two proposals are on the table and the teams wait for one.',
    ],
  ],
  task: [
    [
      (x) => `Write the runbook for the ${x}`,
      'Operations take over after go-live and need it a week before.',
    ],
    [(x) => `Load-test the ${x}`, 'We need figures at twice the peak of last December.'],
    [(x) => `Get sign-off for the ${x}`, 'The steering group asked for it in writing.'],
    [(x) => `Clean up the ${x} after the move`, 'Left-overs from the old setup still cost licences.'],
    [(x) => `Plan the rehearsal for the ${x}`, 'The last one ran over because nobody owned the timetable.'],
    [(x) => `Review access rights to the ${x}`, 'Internal audit listed it as a finding of medium weight.'],
  ],
  bug: [
    [
      (x) => `Intermittent timeouts with the ${x}`,
      'Seen about twice a day, always in the first minutes of the hour.',
    ],
    [(x) => `Wrong figures shown for the ${x}`, 'The totals differ from the source by a few entries.'],
    [(x) => `The ${x} fails after a restart`, 'It needs a manual step that is written down nowhere.'],
    [(x) => `Umlauts and accents broken in the ${x}`, 'Names from two countries arrive with question marks.'],
  ],
  subtask: [
    [(x) => `Collect the open questions on the ${x}`, 'One list, so that the workshop can go through it.'],
    [(x) => `Update the checklist for the ${x}`, 'It still names the old contacts.'],
    [
      (x) => `Demo the ${x} to the pilot group`,
      'Half an hour is enough; record it for the other time zones.',
    ],
  ],
};

export const DONE_WHEN = [
  'The result is reviewed by somebody from another team.',
  'The page in Confluence says how to do it again.',
  'Monitoring shows no new alerts for two days.',
  'The affected countries have confirmed in writing.',
  'Support has tried it without help.',
  'The old way is switched off.',
] as const;

export const REMARKS = [
  'Waiting for the vendor; they promised an answer by Thursday.',
  'First draft is on the project page, comments welcome.',
  'Tried it in the test environment: works, but slower than I hoped.',
  'I will need half a day more, the data is messier than expected.',
  'Talked to the country team, they are fine with the plan.',
  'Can somebody from operations have a look before I go on?',
  'Moved to next week after the change board asked for a rollback plan.',
  'Done on our side. Please check from yours.',
] as const;
