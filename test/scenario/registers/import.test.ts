import { createHash } from 'node:crypto';
import type { z } from 'zod';
import { registerImport, registers } from '../../../src/contract';
import { afterAppTests, appWith, type TestApp } from '../../support/app';
import { auditOf, CHANGE, onRegisters, propertyOf, RISK } from '../../support/registers';

afterAppTests();

type Cells = Record<string, string>;
type Row = z.input<typeof registerImport.apply.request>['rows'][number];

const NEW: Cells = {
  summary: 'Supplier is late',
  cause: 'One supplier',
  event: 'It delivers late',
  impact: 'Four weeks',
  probability: '4 High',
  severity: '5',
};
const people: [string, string[]][] = [
  ['Member', ['member']],
  ['Two People', ['member', 'lead']],
];

/** The rows of a file, as the screen sends them. */
const rowsOf = (cells: readonly Cells[], revision: number | null = null): Row[] =>
  cells.map((row, i) => ({
    line: i + 2,
    source: createHash('sha256').update(JSON.stringify(row)).digest('hex'),
    cells: row,
    revision,
  }));

function importing(app: TestApp, { kind = 'risk', decimalComma = false, who = 'member' } = {}) {
  const { call, say } = onRegisters(app, who);
  const file = { kind, decimalComma, people };
  return {
    check: async (...cells: Cells[]) => {
      const rows = rowsOf(cells).map(({ revision: _, ...row }) => row);
      return (await call(registerImport.check, { ...file, rows })).rows;
    },
    apply: async (cells: Cells[], revision: number | null = null) =>
      (await call(registerImport.apply, { ...file, rows: rowsOf(cells, revision) })).rows,
    say: (cells: Cells[]) => say(registerImport.apply, { ...file, rows: rowsOf(cells) }),
  };
}

const told = (
  rows: readonly { does: string; problems: readonly { column: string | null; message: string }[] }[],
) =>
  rows.map(({ does, problems }) => [does, ...problems.map(({ column, message }) => `${column}: ${message}`)]);

