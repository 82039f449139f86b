import { searchSite } from '../../../../test/support/jql';
import { compileJql, JqlError } from '.';

const { env } = searchSite();

/** What Jira would answer as `errorMessages`. */
function refusal(jql: string): string[] {
  try {
    compileJql(jql, env);
  } catch (error) {
    if (error instanceof JqlError) return error.messages;
    throw error;
  }
  return [];
}

const OPERATORS =
  "The valid operators are '=', '!=', '<', '>', '<=', '>=', '~', '!~', 'IN', 'NOT IN', 'IS' and 'IS NOT'.";
const value = (got: string): string =>
  `Error in JQL Query: Expecting either a value, list or function but got '${got}'. You must surround '${got}' in quotation marks to use it as a value.`;
const character = (got: string, escape: string): string =>
  `Error in the JQL Query: The character '${got}' is a reserved JQL character. You must enclose it in a string or use the escape '${escape}' instead.`;
const escapes = String.raw`The valid escape sequences are \', \", \t, \n, \r, \\, '\ ' and \uXXXX.`;
const date = (text: string, field: string): string =>
  `Date value '${text}' for field '${field}' is invalid. Valid formats include: 'yyyy/MM/dd HH:mm', 'yyyy-MM-dd HH:mm', 'yyyy/MM/dd', 'yyyy-MM-dd', or a period format e.g. '-5d', '4w 2d'.`;

describe('A query that is not JQL', () => {
  it.each([
    // As in Atlassian's document of POST /rest/api/3/jql/parse.
    [
      'invalid query',
      `Error in the JQL Query: Expecting operator but got 'query'. ${OPERATORS} (line 1, character 9)`,
    ],
    ['project', `Error in the JQL Query: Expecting operator before the end of the query. ${OPERATORS}`],
    ['project = PAY AND', 'Error in the JQL Query: Expecting a field name at the end of the query.'],
    [
      'project =',
      'Error in JQL Query: Expecting either a value, list or function before the end of the query.',
    ],
    [
      'project in PAY',
      'Error in JQL Query: Expecting either a value, list or function before the end of the query.',
    ],
    ['status = = Done', `${value('=')} (line 1, character 10)`],
    ['project in ()', `${value(')')} (line 1, character 13)`],
    ['project = (PAY)', `${value('(')} (line 1, character 11)`],
    ['project is PAY', `${value('PAY')} (line 1, character 12)`],
    ['status = in progress', `${value('in')} (line 1, character 10)`],
    ['project = PAY\nAND status ~~ x', `${value('~')} (line 2, character 13)`],
    [
      'project = PAY status',
      "Error in the JQL Query: Expecting either 'OR' or 'AND' but got 'status'. (line 1, character 15)",
    ],
    [
      'project = PAY)',
      "Error in the JQL Query: Expecting either 'OR' or 'AND' but got ')'. (line 1, character 14)",
    ],
    [
      String.raw`key = 1 "a\\"`,
      String.raw`Error in the JQL Query: Expecting either 'OR' or 'AND' but got '"a\\"'. (line 1, character 9)`,
    ],
    ['(status = Done', "Error in the JQL Query: Expecting ')' before the end of the query."],
    ['due > now(', "Error in the JQL Query: Expecting ')' before the end of the query."],
    ['issue.property[a = 1', "Error in the JQL Query: Expecting ']' but got '='. (line 1, character 18)"],
    [
      '= PAY',
      "Error in the JQL Query: Expecting a field name but got '='. You must surround '=' in quotation marks to use it as a field name. (line 1, character 1)",
    ],
    ['ORDER BY', 'Error in the JQL Query: Expecting a field name at the end of the query.'],
    ['ORDER created', "Error in the JQL Query: Expecting 'BY' but got 'created'. (line 1, character 7)"],
    [
      'summary ~ "unclosed',
      "Error in the JQL Query: The quoted string 'unclosed' has not been completed. (line 1, character 11)",
    ],
    [
      "summary ~ 'it\\'",
      String.raw`Error in the JQL Query: The quoted string 'it\'' has not been completed. (line 1, character 11)`,
    ],
    [
      'project = select',
      "Error in the JQL Query: 'select' is a reserved JQL word. You must surround it in quotation marks to use it in a query. (line 1, character 11)",
    ],
    ['assignee = a@b', `${character('@', '\\u0040')} (line 1, character 13)`],
    ['due <= 2026/07/21', `${character('/', '\\u002f')} (line 1, character 12)`],
    ['due > startOfDay(+1d)', `${character('+', '\\u002b')} (line 1, character 18)`],
    [
      String.raw`summary ~ "a\(b"`,
      String.raw`Error in the JQL Query: '\(' is an illegal JQL escape sequence. ${escapes} (line 1, character 13)`,
    ],
  ])('%j is refused as Jira refuses it', (jql, message) => {
    expect(refusal(jql)).toEqual([message]);
  });
});

