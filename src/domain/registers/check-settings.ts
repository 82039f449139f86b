import { checkLadder } from '../commitments';
import { checkScoring } from './check-scoring';
import type { Register } from './define';
import type { ApprovalSettings, RegisterSettings } from './settings';

/** What is wrong, by dotted path: a sentence that says what to do. */
export type Problems = Readonly<Record<string, string>>;

/** Another register of the same project. */
export interface Neighbour {
  readonly title: string;
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
  if (!PREFIX.test(prefix))
    return {
      prefix: `"${prefix}" is no prefix. Use one to five capital letters or digits, a letter first: R gives R-1.`,
    };
  const taken = neighbours.find((neighbour) => neighbour.prefix === prefix);
  return taken ? { prefix: `${taken.title} already use the prefix ${prefix}. Choose another.` } : {};
}

function checkUnrated({ title }: Register, { scales, bands }: RegisterSettings): Problems {
  const problems: Record<string, string> = {};
  for (const axis of ['probability', 'impact'] as const)
    if (scales[axis].length > 0)
      problems[`scales.${axis}`] = `${title} are not rated. Leave their scales empty.`;
  if (bands.length > 0) problems['bands'] = `${title} are not rated. Leave their bands empty.`;
  return problems;
}

function checkRecords(
  { fields, title }: Register,
  { required, issueType, labels }: RegisterSettings,
): Problems {
  const problems: Record<string, string> = {};
  required.forEach((key, i) => {
    if (!Object.hasOwn(fields, key))
      problems[`required.${i}`] = `${title} have no field "${key}". Take it out.`;
    else if (required.indexOf(key) < i) problems[`required.${i}`] = `${key} stands here twice.`;
  });
  if (issueType !== null && issueType.trim() === '')
    problems['issueType'] = 'Name an issue type, or leave it to Docket.';
  labels.forEach((label, i) => {
    if (label === '' || /\s/.test(label))
      problems[`labels.${i}`] = `"${label}" is no label: Jira's labels have no spaces. Use-hyphens-instead.`;
    else if (label.length > LONGEST_LABEL)
      problems[`labels.${i}`] = `This label is ${label.length - LONGEST_LABEL} characters too long.`;
    else if (labels.indexOf(label) < i) problems[`labels.${i}`] = `${label} stands here twice.`;
  });
  return problems;
}

function checkApproval({ rule, authorities, graceDays }: ApprovalSettings): Problems {
  const problems: Record<string, string> = {};
  const largest = Math.max(0, ...authorities.map(({ people }) => Math.max(1, people.length)));
  if (authorities.length === 0)
    problems['approval.authorities'] = 'Name at least one authority, or nobody could decide.';
  else if (typeof rule === 'object' && !Number.isInteger(rule.quorum))
    problems['approval.rule'] = 'Write a whole number of people for the quorum.';
  else if (typeof rule === 'object' && (rule.quorum < 1 || rule.quorum > largest))
    problems['approval.rule'] =
      `A quorum of ${rule.quorum} cannot be reached: the largest authority has ${largest} ${largest === 1 ? 'person' : 'people'}. Use 1 to ${largest}, or name more people.`;
  if (!Number.isInteger(graceDays) || graceDays < 0 || graceDays > 260)
    problems['approval.graceDays'] = 'Write a whole number of working days, 0 to 260.';
  authorities.forEach((authority, i) => {
    const path = `approval.authorities.${i}`;
    const before = authorities[i - 1];
    if (authority.name.trim() === '') problems[`${path}.name`] = 'Give this authority a name.';
    if (new Set(authority.people).size < authority.people.length)
      problems[`${path}.people`] = 'Somebody stands here twice.';
    if (i === authorities.length - 1) {
      if (authority.upToDays !== null || authority.upToMoney !== null)
        problems[path] =
          `${authority.name} is the highest authority. Leave its limits empty, or nobody could decide on more.`;
      return;
    }
    if (authority.upToDays === null && authority.upToMoney === null)
      problems[path] =
        `${authority.name} has no limit, so the authorities after it would never be asked. Give it one.`;
    if (before) Object.assign(problems, checkRising(before, authority, path));
  });
  return problems;
}

type Tolerance = ApprovalSettings['authorities'][number];

function checkRising(before: Tolerance, authority: Tolerance, path: string): Problems {
  const problems: Record<string, string> = {};
  if (authority.upToDays !== null && (before.upToDays === null || authority.upToDays < before.upToDays))
    problems[`${path}.upToDays`] =
      `${authority.name} may not authorise fewer days than ${before.name} before it (${before.upToDays ?? 'any number'}).`;
  const [lower, upper] = [before.upToMoney, authority.upToMoney];
  if (lower && upper && lower.currency !== upper.currency)
    problems[`${path}.upToMoney`] =
      `Use one currency for all limits: ${lower.currency} stands before ${upper.currency}.`;
  else if (upper && (!lower || upper.minor < lower.minor))
    problems[`${path}.upToMoney`] =
      `${authority.name} may not authorise less money than ${before.name} before it.`;
  return problems;
}
