import { registers } from '../../../src/contract';
import { afterAppTests, appWith, type TestApp } from '../../support/app';
import { auditOf, CHANGE, onRegisters, propertyOf, RISK, type Said } from '../../support/registers';

afterAppTests();

const VALUES = { risk: RISK, change: CHANGE } as const;

/** Register, field, what somebody gives for it, and what they are told. */
const BAD: readonly (readonly ['risk' | 'change', string, unknown, string])[] = [
  ['risk', 'probability', 6, 'The scale ends at 5.'],
  ['risk', 'probability', 0, 'The scale starts at 1.'],
  ['risk', 'probability', 2.5, 'Choose a step of the scale.'],
  ['risk', 'severity', '5', 'Choose a step of the scale.'],
  ['risk', 'responsePlan', 'x'.repeat(40_000), 'Use at most 5000 characters: this is 35000 too long.'],
  ['risk', 'reviewDate', '31/02/2026', 'This date does not exist. Write it as YYYY-MM-DD.'],
  ['risk', 'reviewDate', '28/02/2026', 'Write the date as YYYY-MM-DD: 2026-02-28.'],
  ['risk', 'reviewDate', 20_260_228, 'Write the date as YYYY-MM-DD.'],
  ['risk', 'secondaryRisks', ['not a key'], 'Write issue keys such as ABC-123.'],
  ['risk', 'secondaryRisks', Array.from({ length: 51 }, (_, i) => `PRJ-${i}`), 'At most 50 issues.'],
  ['risk', 'nature', 'neither', 'Choose one of: Threat, Opportunity.'],
  ['risk', 'owner', { id: 'member' }, 'Choose a person.'],
  ['risk', 'colour', 'red', 'A risk has no field "colour".'],
  ['change', 'impactCost', { minor: 12.345, currency: 'EUR' }, 'Money is kept in whole minor units.'],
  [
    'change',
    'impactCost',
    { minor: 12, currency: 'XYZ' },
    'This is no currency. Use its ISO 4217 code, such as EUR or USD.',
  ],
  ['change', 'impactCost', { minor: 1e20, currency: 'EUR' }, 'Money is kept in whole minor units.'],
  ['change', 'impactCost', '12.34 EUR', 'Give an amount and its currency, and nothing else.'],
  ['risk', 'cause', 5, 'Write text.'],
  ['risk', 'treatments', 'PRJ-1', 'Write issue keys such as ABC-123.'],
  ['change', 'impactScheduleDays', 4_000, 'At most 3650.'],
  ['change', 'impactScheduleDays', 0.5, 'Write a whole number.'],
];

describe('a value that cannot be', () => {
  let app: TestApp;
  const records: Record<string, { issueId: string; issueKey: string; revision: number }> = {};
  beforeAll(async () => {
    app = await appWith((build) => build.project());
    records.risk = await onRegisters(app).risk();
    records.change = await onRegisters(app).change();
  });

  it.each(BAD)(
    '%s: %s is refused whichever way it comes, and nothing is saved',
    async (kind, field, value, why) => {
      const { say } = onRegisters(app);
      const { issueId = '', issueKey, revision } = records[kind] ?? {};
      const other = kind === 'risk' ? 'change' : 'risk';
      const bare = records[other]?.issueKey;
      const values = { ...VALUES[kind], [field]: value };
      const before = JSON.stringify([propertyOf(app, issueId, kind), auditOf(app), app.state.issues.size]);
      const answers: Said<unknown>[] = [
        await say(registers.create, { kind, summary: 'X', values }),
        await say(registers.attach, { kind, issueKey: bare, values }),
        await say(registers.edit, { kind, issueId, revision, values }),
      ];
      for (const answer of answers) {
        expect(answer).toMatchObject({ ok: false, problem: { code: 'BAD_INPUT' } });
        if (!answer.ok) expect(answer.problem.fields?.[field]).toBe(why);
      }
      expect(JSON.stringify([propertyOf(app, issueId, kind), auditOf(app), app.state.issues.size])).toBe(
        before,
      );
      expect(issueKey).toBeDefined();
    },
  );
});
