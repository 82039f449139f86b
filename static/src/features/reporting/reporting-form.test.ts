import '../../../../test/support/words';
import { DEFAULT_REPORTING } from '../../../../src/domain/reports';
import { ReportingShape } from '../../../../src/contract/reporting';
import { freshStreamId, reportingProblems, toReporting, toReportingInput } from './reporting-form';

const stored = ReportingShape.parse({
  ...DEFAULT_REPORTING,
  workstreams: [
    { id: 'stream-1', name: 'Payments', leadId: 'a', scope: { kind: 'component', component: 'Pay' } },
    { id: 'stream-3', name: 'Ledger', leadId: 'b', scope: { kind: 'jql', jql: 'labels = ledger' } },
  ],
  reviewers: ['c'],
  stakeholders: ['a', 'd'],
  includedRestricted: ['PAY-1'],
});
const input = toReportingInput(stored, { a: 'Ann', b: 'Ben', c: 'Cem', d: 'Dee' });

describe('the report settings form', () => {
  test('sends what it was given', () => {
    expect(toReporting(input)).toEqual(stored);
    expect(reportingProblems(input)).toEqual({});
  });

  test('writes shares as per cent, and reads them back with either point', () => {
    expect(input.bands['schedule.overdueShare'].amber).toBe('5');
    const bands = { ...input.bands, 'schedule.overdueShare': { amber: '7,5', red: ' 20 ' } };
    expect(toReporting({ ...input, bands }).tolerances.schedule.overdueShare).toEqual({
      amber: 0.075,
      red: 0.2,
    });
  });

  test('takes the risk register’s own bands where its boxes are empty', () => {
    const bands = { ...input.bands, 'risk.exposure': { amber: ' ', red: '' } };
    expect(toReporting({ ...input, bands }).tolerances.risk.exposure).toBeNull();
    expect(reportingProblems({ ...input, bands })).toEqual({});
  });

  test.each([
    ['a band with one end', { 'scope.growth': { amber: '5', red: '' } }, 'tolerances.scope.growth', /both/],
    [
      'a word for a number',
      { 'schedule.spi': { amber: 'low', red: '0.8' } },
      'tolerances.schedule.spi',
      /number/,
    ],
  ])('refuses %s', (_what, change, path, message) => {
    const problems = reportingProblems({ ...input, bands: { ...input.bands, ...change } });
    expect(problems[path]).toMatch(message);
  });

  test('asks for the lead of a workstream where nobody is chosen', () => {
    const [first] = input.streams;
    const streams = first ? [{ ...first, lead: null, name: ' ' }] : [];
    const problems = reportingProblems({ ...input, streams });
    expect(problems['workstreams.0.leadId']).toMatch(/Choose the person/);
    expect(problems['workstreams.0.name']).toMatch(/name/);
  });

  test('gives a new workstream an id that none has', () => {
    expect(freshStreamId(input.streams)).toBe('stream-4');
    expect(freshStreamId([{ id: 'stream-2' }])).toBe('stream-3');
    expect(freshStreamId([])).toBe('stream-1');
  });
});
