import type { OutgoingCall } from '../../../sandbox/faults';
import { afterAppTests, type TestApp } from '../../support/app';
import { DEFAULT_REPORTING } from '../../../src/domain/reports';
import { tellings, linesUnder, reportApp } from '../../support/reports';
import { reportRows, statusPage, statusPages } from '../../support/status-page';

afterAppTests();

/** One lead, one stakeholder, nobody to approve: the shortest way from asking to telling. */
const SHORT = {
  calendar: {
    ...DEFAULT_REPORTING.calendar,
    ask: { weekday: 5, time: '12:00' },
    cutOff: { weekday: 5, time: '13:00' },
    publish: { weekday: 5, time: '13:00' },
  },
  reviewers: [],
  workstreams: [
    { id: 'pay', name: 'Payments', leadId: 'ann', scope: { kind: 'jql', jql: 'assignee = ann' } },
  ],
};
const shortApp = () => reportApp(SHORT, { kept: false, now: Date.UTC(2026, 6, 24, 11, 30) });
const OUT = '2026-07-24T13:30:00Z';
/** Long enough for every retry and lease that a dead run leaves behind. */
const RECOVERED = '2026-07-24T17:30:00Z';

const WRITES = [
  'createPage',
  'createPageProperty',
  'updatePage',
  'updatePagePropertyById',
  'createFooterComment',
];

const isProduct = ({ kind }: OutgoingCall): boolean => kind === 'confluence' || kind === 'jira';

/** What leaves something behind: in Confluence, or in storage shortly after a product was asked. */
const isWrite = (call: OutgoingCall, index: number, calls: readonly OutgoingCall[]): boolean =>
  WRITES.includes(call.operation) ||
  (call.kind === 'kvs' &&
    /set|trans/i.test(call.operation) &&
    calls.slice(Math.max(0, index - 2), index).some(isProduct));

/** The calls that write, from asking to telling. */
async function writesOf(app: TestApp): Promise<OutgoingCall[]> {
  const calls: OutgoingCall[] = [];
  app.faults.reset();
  const remove = app.faults.add({
    matches: (call) => calls.push(call) < 0,
    effect: { type: 'latency', milliseconds: 0 },
  });
  await app.until(OUT);
  remove();
  return calls.filter(isWrite);
}

describe('a report whose run dies', () => {
  it('after any write has one page and one telling all the same', async () => {
    const writes = await writesOf(await shortApp());
    expect(writes.length).toBeGreaterThan(10);
    for (const { number, operation } of writes) {
      const app = await shortApp();
      app.faults.reset();
      app.faults.add({
        matches: (call) => call.number === number,
        effect: { type: 'crash', when: 'after' },
        times: 1,
      });

      await app.until(RECOVERED);

      const what = `call ${number}, ${operation}`;
      expect([what, statusPages(app).length, tellings(app).length]).toEqual([what, 1, 1]);
      expect(linesUnder(statusPage(app), 'About this report')[0]).toMatch(/^Published /);
      expect(reportRows(app)).toEqual([expect.objectContaining({ told: true, draft: null })]);
      const states = app.ledger().filter(({ key }) => key.startsWith('report:'));
      expect(states.map(({ state }) => state)).toEqual(['sent']);
    }
  });
});
