import type { OutgoingCall } from '../../../sandbox/faults';
import { afterAppTests, appWith, type TestApp } from '../../support/app';

afterAppTests();

const CALLS = ['commitments.remind', 'commitments.escalate'] as const;
type Name = (typeof CALLS)[number];

/** Due on Friday, at ten on Monday: what a dead run leaves is found by the run at eleven. */
async function late(): Promise<{ readonly app: TestApp; readonly commitmentId: string }> {
  const app = await appWith((build) => build.issue({ assigneeId: 'member', dueDate: '2026-07-17' }), {
    now: Date.UTC(2026, 6, 20, 10),
    kept: false,
  });
  const [issue] = [...app.state.issues.all()];
  app.faults.reset();
  return { app, commitmentId: `jira:${issue?.id}` };
}

/** A person presses the button; where the app dies under it, the host answers with an error. */
const press = async (app: TestApp, name: Name, commitmentId: string): Promise<unknown> => {
  try {
    return await app.host.invoke(app.screen('project-page'), name, { commitmentId });
  } catch (error) {
    return error;
  }
};

/** Every call that leaves the app when nothing goes wrong, in order. */
async function callsOf(name: Name): Promise<readonly OutgoingCall[]> {
  const { app, commitmentId } = await late();
  const calls: OutgoingCall[] = [];
  app.faults.add({
    matches: (call) => calls.push(call) < 0,
    effect: { type: 'latency', milliseconds: 0 },
  });
  await press(app, name, commitmentId);
  return calls;
}

/** What the person meets, presses again, and what stands on the site two hours later. */
async function endAfter(name: Name, number: number, when: 'before' | 'after') {
  const { app, commitmentId } = await late();
  app.faults.add({
    matches: (call) => call.number === number,
    effect: { type: 'crash', when },
    times: 1,
  });
  await press(app, name, commitmentId);
  await press(app, name, commitmentId);
  await app.hours(2);
  const stage = name === 'commitments.remind' ? 'asked' : 'escalated(1)';
  return {
    told: app.told().filter((line) => line.startsWith(stage)).length,
    ledger: app
      .ledger()
      .filter(({ key }) => key.includes(`/${stage}`))
      .map(({ state }) => state),
  };
}

describe.each(CALLS)('a run of %s that dies', (name) => {
  it('at any of its calls, before or after its effect, ends in one message when the button is pressed again', async () => {
    const calls = await callsOf(name);
    expect(calls.map(({ operation }) => operation)).toContain('addComment');
    for (const { number, operation } of calls)
      for (const when of ['before', 'after'] as const)
        expect({ number, operation, when, ...(await endAfter(name, number, when)) }).toEqual({
          number,
          operation,
          when,
          told: 1,
          ledger: ['sent'],
        });
  }, 300_000);
});
