import { TZDate } from '@date-fns/tz';
import { boundary, firstDayOfWeek, parseIncrement, type Period } from './dates';
import { JqlError } from './errors';
import type { JqlEnvironment } from './types';

/** What a function stands for. Each kind fits only the fields that hold it. */
export type FunctionValue =
  | { readonly kind: 'user' | 'version'; readonly ids: readonly string[] }
  | { readonly kind: 'instant'; readonly at: number };

export interface JqlFunction {
  /** As Jira spells it in messages. */
  readonly name: string;
  /** Whether it stands for one value (`=`), a list (`in`), or either. */
  readonly shape: 'value' | 'list' | 'either';
  /** Fewest and most arguments. */
  readonly arity: readonly [number, number];
  readonly run: (args: readonly string[], env: JqlEnvironment) => FunctionValue;
}

/** By lower-case name: JQL does not mind the case. */
export const FUNCTIONS: ReadonlyMap<string, JqlFunction> = new Map(
  [
    ...userFunctions(),
    ...versionFunctions(),
    ...(['Day', 'Week', 'Month', 'Year'] as const).flatMap((period) => [
      dateFunction('start', period),
      dateFunction('end', period),
    ]),
  ].map((entry) => [entry.name.toLowerCase(), entry]),
);

/**
 * Functions that Jira has and the sandbox has not, lower case.
 * https://support.atlassian.com/jira-software-cloud/docs/jql-functions/
 */
export const OTHER_FUNCTIONS: ReadonlySet<string> = new Set(
  (
    'approved approver breached cascadeOption choiceOption closedSprints completed componentsLeadByUser currentLogin ' +
    'customerDetail elapsed entitlementDetail entitlementProduct everbreached futureSprints issueHistory ' +
    'issuesWithRemoteLinksByGlobalId lastLogin linkedIssue linkedIssues membersOf myApproval myPending ' +
    'openSprints organizationDetail organizationMembers paused pending pendingBy projectsLeadByUser ' +
    'projectsWhereUserHasPermission projectsWhereUserHasRole remaining running standardIssueTypes subtaskIssueTypes ' +
    'updatedBy votedIssues watchedIssues withinCalendarHours parentEpic'
  )
    .toLowerCase()
    .split(' '),
);

function userFunctions(): JqlFunction[] {
  return [
    {
      name: 'currentUser',
      shape: 'value',
      arity: [0, 0],
      run: (_args, env) => ({ kind: 'user', ids: [env.accountId] }),
    },
    {
      name: 'now',
      shape: 'value',
      arity: [0, 0],
      run: (_args, env) => ({ kind: 'instant', at: env.now }),
    },
  ];
}

/** The order of a project's versions is the order in which the site keeps them. */
function versionFunctions(): JqlFunction[] {
  const list = (name: string, released: boolean): JqlFunction => ({
    name,
    shape: 'list',
    arity: [0, Number.MAX_SAFE_INTEGER],
    // Archived versions count here and not below: a choice, Jira's reference does not say.
    run: (args, env) => ({
      kind: 'version',
      ids: versionsOf(args, env, name)
        .filter((version) => version.released === released)
        .map((version) => version.id),
    }),
  });
  const one = (name: string, released: boolean, position: 0 | -1): JqlFunction => ({
    name,
    shape: 'either',
    arity: [1, 1],
    run: (args, env) => {
      const found = versionsOf(args, env, name).filter(
        (version) => version.released === released && !version.archived,
      );
      return {
        kind: 'version',
        ids: found
          .slice(position)
          .slice(0, 1)
          .map((version) => version.id),
      };
    },
  });
  return [
    list('releasedVersions', true),
    list('unreleasedVersions', false),
    one('latestReleasedVersion', true, -1),
    one('earliestUnreleasedVersion', false, 0),
  ];
}

function versionsOf(args: readonly string[], { state }: JqlEnvironment, name: string) {
  const projectIds = new Set<string>();
  for (const arg of args) {
    const wanted = arg.toLowerCase();
    const before = projectIds.size;
    for (const project of state.projects.all()) {
      const isMeant =
        project.key.toLowerCase() === wanted || project.name.toLowerCase() === wanted || project.id === arg;
      if (isMeant) projectIds.add(project.id);
    }
    if (projectIds.size === before)
      throw new JqlError(`Could not resolve the project '${arg}' provided to function '${name}'.`);
  }
  const all = [...state.versions.all()];
  return args.length === 0 ? all : all.filter((version) => projectIds.has(version.projectId));
}

function dateFunction(edge: 'start' | 'end', period: Period): JqlFunction {
  const name = `${edge}Of${period}`;
  return {
    name,
    shape: 'value',
    arity: [0, 1],
    run: ([argument], env) => {
      const increment = argument === undefined ? {} : parseIncrement(argument, period);
      if (!increment)
        throw new JqlError(
          `Duration for function '${name}' should have the format (+/-)n(yMwdhm), e.g -1M for 1 month earlier.`,
        );
      const weekStart = firstDayOfWeek(env.state.users.get(env.accountId)?.locale);
      const now = new TZDate(env.now, env.timeZone);
      return { kind: 'instant', at: boundary(edge, period, now, increment, weekStart) };
    },
  };
}
