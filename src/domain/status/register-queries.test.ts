import { configure, defineRegister, risk } from '../registers';
import { UNRATED } from '../registers/defaults';
import {
  attentionJql,
  attentionLine,
  bandsOf,
  decidedJql,
  decidedLine,
  NEVER,
  riskQueries,
} from './register-queries';

const PROJECT = 'project = "P"';
const TODAY = '2012-07-20';

/** A register that no line of the report knows. */
const permit = configure(
  defineRegister({
    kind: 'permit',
    title: 'Permits',
    singular: 'Permit',
    groups: [{ title: 'All', fields: ['owner', 'neededBy', 'reviewDate'] }],
    fields: {
      owner: { kind: 'person', label: 'Owner' },
      neededBy: { kind: 'date', label: 'Needed by' },
      reviewDate: { kind: 'date', label: 'Next review' },
    },
    lifecycle: {
      applied: { label: 'Applied for', tone: 'neutral', next: ['granted'] },
      granted: { label: 'Granted', tone: 'success', next: [], final: true, locks: true },
    },
    review: { field: 'reviewDate' },
    due: [
      { key: 'grant', label: 'Permit', date: 'neededBy', who: 'owner', states: ['applied'] },
      { key: 'review', label: 'Review', date: 'reviewDate', who: 'owner', states: ['applied'] },
    ],
    index: [
      { path: 'id', type: 'string', alias: 'docketPermitId' },
      { path: 'state', type: 'string', alias: 'docketPermitState' },
      { path: 'values.neededBy', type: 'date', alias: 'docketPermitNeededBy' },
      { path: 'values.reviewDate', type: 'date', alias: 'docketPermitReview' },
    ],
    columns: ['key', 'state'],
    defaults: { ...UNRATED, prefix: 'PE' },
  }),
  { ...UNRATED, prefix: 'PE' },
);
const onIssue = (state: string, values: object, updatedAt = '2012-07-18T23:30:00.000Z') => ({
  issueId: '10001',
  key: 'P-1',
  summary: 'Dig',
  properties: {
    'docket.permit': {
      v: 2,
      id: 'PE-1',
      revision: 1,
      state,
      score: null,
      residualScore: null,
      targetScore: null,
      band: null,
      values,
      updatedAt,
    },
  },
});

describe('a register that is new to the report', () => {
  it('is asked for by its own due rules, reviews aside', () => {
    expect(attentionJql(PROJECT, [permit], TODAY)).toBe(
      'project = "P" AND ((issue.property["docket.permit"].state in ("applied") AND issue.property["docket.permit"].values.neededBy <= "2012-07-27"))',
    );
  });

  it.each([
    ['what is overdue', 'applied', { neededBy: '2012-07-01' }, '2012-07-01'],
    ['what is due in a week', 'applied', { neededBy: '2012-07-27' }, '2012-07-27'],
    ['nothing that is further away', 'applied', { neededBy: '2012-07-28' }, undefined],
    ['nothing that is settled', 'granted', { neededBy: '2012-07-01' }, undefined],
    ['no review', 'applied', { reviewDate: '2012-07-01' }, undefined],
    ['nothing that cannot be read', 'lost', { neededBy: '2012-07-01' }, undefined],
  ])('lists %s', (_what, state, values, date) => {
    expect(attentionLine(permit, onIssue(state, values), TODAY)?.date).toBe(date);
  });

  it('tells what was decided in the period, by the day of the project', () => {
    const week = { start: '2012-07-16', end: '2012-07-22' };
    const inKolkata = () => '2012-07-19';

    expect(decidedJql(PROJECT, [permit], '2012-07-16 00:00')).toContain('state in ("granted")');
    expect(decidedLine(permit, onIssue('granted', {}), week, inKolkata)).toMatchObject({
      id: 'PE-1',
      what: 'Permit',
      state: 'Granted',
      date: '2012-07-19',
    });
    expect(decidedLine(permit, onIssue('applied', {}), week, inKolkata)).toBeNull();
    expect(decidedLine(permit, onIssue('granted', {}), week, () => '2012-07-23')).toBeNull();
  });
});

describe('the risks of a report', () => {
  it('are judged by the bands of the register, or by what the project tolerates', () => {
    const register = configure(risk, risk.defaults);

    expect(bandsOf(register)).toEqual({ amber: 8, red: 15 });
    expect(bandsOf({ settings: { ...risk.defaults, bands: [] } })).toEqual({
      amber: NEVER,
      red: NEVER,
    });
    expect(riskQueries(PROJECT, register, { amber: 3, red: 5 }).risksRed).toContain('.score >= 5');
  });
});
