import { isLocalDate } from '../../domain/calendar';
import { isSelfContained, quote } from '../../domain/jql';
import type { Reporting } from '../../domain/reports';
import { checkTolerances } from '../../domain/status';
import { AppError, isAppError } from '../../errors';
import type { Issues } from '../../ports/issues';
import type { JiraFacts } from '../../ports/jira-facts';
import type { Reports } from '../../ports/reports';
import type { ProjectConfig, Projects } from '../../ports/projects';
import { joined, say, type Text } from '../../words';

export interface ReportingDeps {
  readonly projects: Pick<Projects, 'get' | 'save'>;
  readonly reports: Pick<Reports, 'newest'>;
  /** With the rights of the admin who saves. */
  readonly issues: Pick<Issues, 'persons' | 'find'>;
  readonly facts: Pick<JiraFacts, 'count'>;
}

type Problems = Record<string, Text>;

/**
 * Saves how a project reports. A report that is under way goes on as it was begun.
 *
 * @throws AppError BAD_INPUT with a message for each field that cannot be.
 */
export async function saveReporting(
  deps: ReportingDeps,
  projectId: string,
  reporting: Reporting,
): Promise<ProjectConfig> {
  const config = await deps.projects.get(projectId);
  if (!config) throw new AppError('BAD_INPUT', say('problem.notSetUpYet'));
  const fields: Problems = {
    ...checkAnchor(reporting),
    ...checkNames(reporting),
    ...checkLimits(reporting),
    ...(await checkScopes(deps, projectId, reporting)),
    ...(await checkPeople(deps, reporting)),
    ...(await checkIncluded(deps, projectId, reporting)),
  };
  if (Object.keys(fields).length > 0)
    throw new AppError('BAD_INPUT', say('problem.settingsNotSaved', { why: joined(Object.values(fields)) }), {
      fields,
    });
  const saved = { ...config, reporting, underway: await underway(deps, projectId) };
  await deps.projects.save(saved);
  return saved;
}

/** More than can be open at once, unless nobody ever approves. */
const MOST_OPEN = 6;

/** Reports that are begun: their cut-off and publication keep the times that people were told. */
async function underway({ reports }: ReportingDeps, projectId: string): Promise<ProjectConfig['underway']> {
  const rows = await reports.newest(projectId, MOST_OPEN);
  return rows.flatMap(({ report: { state, period }, steps: { cutOff, publish } }) =>
    state === 'published' ? [] : [{ label: period.label, cutOff, publish }],
  );
}

function checkAnchor({ calendar }: Reporting): Problems {
  if (isLocalDate(calendar.anchor)) return {};
  return { 'calendar.anchor': say('problem.noDate', { text: calendar.anchor }) };
}

function checkLimits({ tolerances }: Reporting): Problems {
  const problems = Object.entries(checkTolerances(tolerances));
  return Object.fromEntries(problems.map(([path, problem]) => [`tolerances.${path}`, problem]));
}

/** The page tells sections apart by their headings, and the storage by their ids. */
function checkNames({ workstreams }: Reporting): Problems {
  const problems: Problems = {};
  workstreams.forEach(({ id, name }, i) => {
    const earlier = workstreams.slice(0, i);
    if (earlier.some((other) => other.name.toLowerCase() === name.toLowerCase()))
      problems[`workstreams.${i}.name`] = say('problem.twoStreams', { name });
    if (earlier.some((other) => other.id === id))
      problems[`workstreams.${i}`] = say('problem.twoStreamIds', { id });
  });
  return problems;
}

/** Jira itself says whether a query works. */
async function checkScopes(
  { facts }: ReportingDeps,
  projectId: string,
  { workstreams }: Reporting,
): Promise<Problems> {
  const problems: Problems = {};
  for (const [i, { name, scope }] of workstreams.entries()) {
    const field = `workstreams.${i}.scope`;
    const own = scope.kind === 'jql' ? scope.jql : `component = ${quote(scope.component)}`;
    if (!isSelfContained(own)) {
      problems[field] = say('problem.queryOpen', { name });
      continue;
    }
    try {
      await facts.count(`project = ${projectId} AND (${own})`);
    } catch (error) {
      if (!isAppError(error, 'BAD_INPUT')) throw error;
      problems[field] =
        scope.kind === 'jql'
          ? say('problem.queryRefused', { name, why: error.words })
          : say('problem.noComponent', { name: scope.component });
    }
  }
  return problems;
}

async function checkPeople({ issues }: ReportingDeps, reporting: Reporting): Promise<Problems> {
  const { workstreams, reviewers, stakeholders } = reporting;
  const named = [...workstreams.map(({ leadId }) => leadId), ...reviewers, ...stakeholders];
  if (named.length === 0) return {};
  const persons = await issues.persons([...new Set(named)]);
  const isGone = (id: string): boolean => persons.get(id)?.active !== true;
  const nameOf = (id: string): Text => persons.get(id)?.displayName ?? say('problem.strangerHere');
  const problems: Problems = {};
  workstreams.forEach(({ name, leadId }, i) => {
    if (isGone(leadId))
      problems[`workstreams.${i}.leadId`] = say('problem.leadGone', { name, person: nameOf(leadId) });
  });
  for (const [field, ids] of [
    ['reviewers', reviewers],
    ['stakeholders', stakeholders],
  ] as const) {
    const gone = [...new Map(ids.filter(isGone).map((id) => [String(nameOf(id)), nameOf(id)])).values()];
    if (gone.length > 0) problems[field] = say('problem.peopleNotTold', { names: joined(gone, ', ') });
  }
  return problems;
}

/** Only issues of this project that the admin sees can be let out. */
async function checkIncluded(
  { issues }: ReportingDeps,
  projectId: string,
  { includedRestricted }: Reporting,
): Promise<Problems> {
  const wrong: string[] = [];
  for (const key of includedRestricted) {
    const issue = await issues.find(key);
    if (issue?.projectId !== projectId) wrong.push(key);
  }
  if (wrong.length === 0) return {};
  return { includedRestricted: say('problem.issuesUnseen', { keys: wrong.join(', ') }) };
}
