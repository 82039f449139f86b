import { searchSite } from '../../../../test/support/jql';

const { search } = searchSite();
const found = (jql: string): string => search(jql).join(' ');

describe('The order of a result', () => {
  it.each([
    // Without ORDER BY, and among equals: by id, newest first.
    ['project = PAY', 'PAY-4 PAY-3 PAY-2 PAY-1'],
    ['project = PAY ORDER BY project', 'PAY-4 PAY-3 PAY-2 PAY-1'],
    ['ORDER BY key', 'NET-1 NET-2 PAY-1 PAY-2 PAY-3 PAY-4'],
    ['ORDER BY issuekey DESC', 'PAY-4 PAY-3 PAY-2 PAY-1 NET-2 NET-1'],
    ['ORDER BY project DESC, key', 'PAY-1 PAY-2 PAY-3 PAY-4 NET-1 NET-2'],
    // Empty values last ascending, first descending.
    ['ORDER BY due', 'PAY-3 PAY-2 NET-1 PAY-1 NET-2 PAY-4'],
    ['ORDER BY due DESC', 'NET-2 PAY-4 PAY-1 NET-1 PAY-2 PAY-3'],
    ['project = PAY ORDER BY created ASC', 'PAY-3 PAY-1 PAY-2 PAY-4'],
    ['project = PAY ORDER BY updated', 'PAY-3 PAY-1 PAY-2 PAY-4'],
    ['ORDER BY resolved, key', 'PAY-3 NET-2 NET-1 PAY-1 PAY-2 PAY-4'],
    ['project = PAY ORDER BY statusCategoryChangedDate, key', 'PAY-1 PAY-2 PAY-3 PAY-4'],
    ['project = PAY ORDER BY priority DESC', 'PAY-4 PAY-2 PAY-1 PAY-3'],
    ['project = PAY ORDER BY priority', 'PAY-3 PAY-1 PAY-2 PAY-4'],
    ['ORDER BY status, key', 'NET-1 PAY-2 PAY-4 PAY-1 NET-2 PAY-3'],
    ['ORDER BY statusCategory DESC, key', 'NET-2 PAY-3 PAY-1 NET-1 PAY-2 PAY-4'],
    ['ORDER BY resolution, key', 'PAY-3 NET-2 NET-1 PAY-1 PAY-2 PAY-4'],
    ['ORDER BY issuetype, key', 'PAY-1 NET-1 NET-2 PAY-2 PAY-4 PAY-3'],
    // People by their names: Ash, Birch, Cedar.
    ['ORDER BY assignee, key', 'PAY-2 NET-1 PAY-1 NET-2 PAY-3 PAY-4'],
    ['ORDER BY reporter DESC, key', 'PAY-3 NET-1 NET-2 PAY-1 PAY-2 PAY-4'],
    ['project = PAY ORDER BY summary', 'PAY-4 PAY-1 PAY-3 PAY-2'],
    ['project = PAY ORDER BY labels, key', 'PAY-3 PAY-1 PAY-2 PAY-4'],
    ['project = PAY ORDER BY component, key', 'PAY-1 PAY-2 PAY-3 PAY-4'],
    ['ORDER BY fixVersion, key', 'PAY-1 PAY-2 NET-1 NET-2 PAY-3 PAY-4'],
    ['ORDER BY affectedVersion, key', 'PAY-3 NET-1 NET-2 PAY-1 PAY-2 PAY-4'],
    ['ORDER BY parent, key', 'PAY-2 PAY-4 NET-1 NET-2 PAY-1 PAY-3'],
    ['ORDER BY level, key', 'PAY-3 NET-1 NET-2 PAY-1 PAY-2 PAY-4'],
    ['project = PAY ORDER BY riskScore DESC', 'PAY-4 PAY-3 PAY-2 PAY-1'],
    ['riskScore is not EMPTY ORDER BY riskScore DESC', 'PAY-2 PAY-1'],
    ['riskReview is not EMPTY ORDER BY riskReview', 'PAY-1 PAY-2'],
    ['project = NET ORDER BY issue.property[nowhere].x', 'NET-2 NET-1'],
  ])('%s is [%s]', (jql, keys) => {
    expect(found(jql)).toBe(keys);
  });
});