describe('A query that asks for what the site has not got', () => {
  it.each([
    ['colour = red', "Field 'colour' does not exist or you do not have permission to view it."],
    ['cf[10001] = 3', "Field 'cf[10001]' does not exist or you do not have permission to view it."],
    [
      'comment.property[a].b = 1',
      "Field 'comment.property' does not exist or you do not have permission to view it.",
    ],
    ['project = NOPE', "The value 'NOPE' does not exist for the field 'project'."],
    ['project in (PAY, NOPE)', "The value 'NOPE' does not exist for the field 'project'."],
    ['status = Shipped', "The value 'Shipped' does not exist for the field 'status'."],
    ['assignee = nobody', "The value 'nobody' does not exist for the field 'assignee'."],
    // Account ids only.
    ['assignee = Ash', "The value 'Ash' does not exist for the field 'assignee'."],
    [
      'reporter = "member@example.com"',
      "The value 'member@example.com' does not exist for the field 'reporter'.",
    ],
    ['fixVersion = "9.9"', "The value '9.9' does not exist for the field 'fixVersion'."],
    [
      'statusCategory = constructor',
      "The value 'constructor' does not exist for the field 'statusCategory'.",
    ],
    ['issueLinkType = causes', "The value 'causes' does not exist for the field 'issueLinkType'."],
    ['riskOwner = nobody', "The value 'nobody' does not exist for the field 'riskOwner'."],
    ['key = PAY-99', "An issue with key 'PAY-99' does not exist for field 'key'."],
    ['parent in (PAY-1, 77)', "An issue with key '77' does not exist for field 'parent'."],
    ['key > foo', "The issue key 'foo' for field 'key' is invalid."],
    ['assignee = noSuch(a, b)', "Unable to find JQL function 'noSuch(a, b)'."],
    [
      'fixVersion in releasedVersions(NOPE)',
      "Could not resolve the project 'NOPE' provided to function 'releasedVersions'.",
    ],
    ['issue in linkedIssues(PAY-99)', "Issue 'PAY-99' could not be found in function 'linkedIssues'."],
    [
      'issue in linkedIssues(PAY-2, Blocker)',
      "Issue link type 'Blocker' could not be found in function 'linkedIssues'.",
    ],
  ])('%s is refused', (jql, message) => {
    expect(refusal(jql)).toEqual([message]);
  });
});

