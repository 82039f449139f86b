import '../../../test/support/in-english';
import fc from '../../../test/support/properties';
import { MONDAY_TO_FRIDAY } from '../calendar';
import { DEFAULT_REPORTING, type Workstream } from './config';
import { dueStep } from './due-step';
import { stepsOf, weekPeriod } from './period';
import {
  answer,
  approve,
  correct,
  draft,
  missingStreams,
  openReport,
  override,
  publish,
  type Report,
  returnStream,
  startReview,
  type Step,
  type Update,
} from './report';

const period = weekPeriod('2012-07-18');
const stream = (id: string): Workstream => ({
  id,
  name: `Stream ${id}`,
  leadId: `lead-${id}`,
  scope: { kind: 'component', component: id },
});
const NOW = new Date('2012-07-19T09:00:00Z');
const act = (by: string) => ({ by, now: NOW });
const open = () => openReport('10001', period, { workstreams: [stream('a'), stream('b')] }, NOW);
const words: Update = { done: 'All', next: '', blocked: '', confidence: 'high', needsDecision: '' };
const reviewed = ['boss'];

function done(step: Step): Report {
  if (!step.ok) throw new Error(String(step.why));
  return step.report;
}
const whyNot = (step: Step): string => (step.ok ? 'it was allowed' : `${step.code}: ${step.why}`);

const published = () => publish(done(approve(startReview(draft(open(), NOW)), reviewed, act('boss'))), NOW);

describe('a report', () => {
  test('names who has not answered, and never invents their words', () => {
    const one = done(answer(open(), 'a', words, 'jira', act('lead-a'), false));
    expect(missingStreams(one).map(({ name }) => name)).toEqual(['Stream b']);
    expect(draft(one, NOW).history.at(-1)?.detail).toBe('Without: Stream b.');
  });

  test('takes answers from the lead alone, or from somebody who may answer for all', () => {
    expect(whyNot(answer(open(), 'a', words, 'jira', act('lead-b'), false))).toMatch(
      /^FORBIDDEN: Only the lead of Stream a/,
    );
    expect(done(answer(open(), 'a', words, 'jira', act('boss'), true)).streams[0]?.answer?.by).toBe('boss');
  });

  test.each([
    [
      'an unknown workstream',
      (r: Report) => answer(r, 'x', words, 'jira', act('lead-a'), true),
      /no such workstream/,
    ],
    [
      'an empty answer',
      (r: Report) => answer(r, 'a', { ...words, done: ' ' }, 'jira', act('lead-a'), false),
      /at least one line/,
    ],
    [
      'a colour without a reason',
      (r: Report) => override(r, 'Cost', { colour: 'green', reason: ' ' }, act('boss')),
      /Say why/,
    ],
    [
      'a return without a reason',
      (r: Report) => returnStream(r, 'a', '', act('boss')),
      /what the lead should change/,
    ],
    [
      'an approval by somebody else',
      (r: Report) => approve(draft(r, NOW), reviewed, act('lead-a')),
      /^FORBIDDEN: Only the reviewers/,
    ],
    [
      'an approval before the cut-off',
      (r: Report) => approve(r, reviewed, act('boss')),
      /^CONFLICT: The leads can still answer/,
    ],
    [
      'a correction of what is not out',
      (r: Report) => correct(r, 'wrong', act('boss')),
      /^CONFLICT: Only a published/,
    ],
  ])('refuses %s', (_what, change, why) => {
    expect(whyNot(change(open()))).toMatch(why);
  });

  test('waits for a section that was given back', () => {
    const inReview = startReview(draft(done(answer(open(), 'a', words, 'page', act('lead-a'), false)), NOW));
    const returned = done(returnStream(inReview, 'a', 'Which countries?', act('boss')));
    expect(whyNot(approve(returned, reviewed, act('boss')))).toMatch(/Stream a was given back/);
    const again = done(answer(returned, 'a', { ...words, done: 'France' }, 'jira', act('lead-a'), false));
    expect(done(approve(again, reviewed, act('boss'))).approval).toEqual({
      by: 'boss',
      at: NOW.toISOString(),
    });
  });

  test('keeps one override a dimension, and gives the rule its word back', () => {
    const amber = done(
      override(open(), 'Cost', { colour: 'amber', reason: 'An invoice is late' }, act('boss')),
    );
    const red = done(override(amber, 'Cost', { colour: 'red', reason: 'Two are' }, act('boss')));
    expect(red.overrides.map(({ colour }) => colour)).toEqual(['red']);
    expect(done(override(red, 'Cost', null, act('boss'))).overrides).toEqual([]);
  });

  test('is changed by nobody once it is published, but for a correction that readers see', () => {
    const out = published();
    for (const change of [
      answer(out, 'a', words, 'page', act('lead-a'), true),
      override(out, 'Cost', null, act('boss')),
      returnStream(out, 'a', 'more', act('boss')),
      approve(out, reviewed, act('boss')),
    ])
      expect(whyNot(change)).toMatch(/CONFLICT: This report is published/);
    const next = done(correct(out, 'The budget was last month’s', act('boss')));
    expect(next).toMatchObject({
      state: 'in-review',
      revision: 2,
      approval: null,
      correction: 'The budget was last month’s',
    });
    expect(out.revision).toBe(1);
  });

  test('goes only forward, whatever happens in whatever order', () => {
    const order = ['collecting', 'draft', 'in-review', 'approved', 'published'];
    const step = (report: Report, what: number): Report => {
      const steps: (() => Step | Report)[] = [
        () => answer(report, 'a', words, 'jira', act('lead-a'), false),
        () => draft(report, NOW),
        () => startReview(report),
        () => override(report, 'Cost', { colour: 'red', reason: 'why' }, act('boss')),
        () => returnStream(report, 'b', 'more', act('boss')),
        () => approve(report, reviewed, act('boss')),
        () => correct(report, 'wrong', act('boss')),
      ];
      const result = steps[what % steps.length]?.() ?? report;
      if (!('ok' in result)) return result;
      return result.ok ? result.report : report;
    };
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 6 }), { maxLength: 30 }), (moves) => {
        let report = open();
        for (const move of moves) {
          const next = step(report, move);
          const forward = order.indexOf(next.state) >= order.indexOf(report.state);
          expect(forward || next.revision === report.revision + 1).toBe(true);
          expect(next.history.length).toBeGreaterThanOrEqual(report.history.length);
          report = next;
        }
      }),
    );
  });
});

