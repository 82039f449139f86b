import { dateAt } from './days';
import { accountIdOf, type PersonName } from './people';
import type { ProjectKey } from './catalogue';
import type { RecordEntry } from './record-entry';

/** A risk as somebody in the project would enter it in Docket's register. Days count from the seed's Monday. */
interface PlannedRisk {
  readonly project: ProjectKey;
  /** Who enters it. */
  readonly by: PersonName;
  readonly summary: string;
  readonly cause: string;
  readonly event: string;
  readonly impact: string;
  /** 1 to 5 each: before the response, and after it where one is planned. */
  readonly inherent: readonly [probability: number, severity: number];
  readonly residual?: readonly [probability: number, severity: number];
  readonly owner?: PersonName;
  readonly response?: 'avoid' | 'transfer' | 'mitigate' | 'accept' | 'escalate';
  readonly responsePlan?: string;
  readonly reviewDay?: number;
  /** The states that it went through since, in order. */
  readonly then?: readonly string[];
}

const RISKS: readonly PlannedRisk[] = [
  {
    project: 'PAY',
    by: 'ines',
    summary: 'Nordic banks may miss the settlement test window',
    cause: 'Two of five banks have booked no slot yet, and their change freeze starts in four weeks.',
    event: 'A bank goes live without an end-to-end settlement test.',
    impact: 'Wave 2 slips past the freeze, and Iberia with it: six weeks on the milestone.',
    inherent: [4, 5],
    residual: [2, 5],
    owner: 'tobias',
    response: 'mitigate',
    responsePlan:
      'Tobias books both slots by name this week and agrees a replay of recorded files as a fallback.',
    reviewDay: 3,
    then: ['assessed', 'responding'],
  },
  {
    project: 'PAY',
    by: 'claire',
    summary: 'Token migration may exceed the night window',
    cause: 'The rehearsal moved 40 % of the tokens in the time planned for all of them.',
    event: 'The card vault is still migrating when shops open.',
    impact: 'Stored cards fail for up to two hours for merchants of the wave.',
    inherent: [3, 5],
    residual: [2, 3],
    owner: 'ananya',
    response: 'mitigate',
    responsePlan: 'Migrate the largest merchants the weekend before, and stop at 05:00 whatever is done.',
    reviewDay: 8,
    then: ['assessed'],
  },
  {
    project: 'PAY',
    by: 'helena',
    summary: 'Chargeback rules of the old platform are known to one person',
    cause: 'The posting rules were never written down, and their author moves teams in January.',
    event: 'A rule turns out to be missing after the old platform is off.',
    impact: 'Wrong postings at month-end close; corrections by hand.',
    inherent: [3, 3],
    owner: 'rohit',
    response: 'avoid',
    responsePlan: 'Three recorded sessions before Christmas; every rule becomes a test case.',
    reviewDay: 22,
    then: ['assessed'],
  },
  {
    project: 'PAY',
    by: 'marcus',
    summary: 'Card scheme may raise fees for network tokens',
    cause: 'The scheme has announced a review of its price list.',
    event: 'Fees per token rise in the first quarter.',
    impact: 'Running cost above the business case by about 3 %.',
    inherent: [2, 2],
    response: 'accept',
  },
  {
    project: 'NET',
    by: 'derek',
    summary: 'Switches for Frankfurt may be stuck in customs',
    cause: 'The shipment lacks a certificate of origin for four of the line cards.',
    event: 'Delivery comes later than the change window of the row.',
    impact: 'The next window is three weeks on; the legacy core stays in support until then.',
    inherent: [4, 4],
    residual: [3, 3],
    owner: 'paula',
    response: 'transfer',
    responsePlan: 'The vendor holds equal parts in its Amsterdam depot at its own cost until clearance.',
    reviewDay: 2,
    then: ['assessed', 'responding'],
  },
  {
    project: 'NET',
    by: 'bishal',
    summary: 'Monsoon repairs may cut the second fibre route in Kathmandu',
    cause: 'Road works along the route have started, and the duct is shallow there.',
    event: 'The second route is cut during the edge cut-over.',
    impact: 'The site runs on one route with no protection.',
    inherent: [3, 4],
    residual: [2, 4],
    owner: 'sunita',
    response: 'mitigate',
    responsePlan: 'Rent a microwave link for the two weeks around the cut-over.',
    reviewDay: 5,
    then: ['assessed'],
  },
  {
    project: 'NET',
    by: 'owen',
    summary: 'Rule base clean-up may block an unlisted service',
    cause: 'A fifth of the firewall rules have no owner on record.',
    event: 'A rule that looks unused turns out to carry a yearly job.',
    impact: 'One business service fails until the rule is put back.',
    inherent: [2, 3],
    owner: 'mei',
    response: 'mitigate',
    responsePlan: 'Log for thirty days before each removal; keep the old rule disabled for ninety.',
    reviewDay: 14,
  },
  {
    project: 'HRP',
    by: 'fiona',
    summary: 'Works council may ask for changes to payslip access',
    cause: 'The agreement covers leave; payslips were added to the scope later.',
    event: 'The council objects to managers seeing when a payslip was opened.',
    impact: 'Payslips everywhere waits for a new agreement: eight weeks at the least.',
    inherent: [3, 5],
    residual: [1, 5],
    owner: 'liam',
    response: 'avoid',
    responsePlan: 'Drop the read receipt from the first release and say so at the hearing.',
    reviewDay: 4,
    then: ['assessed', 'responding'],
  },
  {
    project: 'HRP',
    by: 'priya',
    summary: 'Leave balances from local tools may not add up',
    cause: 'Two local tools round half-days in different directions.',
    event: 'Balances differ after the migration.',
    impact: 'A help-desk peak in the first week, and trust lost on day one.',
    inherent: [4, 3],
    residual: [2, 2],
    owner: 'thiago',
    response: 'mitigate',
    responsePlan: 'Show both figures for a month and let people confirm the right one.',
    reviewDay: 9,
    then: ['assessed'],
  },
];

/** Risks for the seed's projects; the app itself puts them on the site, through its own resolver. */
export const SEED_RISKS: readonly RecordEntry[] = RISKS.map((risk) => ({
  kind: 'risk',
  projectKey: risk.project,
  accountId: accountIdOf(risk.by),
  summary: risk.summary,
  values: {
    cause: risk.cause,
    event: risk.event,
    impact: risk.impact,
    probability: risk.inherent[0],
    severity: risk.inherent[1],
    ...(risk.residual ? { residualProbability: risk.residual[0], residualSeverity: risk.residual[1] } : {}),
    ...(risk.owner ? { owner: accountIdOf(risk.owner) } : {}),
    ...(risk.response ? { response: risk.response } : {}),
    ...(risk.responsePlan ? { responsePlan: risk.responsePlan } : {}),
    ...(risk.reviewDay === undefined ? {} : { reviewDate: dateAt(risk.reviewDay) }),
  },
  then: (risk.then ?? []).map((to) => ({ to })),
}));