describe('A query whose operator, value or function does not fit the field', () => {
  it.each([
    ['duedate ~ x', "The operator '~' is not supported by the 'duedate' field."],
    ['summary = x', "The operator '=' is not supported by the 'summary' field."],
    ['text !~ x', "The operator '!~' is not supported by the 'text' field."],
    ['comment is EMPTY', "The operator 'is' is not supported by the 'comment' field."],
    ['project > PAY', "The operator '>' is not supported by the 'project' field."],
    ['assignee < lead', "The operator '<' is not supported by the 'assignee' field."],
    ['riskState > a', "The operator '>' is not supported by the 'riskState' field."],
    ['riskScore ~ 3', "The operator '~' is not supported by the 'riskScore' field."],
    ['riskPlan = x', "The operator '=' is not supported by the 'riskPlan' field."],
    ['due = soon', date('soon', 'due')],
    ['created >= "2026-02-30"', date('2026-02-30', 'created')],
    ['updated > 7', date('7', 'updated')],
    ['riskReview < "-1M"', date('-1M', 'riskReview')],
    ['riskScore = many', "Value 'many' for the 'riskScore' field is not a valid number."],
    [
      'status = currentUser()',
      "A value provided by the function 'currentUser' is invalid for the field 'status'.",
    ],
    ['due = currentUser()', "A value provided by the function 'currentUser' is invalid for the field 'due'."],
    ['riskScore = now()', "A value provided by the function 'now' is invalid for the field 'riskScore'."],
    ['key = now()', "A value provided by the function 'now' is invalid for the field 'key'."],
    ['summary ~ now()', "A value provided by the function 'now' is invalid for the field 'summary'."],
    [
      'assignee in currentUser()',
      "Operator 'in' does not support the non-list value 'currentUser()' for field 'assignee'.",
    ],
    [
      'issue = linkedIssues(PAY-2)',
      "Operator '=' does not support the list value 'linkedIssues()' for field 'issue'.",
    ],
    [
      'assignee in linkedIssues(PAY-2)',
      "A value provided by the function 'linkedIssues' is invalid for the field 'assignee'.",
    ],
    [
      'fixVersion = releasedVersions()',
      "Operator '=' does not support the list value 'releasedVersions()' for field 'fixVersion'.",
    ],
    ['assignee = currentUser(x)', "Function 'currentUser' expected '0' arguments but received '1'."],
    [
      'due < endOfDay(1d, 2d)',
      "Function 'endOfDay' expected between '0' and '1' arguments but received '2'.",
    ],
    [
      'due < startOfDay(soon)',
      "Duration for function 'startOfDay' should have the format (+/-)n(yMwdhm), e.g -1M for 1 month earlier.",
    ],
    ['summary ~ ""', "The field 'summary' does not support searching for an empty string."],
    ['text ~ "*foo"', "The text query '*foo' for field 'text' is not allowed to start with '*' or '?'."],
    ['ORDER BY nothing', "Not able to sort using field 'nothing'."],
    ['ORDER BY comment', "Not able to sort using field 'comment'."],
    [
      'ORDER BY key, due, created, updated, status, type, summary, priority',
      'The query orders by 8 fields; the maximum is 7.',
    ],
  ])('%s is refused', (jql, message) => {
    expect(refusal(jql)).toEqual([message]);
  });

  it('is refused with every fault at once, each named once', () => {
    expect(
      refusal('(project = NOPE OR colour = red) AND due ~ x AND NOT project = NOPE ORDER BY nothing'),
    ).toEqual([
      "The value 'NOPE' does not exist for the field 'project'.",
      "Field 'colour' does not exist or you do not have permission to view it.",
      "The operator '~' is not supported by the 'due' field.",
      "Not able to sort using field 'nothing'.",
    ]);
  });
});

describe('A query that Jira would answer and the sandbox cannot', () => {
  it.each([
    ['status was Done', "the operator 'was', in 'status was Done'"],
    [
      'NOT status WAS NOT IN (Done) BEFORE "2026-07-01"',
      `the operator 'was not in', in 'status WAS NOT IN (Done) BEFORE "2026-07-01"'`,
    ],
    ['status CHANGED FROM a TO b', "the operator 'changed', in 'status CHANGED FROM a TO b'"],
    ['resolution > Done', "the operator '>' on 'resolution', in 'resolution > Done'"],
    ['assignee in membersOf("x")', `the function 'membersOf()', in 'assignee in membersOf("x")'`],
    ['key = PAY-1 OR "Epic Link" = PAY-1', `the field 'Epic Link', in '"Epic Link" = PAY-1'`],
    ['Sprint in openSprints()', "the field 'Sprint', in 'Sprint in openSprints()'"],
    ['ORDER BY Rank', "sorting by 'Rank', in 'ORDER BY Rank'"],
    ['issue.property[a] = 1', "an entity property without one key and one path, in 'issue.property[a]'"],
    [
      'issue.property[a][b].c = 1',
      "an entity property without one key and one path, in 'issue.property[a][b].c'",
    ],
    ['summary ~ "a AND b"', `'AND' in a text search, in 'summary ~ "a AND b"'`],
    ['summary ~ "good -bad"', `'-' in a text search, in 'summary ~ "good -bad"'`],
    ['summary ~ "near~2"', `'~' in a text search, in 'summary ~ "near~2"'`],
    ['summary ~ EMPTY', "'~ EMPTY', in 'summary ~ EMPTY'"],
  ])('%s is refused by name', (jql, what) => {
    expect(refusal(jql)).toEqual([`The sandbox does not support ${what}.`]);
  });
});
