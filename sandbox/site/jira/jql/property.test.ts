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