describe('an import', () => {
  it('shows first what it would do, and then does just that, once', async () => {
    const app = await appWith((build) => build.project());
    const { check, apply } = importing(app);
    const there = await onRegisters(app).risk();
    const file = [
      { ...NEW, owner: 'Member', state: 'Assessed' },
      { id: 'R-1', severity: '2 Minor', owner: 'Member', state: '' },
      { id: 'R-1', severity: '9' },
    ];
    const before = auditOf(app).length;
    expect(await check(...file)).toMatchObject([
      { line: 2, does: 'create', id: null },
      { line: 3, does: 'change', id: 'R-1', changes: [{ field: 'severity', from: 5, to: 2 }], revision: 1 },
      { line: 4, does: 'refused', problems: [{ column: 'severity', message: 'The scale ends at 5.' }] },
    ]);
    expect(auditOf(app)).toHaveLength(before);
    expect(await apply(file, 1)).toMatchObject([
      { does: 'create', id: 'R-2' },
      { does: 'change', id: 'R-1', revision: 2 },
      { does: 'refused' },
    ]);
    const { records } = await onRegisters(app).list();
    expect(records).toMatchObject([
      { id: 'R-1', issueId: there.issueId, revision: 2, values: { ...RISK, severity: 2 } },
      {
        id: 'R-2',
        revision: 1,
        state: 'assessed',
        score: 20,
        summary: 'Supplier is late',
        values: { owner: 'member' },
      },
    ]);
    expect(auditOf(app).map(({ action }) => action)).toEqual(['created', 'imported', 'imported']);

    expect((await apply(file, 1)).map(({ does }) => does)).toEqual(['same', 'same', 'refused']);
    expect((await check(...file))[0]?.note).toMatch(/^It was imported before, as R-2\./);
    expect(auditOf(app)).toHaveLength(3);
  });

  const refusals: [string, Cells, string][] = [
    [
      'a date that does not exist',
      { reviewDate: '31/02/2026' },
      'reviewDate: This date does not exist. Write it as YYYY-MM-DD.',
    ],
    [
      'a date of another order',
      { reviewDate: '22/07/2026' },
      'reviewDate: Write the date as YYYY-MM-DD: 2026-07-22.',
    ],
    ['a step that the scale does not have', { probability: '6' }, 'probability: The scale ends at 5.'],
    [
      'a step in words only',
      { probability: 'High' },
      'probability: "High" is no step of a scale. Write its number, or number and word: 4 High.',
    ],
    [
      'a choice that is not offered',
      { category: 'Weather' },
      'category: "Weather" is not offered here. Choose one of: Technical, Management, Commercial, External.',
    ],
    [
      'a response of the other nature',
      { nature: 'Threat', response: 'Exploit' },
      'response: This does not fit the rest of the record. Choose one of: Avoid, Transfer, Mitigate, Accept, Escalate.',
    ],
    [
      'somebody unknown',
      { owner: 'Nobody' },
      'owner: There is nobody called "Nobody" who could be given work in this project. Write the name as Jira does.',
    ],
    [
      'a name that two people have',
      { owner: 'Two People' },
      'owner: Several people are called "Two People". Write which one: the name, and the account id in brackets.',
    ],
    [
      'a state that there is not',
      { state: 'Gone' },
      'state: There is no state "Gone". There is: Identified, Assessed, Responding, Closed, Occurred.',
    ],
    [
      'a plan of 40,000 characters',
      { responsePlan: 'x'.repeat(40_000) },
      'responsePlan: Use at most 5000 characters: this is 35000 too long.',
    ],
    ['no summary', { summary: '' }, 'summary: A new record needs a summary.'],
    ['nothing where something is needed', { cause: ' ' }, 'cause: Cause is needed.'],
    ['links that are no issue keys', { treatments: 'abc' }, 'treatments: Write issue keys such as ABC-123.'],
    [
      'an id of nowhere',
      { id: 'R-77' },
      'id: R-77 is not in this register, or you may not see it. To make a new record of the row, leave id and issue empty.',
    ],
  ];
  it('refuses bad cells with the row and the column, and leaves nothing of them behind', async () => {
    const app = await appWith((build) => build.project());
    const rows = refusals.map(([, cells]) => ({ ...NEW, ...cells }));
    expect(told(await importing(app).check(...rows))).toEqual(refusals.map(([, , why]) => ['refused', why]));
    expect(told(await importing(app).apply(rows))).toEqual(refusals.map(([, , why]) => ['refused', why]));
    expect((await onRegisters(app).list()).records).toEqual([]);
    expect(auditOf(app)).toEqual([]);
  });

  it('reads money with its currency, and refuses what is none', async () => {
    const app = await appWith((build) => build.project());
    const { change } = onRegisters(app);
    await change();
    const { check } = importing(app, { kind: 'change' });
    const cost = (amount: string, currency: string) => ({
      id: 'CR-1',
      impactCost: amount,
      'impactCost.currency': currency,
    });
    expect(
      told(
        await check(
          cost('12.345', 'EUR'),
          cost('1', 'XYZ'),
          cost('1', ''),
          cost('', 'EUR'),
          cost('1,200', 'EUR'),
        ),
      ),
    ).toEqual([
      ['refused', 'impactCost: EUR has 2 decimals, and "12.345" has 3.'],
      ['refused', 'impactCost.currency: "XYZ" is no currency. Use its ISO 4217 code, such as EUR or USD.'],
      ['refused', 'impactCost.currency: Write the currency of the amount, such as EUR or USD.'],
      ['refused', 'impactCost: There is a currency and no amount. Write both, or neither.'],
      ['refused', 'impactCost: "1,200" is no amount. Write it as 1234.56, without thousands.'],
    ]);
    expect((await check(cost('1200.00', 'eur')))[0]?.does).toBe('same');
    const comma = await importing(app, { kind: 'change', decimalComma: true }).check(cost('1200,50', 'EUR'));
    expect(comma[0]?.changes).toEqual([
      { field: 'impactCost', from: CHANGE.impactCost, to: { minor: 120_050, currency: 'EUR' } },
    ]);
  });

  it('does not decide what approvers decide, and leaves what is decided alone', async () => {
    const app = await appWith((build) => build.project());
    const { change, move } = onRegisters(app);
    await change();
    const withdrawn = await change();
    await move(withdrawn, 'withdrawn', 'change');
    const { check } = importing(app, { kind: 'change' });
    const [approved, decided] = await check(
      { id: 'CR-1', state: 'Approved' },
      { id: 'CR-2', reason: 'Another one' },
    );
    expect(approved?.problems).toEqual([
      {
        column: 'state',
        message: 'From Requested nobody can take it to Approved by hand. Leave the state as it is, or empty.',
      },
    ]);
    expect(decided?.problems[0]?.message).toMatch(/is decided \(Withdrawn\), so it can only be corrected/);
  });

  it('refuses links that would go round, also by two rows together', async () => {
    const app = await appWith((build) => build.project());
    const [one, other] = [await onRegisters(app).risk(), await onRegisters(app).risk()];
    const rows = [
      { id: one.id ?? '', secondaryRisks: other.issueKey },
      { id: other.id ?? '', secondaryRisks: one.issueKey },
    ];
    const checked = await importing(app).check(...rows);
    expect(checked.map(({ problems }) => problems[0]?.message)).toEqual([
      expect.stringContaining(`${one.issueKey} > ${other.issueKey} > ${one.issueKey}`),
      expect.stringContaining(`${other.issueKey} > ${one.issueKey} > ${other.issueKey}`),
    ]);
  });

  it('leaves a record alone that somebody has changed since the check', async () => {
    const app = await appWith((build) => build.project());
    const { risk, move } = onRegisters(app);
    await move(await risk(), 'assessed');
    expect(told(await importing(app).apply([{ id: 'R-1', cause: 'Mine' }], 1))).toEqual([
      ['refused', expect.stringContaining('Somebody has changed this record since the check.')],
    ]);
  });

  it('makes each row once, whatever call it dies at', async () => {
    for (const call of [3, 5, 7, 9, 11, 13]) {
      const app = await appWith((build) => build.project(), { kept: false });
      app.faults.reset();
      const number = call;
      app.faults.add({
        matches: (at) => at.number === number,
        effect: { type: 'crash', when: 'after' },
        times: 1,
      });
      const file = [NEW, { ...NEW, summary: 'Another one' }];
      await importing(app)
        .say(file)
        .catch(() => undefined);
      await app.hours(1);
      await importing(app).apply(file);
      const { records } = await onRegisters(app).list();
      expect(records.map(({ summary }) => summary).sort()).toEqual(['Another one', 'Supplier is late']);
      expect(records.map(({ id }) => id).sort()).toEqual(['R-1', 'R-2']);
    }
  });

  it('belongs to people who may edit issues, and takes records of this project only', async () => {
    const app = await appWith((build) => {
      build.user({ accountId: 'viewer' });
      build.project({ everyone: 'viewer', roles: { lead: 'admin', member: 'member' } });
    });
    expect(await importing(app, { who: 'viewer' }).say([NEW])).toMatchObject({
      problem: { code: 'FORBIDDEN' },
    });
    const other = app.build.project({ key: 'OTH' });
    const elsewhere = app.build.issue({ projectId: other.id });
    const [row] = await importing(app).check({ key: elsewhere.key, cause: 'x' });
    expect(row?.problems[0]).toMatchObject({ column: 'key' });
    expect(propertyOf(app, elsewhere.id)).toBeUndefined();
  });

  it('costs a point a record and little more to check', async () => {
    const app = await appWith((build) => build.project());
    for (let n = 0; n < 30; n += 1)
      await onRegisters(app).call(registers.create, { kind: 'risk', summary: 'x', values: RISK });
    const rows = Array.from({ length: 30 }, (_, n) => ({ id: `R-${n + 1}`, cause: 'Another one' }));
    await importing(app).check(...rows);
    // One reading of 30 issues, and one of a permission.
    expect(app.host.invocations.at(-1)?.points).toBe(34);
  });
});
