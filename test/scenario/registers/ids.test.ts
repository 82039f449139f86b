import type { FaultEffect } from '../../../sandbox/faults';
import { registers } from '../../../src/contract';
import { afterAppTests, appWith, type TestApp } from '../../support/app';
import { auditOf, onRegisters, RISK, setUp } from '../../support/registers';

afterAppTests();

const ids = async (app: TestApp): Promise<(string | null)[]> =>
  (await onRegisters(app).list()).records.map(({ id }) => id);

const numbered = (count: number): string[] => Array.from({ length: count }, (_, i) => `R-${i + 1}`);

describe('ids of records', () => {
  it('have no gap and no double when twenty people create at once', async () => {
    const app = await appWith((build) => build.project());
    const made = await Promise.all(Array.from({ length: 20 }, () => onRegisters(app).risk()));
    expect(new Set(made.map(({ id }) => id))).toEqual(new Set(numbered(20)));
    expect((await ids(app)).sort()).toEqual(numbered(20).sort());
  });

  it('are given back where Jira refuses the issue, and go to the next record', async () => {
    const app = await appWith((build) => {
      build.user({ accountId: 'viewer' });
      build.project({ everyone: 'viewer', roles: { lead: 'admin', member: 'member' } });
    });
    const create = { kind: 'risk', summary: 'No', values: RISK };
    expect(await onRegisters(app, 'viewer').say(registers.create, create)).toMatchObject({ ok: false });
    await onRegisters(app).risk();
    await onRegisters(app).risk();
    expect(await ids(app)).toEqual(['R-1', 'R-2']);
  });

  it('count for each register and project by itself, with the prefix that the project chose', async () => {
    const app = await appWith((build) => build.project());
    await setUp(app, 'change', (settings) => ({ ...settings, prefix: 'CCB' }));
    const { risk, change } = onRegisters(app);
    expect([(await risk()).id, (await change()).id, (await risk()).id]).toEqual(['R-1', 'CCB-1', 'R-2']);
  });

  it('are kept when the prefix changes, and counting goes on', async () => {
    const app = await appWith((build) => build.project());
    await onRegisters(app).risk();
    await setUp(app, 'risk', (settings) => ({ ...settings, prefix: 'RSK' }));
    await onRegisters(app).risk();
    expect(await ids(app)).toEqual(['R-1', 'RSK-2']);
  });
});

describe('a crash while a record is created', () => {
  const CALLS = 6;
  const cases = Array.from({ length: CALLS }, (_, i) => i + 1).flatMap((call) =>
    (['before', 'after'] as const).map((when) => [when, call] as const),
  );

  it.each(cases)('%s call %i leaves no gap and no double', async (when, call) => {
    const app = await appWith((build) => build.project(), { kept: false });
    app.faults.reset();
    const effect: FaultEffect = { type: 'crash', when };
    app.faults.add({ matches: ({ number }) => number === call, effect, times: 1 });
    await onRegisters(app)
      .risk(RISK, 'First')
      .catch(() => undefined);
    // Another one at once, and one after whatever was left has run out.
    await onRegisters(app).risk(RISK, 'Second');
    await app.hours(1);
    await onRegisters(app).risk(RISK, 'Third');
    await onRegisters(app).risk(RISK, 'Fourth');
    const { records, unreadable } = await onRegisters(app).list();
    expect(unreadable).toEqual([]);
    expect(records.map(({ id }) => id).sort()).toEqual(numbered(records.length));
    expect(records.length).toBeGreaterThanOrEqual(3);
    // Whatever is in the register is in the audit, once.
    expect(
      auditOf(app)
        .map(({ to }) => to.id)
        .sort(),
    ).toEqual(numbered(records.length));
  });
});
