import { say, type Text } from '../../words';
import { checkLadder } from '../commitments';
import { checkScoring } from './check-scoring';
import type { Register } from './define';
import type { ApprovalSettings, RegisterSettings } from './settings';
import { registerName } from './terms';

/** What is wrong, by dotted path: a sentence that says what to do. */
export type Problems = Readonly<Record<string, Text>>;

/** Another register of the same project. */
export interface Neighbour extends Pick<Register, 'kind' | 'title'> {
  readonly prefix: string;
}

const PREFIX = /^[A-Z][A-Z0-9]{0,4}$/;
const LONGEST_LABEL = 255;

/**
 * Where a project's settings of a register contradict themselves, the register or its neighbours. Scales may change while
 * there are records: a step that is still on its scale keeps its rating, one above it is listed as needing a new one.
 */
export function checkSettings(
  register: Register,
  settings: RegisterSettings,
  neighbours: readonly Neighbour[],
): Problems {
  return {
    ...checkIds(settings, neighbours),
    ...(register.score ? checkScoring(settings) : checkUnrated(register, settings)),
    ...checkRecords(register, settings),
    ...checkLadder(settings.ladder, 'ladder'),
    ...(register.approvals ? checkApproval(settings.approval) : {}),
  };
}

function checkIds({ prefix }: RegisterSettings, neighbours: readonly Neighbour[]): Problems {
  if (!PREFIX.test(prefix)) return { prefix: say('registers.settings.noPrefix', { prefix }) };
  const taken = neighbours.find((neighbour) => neighbour.prefix === prefix);
  return taken
    ? { prefix: say('registers.settings.prefixTaken', { register: registerName(taken), prefix }) }
    : {};
}

function checkUnrated(own: Register, { scales, bands }: RegisterSettings): Problems {
  const problems: Record<string, Text> = {};
  const register = registerName(own);
  for (const axis of ['probability', 'impact'] as const)
    if (scales[axis].length > 0)
      problems[`scales.${axis}`] = say('registers.settings.unratedScales', { register });
  if (bands.length > 0) problems['bands'] = say('registers.settings.unratedBands', { register });
  return problems;
}

function checkRecords(register: Register, { required, issueType, labels }: RegisterSettings): Problems {
  const problems: Record<string, Text> = {};
  required.forEach((key, i) => {
    if (!Object.hasOwn(register.fields, key))
      problems[`required.${i}`] = say('registers.settings.noField', {
        register: registerName(register),
        field: key,
      });
    else if (required.indexOf(key) < i)
      problems[`required.${i}`] = say('registers.settings.twice', { name: key });
  });
  if (issueType !== null && issueType.trim() === '')
    problems['issueType'] = say('registers.settings.noIssueType');
  labels.forEach((label, i) => {
    if (label === '' || /\s/.test(label))
      problems[`labels.${i}`] = say('registers.settings.noLabel', { label });
    else if (label.length > LONGEST_LABEL)
      problems[`labels.${i}`] = say('registers.settings.labelTooLong', {
        more: label.length - LONGEST_LABEL,
      });
    else if (labels.indexOf(label) < i)
      problems[`labels.${i}`] = say('registers.settings.twice', { name: label });
  });
  return problems;
}

function checkApproval({ rule, authorities, graceDays }: ApprovalSettings): Problems {
  const problems: Record<string, Text> = {};
  const largest = Math.max(0, ...authorities.map(({ people }) => Math.max(1, people.length)));
  if (authorities.length === 0) problems['approval.authorities'] = say('registers.settings.noAuthority');
  else if (typeof rule === 'object' && !Number.isInteger(rule.quorum))
    problems['approval.rule'] = say('registers.settings.quorumWhole');
  else if (typeof rule === 'object' && (rule.quorum < 1 || rule.quorum > largest))
    problems['approval.rule'] = say('registers.settings.quorum', { quorum: rule.quorum, largest });
  if (!Number.isInteger(graceDays) || graceDays < 0 || graceDays > 260)
    problems['approval.graceDays'] = say('registers.settings.grace');
  authorities.forEach((authority, i) => {
    const path = `approval.authorities.${i}`;
    const before = authorities[i - 1];
    if (authority.name.trim() === '') problems[`${path}.name`] = say('registers.settings.authorityName');
    if (new Set(authority.people).size < authority.people.length)
      problems[`${path}.people`] = say('registers.settings.somebodyTwice');
    if (i === authorities.length - 1) {
      if (authority.upToDays !== null || authority.upToMoney !== null)
        problems[path] = say('registers.settings.highest', { authority: authority.name });
      return;
    }
    if (authority.upToDays === null && authority.upToMoney === null)
      problems[path] = say('registers.settings.unlimited', { authority: authority.name });
    if (before) Object.assign(problems, checkRising(before, authority, path));
  });
  return problems;
}

type Tolerance = ApprovalSettings['authorities'][number];

function checkRising(before: Tolerance, authority: Tolerance, path: string): Problems {
  const problems: Record<string, Text> = {};
  const names = { authority: authority.name, before: before.name };
  if (authority.upToDays !== null && (before.upToDays === null || authority.upToDays < before.upToDays))
    problems[`${path}.upToDays`] = say('registers.settings.fewerDays', {
      ...names,
      days: before.upToDays ?? say('registers.settings.anyNumber'),
    });
  const [lower, upper] = [before.upToMoney, authority.upToMoney];
  if (lower && upper && lower.currency !== upper.currency)
    problems[`${path}.upToMoney`] = say('registers.settings.currencies', {
      lower: lower.currency,
      upper: upper.currency,
    });
  else if (upper && (!lower || upper.minor < lower.minor))
    problems[`${path}.upToMoney`] = say('registers.settings.lessMoney', names);
  return problems;
}
