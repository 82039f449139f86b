import type { FaultEffect } from '../../../sandbox/faults';
import { registers } from '../../../src/contract';
import { afterAppTests, appWith } from '../../support/app';
import { auditOf, onRegisters, RISK } from '../../support/registers';

afterAppTests();

describe('a risk that happened', () => {
  it('becomes an issue record that links back to it, in one step', async () => {
    const app = await appWith((build) => build.project());
    const risk = await onRegisters(app).risk();
    const { issueId, revision } = risk;
    const request = { kind: 'risk', issueId, revision, reason: 'She has given notice' };
    const { record, created } = await onRegisters(app).call(registers.happened, request);
    expect(record).toMatchObject({ id: 'R-1', state: 'occurred', revision: 2 });
    expect(created).toMatchObject({
      kind: 'issue',
      record: {
        id: 'I-1',
        summary: 'Key person risk',
        state: 'open',
        values: { description: RISK.event, effect: RISK.impact, owner: 'member', source: ['PRJ-1'] },
      },
    });
    expect(auditOf(app).map(({ action, reason }) => [action, reason])).toContainEqual([
      'happened',
      'She has given notice',
    ]);
  });

  it('is the same one when it is asked again', async () => {
    const app = await appWith((build) => build.project());
    const { issueId, revision } = await onRegisters(app).risk();
    const again = () => onRegisters(app).call(registers.happened, { kind: 'risk', issueId, revision });
    const first = await again();
    const second = await again();
    expect(second.created.record.issueId).toBe(first.created.record.issueId);
    expect((await onRegisters(app).list('issue')).records).toHaveLength(1);
  });

  it('leaves one issue record when two people say so at once', async () => {
    const app = await appWith((build) => build.project());
    const { issueId, revision } = await onRegisters(app).risk();
    const say = (who: string) =>
      onRegisters(app, who).say(registers.happened, { kind: 'risk', issueId, revision });
    const answers = await Promise.all([say('member'), say('lead')]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect((await onRegisters(app).list('issue')).records.map(({ id }) => id)).toEqual(['I-1']);
  });

  it('is not said of records that cannot happen', async () => {
    const app = await appWith((build) => build.project());
    const { issueId, revision } = await onRegisters(app).change();
    expect(
      await onRegisters(app).say(registers.happened, { kind: 'change', issueId, revision }),
    ).toMatchObject({
      problem: { code: 'BAD_INPUT' },
    });
  });

  const CALLS = 16;
  const cases = Array.from({ length: CALLS }, (_, i) => i + 1);
  it.each(cases)('ends with one issue record after a crash at call %i and a second try', async (call) => {
    const app = await appWith((build) => build.project(), { kept: false });
    const { issueId, revision } = await onRegisters(app).risk();
    const again = () => onRegisters(app).call(registers.happened, { kind: 'risk', issueId, revision });
    for (const when of ['after'] as const) {
      app.faults.reset();
      const effect: FaultEffect = { type: 'crash', when };
      app.faults.add({ matches: ({ number }) => number === call, effect, times: 1 });
      await again().catch(() => undefined);
    }
    await app.hours(1);
    const { record, created } = await again();
    expect([record.state, created.record.id]).toEqual(['occurred', 'I-1']);
    expect((await onRegisters(app).list('issue')).records.map(({ id }) => id)).toEqual(['I-1']);
  });
});
