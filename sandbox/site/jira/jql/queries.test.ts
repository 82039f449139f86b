import { searchSite } from '../../../../test/support/jql';

const { search } = searchSite();
const found = (jql: string): string => search(`${jql} ORDER BY key`).join(' ');

const ALL = 'NET-1 NET-2 PAY-1 PAY-2 PAY-3 PAY-4';

describe('A query by reference fields', () => {
  it.each([
    // Projects by key, name, id, whatever the case.
    ['project = PAY', 'PAY-1 PAY-2 PAY-3 PAY-4'],
    ['project = "wallet PAYMENTS"', 'PAY-1 PAY-2 PAY-3 PAY-4'],
    ['project = 2', 'NET-1 NET-2'],
    ['PROJECT in (pay, net)', ALL],
    ['project != PAY', 'NET-1 NET-2'],
    ['project is not EMPTY', ALL],
    // Issues by key and id; comparisons stay in the project.
    ['key = pay-2', 'PAY-2'],
    ['issuekey in (PAY-1, NET-2)', 'NET-2 PAY-1'],
    ['id = 1003', 'PAY-3'],
    ['issue not in (PAY-1, PAY-2)', 'NET-1 NET-2 PAY-3 PAY-4'],
    ['key > PAY-2', 'PAY-3 PAY-4'],
    ['key <= PAY-2', 'PAY-1 PAY-2'],
    ['parent = PAY-1', 'PAY-2'],
    ['parent in (1001, PAY-2)', 'PAY-2 PAY-4'],
    ['parent is EMPTY', 'NET-1 NET-2 PAY-1 PAY-3'],
    ['issuetype = Bug', 'PAY-3'],
    ['space = PAY AND workType = Bug AND workItemKey = PAY-3', 'PAY-3'],
    ['type in (Epic, sub-task)', 'PAY-1 PAY-4'],
    // Statuses and their categories.
    ['status = "In Progress"', 'PAY-1'],
    ['status in ("to do", Done)', 'NET-1 NET-2 PAY-2 PAY-3 PAY-4'],
    ['status = 10012', 'NET-2 PAY-3'],
    ['statusCategory = "To Do"', 'NET-1 PAY-2 PAY-4'],
    ['statusCategory = indeterminate', 'PAY-1'],
    ['statusCategory != done', 'NET-1 PAY-1 PAY-2 PAY-4'],
    ['statusCategory in (new, 3)', 'NET-1 NET-2 PAY-2 PAY-3 PAY-4'],
    // Priorities have an order, the most urgent being the greatest.
    ['priority = Highest', 'PAY-2'],
    ['priority > Medium', 'PAY-1 PAY-2'],
    ['priority <= Medium', 'NET-1 NET-2 PAY-3'],
    ['priority != Medium', 'PAY-1 PAY-2 PAY-3'],
    ['priority in (EMPTY, Low)', 'PAY-3 PAY-4'],
    ['resolution = Unresolved', 'NET-1 PAY-1 PAY-2 PAY-4'],
    ['resolution != Unresolved', 'NET-2 PAY-3'],
    ['resolution in (Unresolved, "Won\'t Do")', 'NET-1 NET-2 PAY-1 PAY-2 PAY-4'],
    ['resolution not in (Done)', 'NET-2'],
    // People.
    ['assignee = currentUser()', 'PAY-2'],
    ['assignee in (currentUser(), "557058:f1-a2")', 'NET-2 PAY-2'],
    ['assignee = 557058:f1-a2', 'NET-2'],
    ['assignee != lead', 'NET-2 PAY-2'],
    ['assignee not in (lead)', 'NET-2 PAY-2'],
    ['assignee is EMPTY', 'PAY-3 PAY-4'],
    ['assignee = null', 'PAY-3 PAY-4'],
    ['assignee != EMPTY', 'NET-1 NET-2 PAY-1 PAY-2'],
    ['assignee in (EMPTY, lead)', 'NET-1 PAY-1 PAY-3 PAY-4'],
    ['assignee not in (EMPTY, lead)', 'NET-2 PAY-2'],
    ['reporter = "557058:f1-a2"', 'PAY-3'],
    ['creator is null', 'PAY-3'],
    // Fields with several values.
    ['labels = LEGAL', 'PAY-1 PAY-3'],
    ['labels = legal and labels = launch', 'PAY-1'],
    ['labels != launch', 'PAY-3'],
    ['labels in (nowhere)', ''],
    ['labels is EMPTY', 'NET-1 NET-2 PAY-2 PAY-4'],
    ['component = api', 'PAY-1 PAY-2'],
    ['component != "Service desk"', 'PAY-2'],
    ['component = 302', 'PAY-1'],
    ['level = confidential', 'PAY-3'],
    ['level is empty', 'NET-1 NET-2 PAY-1 PAY-2 PAY-4'],
    ['issueLinkType = Blocks', 'NET-1 PAY-2'],
    ['issueLinkType = "is blocked by"', 'PAY-2'],
    ['issueLinkType = blocks AND key != PAY-2', 'NET-1'],
    ['issue in linkedIssues(PAY-2)', 'NET-1'],
    ['issue in linkedIssues(net-1, "Is blocked by")', 'PAY-2'],
    ['issue in linkedIssues(NET-1, blocks)', ''],
    ['key in (linkedWorkItems(PAY-2, blocks), PAY-3)', 'NET-1 PAY-3'],
    ['issue not in linkedIssues(PAY-2) AND project = NET', 'NET-2'],
  ])('%s finds [%s]', (jql, keys) => {
    expect(found(jql)).toBe(keys);
  });
});

