import { searchSite } from '../../../../test/support/jql';

const { search } = searchSite();
const found = (jql: string): string => search(`${jql} ORDER BY key`).join(' ');

describe('A query by entity properties', () => {
  it.each([
    ['issue.property[docket.risk].score >= 12', 'PAY-1 PAY-2'],
    ['issue.property["docket.risk"].score > 12', 'PAY-2'],
    ['issue.property["docket.risk"]."score" = 12.0', 'PAY-1'],
    ['riskScore in (12, 20)', 'PAY-1 PAY-2'],
    ['RISKSCORE != 12', 'PAY-2'],
    ['riskScore < -1', ''],
    // PAY-3 has the text "12": not a number, so not in the index.
    ['riskScore is EMPTY', 'NET-1 NET-2 PAY-3 PAY-4'],
    ['riskScore is not EMPTY', 'PAY-1 PAY-2'],
    ['NOT riskScore > 12', 'PAY-1'],
    ['riskState = assessed', 'PAY-1'],
    ['riskState = Assessed', ''],
    ['riskState not in (assessed)', 'PAY-2 PAY-3'],
    ['riskState != closed AND project = PAY', 'PAY-1 PAY-2'],
    ['riskReview = 2026-07-21', 'PAY-1'],
    ['riskReview <= now()', 'PAY-1 PAY-2'],
    ['riskReview > 2026-07-21', 'PAY-2'],
    ['riskReview = "2026-07-21 08:00"', 'PAY-2'],
    ['issue.property[docket.risk].review.date >= startOfDay()', 'PAY-1 PAY-2'],
    // Written with milliseconds on PAY-3.
    ['riskReview is EMPTY AND project = PAY', 'PAY-3 PAY-4'],
    ['riskOwner = currentUser()', 'PAY-1'],
    ['riskOwner in ("557058:f1-a2", lead)', 'PAY-1'],
    ['riskOwner != lead', ''],
    ['riskPlan ~ "bank line"', 'PAY-1'],
    ['riskPlan !~ bank', ''],
    ['riskPlan is not EMPTY', 'PAY-1'],
  ])('%s finds [%s]', (jql, keys) => {
    expect(found(jql)).toBe(keys);
  });

  it('joins several properties, each under its own key, and paths of any depth', () => {
    const site = searchSite({
      indexedProperties: [
        { propertyKey: 'docket.risk', path: 'score', type: 'number', searchAlias: 'score' },
        { propertyKey: 'docket.change', path: 'score', type: 'number', searchAlias: 'changeScore' },
        { propertyKey: 'docket.change', path: 'impact.by.schedule', type: 'number' },
        { propertyKey: 'docket.change', path: 'approvals.by', type: 'user', searchAlias: 'approver' },
      ],
    });
    const change = (id: string, value: unknown) => {
      const { properties } = site.state.issues.get(id) ?? {};
      site.state.issues.patch(id, { properties: { ...properties, 'docket.change': value } });
    };
    change('1002', {
      score: 3,
      impact: { by: { schedule: 10 } },
      approvals: [{ by: 'lead' }, { by: 'member' }],
    });
    change('2001', { score: 20, impact: { by: 'nobody' }, approvals: [] });
    expect(site.search('score = 20 AND changeScore = 3')).toEqual(['PAY-2']);
    expect(site.search('changeScore >= 3 ORDER BY changeScore DESC')).toEqual(['NET-1', 'PAY-2']);
    expect(site.search('issue.property[docket.change].impact.by.schedule > 5')).toEqual(['PAY-2']);
    expect(site.search('approver = currentUser() AND approver != EMPTY')).toEqual(['PAY-2']);
    expect(site.search('changeScore is not EMPTY AND approver is EMPTY')).toEqual(['NET-1']);
  });

  it('is put in order by numbers and dates', () => {
    expect(search('riskScore > 0 ORDER BY riskScore DESC')).toEqual(['PAY-2', 'PAY-1']);
    expect(search('riskScore > 0 ORDER BY issue.property[docket.risk].score')).toEqual(['PAY-1', 'PAY-2']);
    expect(search('riskReview is not EMPTY ORDER BY riskReview DESC')).toEqual(['PAY-2', 'PAY-1']);
  });

  it.each(['riskState', 'riskOwner', 'riskPlan'])('is not put in order by %s', (name) => {
    expect(() => search(`project = PAY ORDER BY ${name}`)).toThrow(`Not able to sort using field '${name}'.`);
  });

  it('wants reserved words in quotes', () => {
    expect(found('riskState in ("update", assessed)')).toBe('PAY-1');
    expect(() => found('riskState = update')).toThrow("'update' is a reserved JQL word");
  });

  it('finds nothing in what no manifest indexes, as if every issue lacked it', () => {
    const none = 'issue.property[docket.risk].owners.name';
    expect(found(`${none} = lead`)).toBe('');
    expect(found(`${none} != lead`)).toBe('');
    expect(found(`${none} ~ lead`)).toBe('');
    expect(found(`${none} is not EMPTY`)).toBe('');
    expect(found(`${none} is EMPTY AND project = NET`)).toBe('NET-1 NET-2');
    expect(found('issue.property[docket.risk].Score > 0')).toBe('');
  });

  it('reads the date of a property in the zone of whoever asks', () => {
    const west = searchSite({ timeZone: 'Pacific/Honolulu' });
    expect(west.search('riskReview = 2026-07-21')).toEqual(['PAY-1']);
    expect(west.search('riskReview < 2026-07-21')).toEqual(['PAY-2']);
  });
});