describe('the step that is due', () => {
  const steps = stepsOf(period, DEFAULT_REPORTING.calendar, 'UTC', MONDAY_TO_FRIDAY);
  const at = (state: Report['state'] | null, instant: string, isReviewed = true) =>
    dueStep(state && { state }, steps, isReviewed, new Date(instant));

  test.each([
    [null, '2012-07-19T08:59:00Z', true, null],
    [null, '2012-07-19T09:00:00Z', true, 'ask'],
    [null, '2012-07-20T12:00:00Z', true, 'cut-off'],
    [null, '2012-07-20T15:00:00Z', true, 'publish'],
    [null, '2012-07-23T15:00:00Z', true, null],
    ['collecting', '2012-07-20T11:59:00Z', true, null],
    ['collecting', '2012-07-27T12:00:00Z', true, 'cut-off'],
    ['draft', '2012-07-20T15:00:00Z', true, 'cut-off'],
    ['draft', '2012-07-20T15:00:00Z', false, 'publish'],
    ['in-review', '2012-07-27T15:00:00Z', true, null],
    ['in-review', '2012-07-27T15:00:00Z', false, 'publish'],
    ['approved', '2012-07-20T14:00:00Z', true, null],
    ['approved', '2012-07-27T15:00:00Z', true, 'publish'],
    ['published', '2012-07-27T15:00:00Z', false, null],
  ] as const)('of a report that is %s at %s (reviewed: %s) is %s', (state, instant, isReviewed, step) => {
    expect(at(state, instant, isReviewed)).toBe(step);
  });
});