describe('A query by versions', () => {
  it.each([
    ['fixVersion = "1.0"', 'NET-1 PAY-1'],
    ['fixVersion = 401', 'PAY-1'],
    ['fixVersion = "1.0" AND project = PAY', 'PAY-1'],
    ['fixVersion != "2.0"', 'NET-1 PAY-1'],
    // In the order of each version's own project.
    ['fixVersion > "1.0"', 'PAY-2'],
    ['fixVersion >= 402', 'PAY-2'],
    ['fixVersion < "2.0"', 'PAY-1'],
    ['fixVersion in releasedVersions()', 'PAY-1'],
    ['fixVersion in unreleasedVersions(NET)', 'NET-1'],
    ['fixVersion in (releasedVersions(PAY), unreleasedVersions(NET))', 'NET-1 PAY-1'],
    ['fixVersion in (releasedVersions(PAY), 404)', 'NET-1 PAY-1'],
    ['fixVersion not in unreleasedVersions()', 'PAY-1'],
    ['fixVersion = earliestUnreleasedVersion(PAY)', 'PAY-2'],
    ['fixVersion = latestReleasedVersion("Wallet payments")', 'PAY-1'],
    ['fixVersion in latestReleasedVersion(NET)', ''],
    ['affectedVersion = "1.0"', 'PAY-3'],
    ['affectedVersion is not EMPTY', 'PAY-3'],
  ])('%s finds [%s]', (jql, keys) => {
    expect(found(jql)).toBe(keys);
  });
});

describe('A query of text', () => {
  it.each([
    ['summary ~ wallet', 'PAY-1 PAY-2'],
    ['summary ~ "the wallet"', 'PAY-1 PAY-2'],
    ['summary ~ "wallet the"', 'PAY-1 PAY-2'],
    [String.raw`summary ~ "\"the wallet\""`, 'PAY-1 PAY-2'],
    [String.raw`summary ~ "\"wallet the\""`, ''],
    ['summary ~ wall', ''],
    ['summary ~ "wall*"', 'PAY-1 PAY-2'],
    ['summary ~ "w?llet"', 'PAY-1 PAY-2'],
    ['summary ~ "follow-up"', 'PAY-4'],
    ['summary !~ wallet', 'NET-1 NET-2 PAY-3 PAY-4'],
    ['description ~ "signatures witness"', 'PAY-2'],
    ['description !~ vendor', 'PAY-2'],
    ['description is EMPTY', 'NET-1 NET-2 PAY-1 PAY-3 PAY-4'],
    ['comment ~ vendor', 'PAY-4'],
    // One comment must hold all the words.
    ['comment ~ "vendor bank"', ''],
    ['comment !~ contract', 'PAY-4'],
    ['text ~ legal', 'PAY-2'],
    ['text ~ bank', 'PAY-4'],
    ['NOT text ~ wallet AND project = PAY', 'PAY-3 PAY-4'],
    [String.raw`summary ~ "core\\-switch"`, 'NET-1'],
    [String.raw`summary ~ "\u0063ables"`, 'NET-2'],
  ])('%s finds [%s]', (jql, keys) => {
    expect(found(jql)).toBe(keys);
  });
});

describe('A query of several clauses', () => {
  it.each([
    ['project = NET OR key = PAY-1 AND status = Done', 'NET-1 NET-2'],
    ['(project = NET OR key = PAY-1) AND status = Done', 'NET-2'],
    ['NOT project = NET AND NOT (status = Done OR assignee = lead)', 'PAY-2'],
    ['NOT NOT project = NET', 'NET-1 NET-2'],
    ['!(project = PAY) || key = PAY-3', 'NET-1 NET-2 PAY-3'],
    ['project = PAY && status != Done', 'PAY-1 PAY-2 PAY-4'],
    // Jira turns NOT into the opposite operator: no assignee is still no match.
    ['NOT assignee = lead', 'NET-2 PAY-2'],
    ['NOT assignee is EMPTY', 'NET-1 NET-2 PAY-1 PAY-2'],
    ['NOT due > 2026-07-21', 'PAY-2 PAY-3'],
    ['NOT labels in (launch)', 'PAY-3'],
    ['NOT (project = PAY AND status = Done)', 'NET-1 NET-2 PAY-1 PAY-2 PAY-4'],
  ])('%s finds [%s]', (jql, keys) => {
    expect(found(jql)).toBe(keys);
  });
});
