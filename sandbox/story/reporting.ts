import { registerSettings, reporting, reports } from '../../src/contract';
import type { ReportingShape } from '../../src/contract/reporting';
import { instantAt, SEED_NOW } from '../seed/days';
import { accountIdOf, type PersonName } from '../seed/people';
import type { StoryStep } from './step';

const [THURSDAY, FRIDAY, NEXT_THURSDAY] = [3, 4, 10];

const stream = (id: string, name: string, lead: PersonName): ReportingShape['workstreams'][number] => ({
  id,
  name,
  leadId: accountIdOf(lead),
  scope: { kind: 'component', component: name },
});

/** Up to ten days and ten thousand euros the project manager decides on a change, beyond that the sponsor. */
const SETTINGS: readonly StoryStep[] = [
  {
    at: SEED_NOW,
    project: 'PAY',
    by: 'ines',
    on: 'project-settings',
    async does(ask) {
      const { reporting: usual } = await ask(reporting.read, {});
      await ask(reporting.save, {
        ...usual,
        workstreams: [
          stream('gateway', 'Gateway', 'marcus'),
          stream('ledger', 'Ledger', 'tobias'),
          stream('card-vault', 'Card vault', 'ananya'),
        ],
        reviewers: [accountIdOf('ines')],
        stakeholders: [accountIdOf('ruth')],
      });
      const { settings } = await ask(registerSettings.read, { kind: 'change' });
      await ask(registerSettings.save, {
        kind: 'change',
        settings: {
          ...settings,
          approval: {
            ...settings.approval,
            authorities: [
              {
                name: 'Project manager',
                role: 'manager',
                upToDays: 10,
                upToMoney: { minor: 1_000_000, currency: 'EUR' },
                people: [accountIdOf('ines')],
              },
              {
                name: 'Sponsor',
                role: 'sponsor',
                upToDays: null,
                upToMoney: null,
                people: [accountIdOf('ruth')],
              },
            ],
          },
        },
      });
    },
  },
];

interface Words {
  readonly done: string;
  readonly next: string;
  readonly blocked?: string;
  readonly needsDecision?: string;
  readonly confidence: 'high' | 'medium' | 'low';
}

const answer = (day: number, hour: number, by: PersonName, streamId: string, words: Words): StoryStep => ({
  at: instantAt(day, hour, 20),
  project: 'PAY',
  by,
  on: 'project-page',
  async does(ask) {
    const { report } = await ask(reports.read, { label: null });
    if (!report) return;
    const update = { blocked: '', needsDecision: '', ...words };
    await ask(reports.answer, { label: report.label, streamId, update });
  },
});

const approve: StoryStep = {
  at: instantAt(FRIDAY, 13, 10),
  project: 'PAY',
  by: 'ines',
  on: 'project-page',
  async does(ask) {
    const { report } = await ask(reports.read, { label: null });
    if (report) await ask(reports.approve, { label: report.label, version: report.version });
  },
};

/** The first report is answered by all and approved; the second lacks the ledger's words and waits for its reviewer. */
export const REPORT_STEPS: readonly StoryStep[] = [
  ...SETTINGS,
  answer(THURSDAY, 11, 'ananya', 'card-vault', {
    done: 'Rehearsal of the token migration: 61 % of the tokens in the night window.',
    next: 'A second rehearsal with the largest merchants moved ahead.',
    confidence: 'medium',
  }),
  answer(THURSDAY, 13, 'tobias', 'ledger', {
    done: 'Chargeback entries are posted without manual correction.',
    next: 'Month-end close side by side with the old report.',
    blocked: 'Settlement files of the second bank still lack the checksum.',
    confidence: 'medium',
  }),
  answer(THURSDAY, 16, 'marcus', 'gateway', {
    done: 'Refund endpoint is live for DACH; error rate below 0.1 %.',
    next: 'Rate limits for the Nordic merchants.',
    confidence: 'high',
  }),
  approve,
  answer(NEXT_THURSDAY, 11, 'ananya', 'card-vault', {
    done: 'Second rehearsal: 88 % of the tokens by 05:00.',
    next: 'Move the last batch to the weekend before.',
    confidence: 'high',
  }),
  answer(NEXT_THURSDAY, 16, 'marcus', 'gateway', {
    done: 'Rate limits are agreed with the four largest Nordic merchants.',
    next: 'Webhook delivery under the load of a Black Friday.',
    needsDecision: 'May refunds above 10,000 euros stay manual until January?',
    confidence: 'medium',
  }),
];
