import { TZDate } from '@date-fns/tz';
import type { Version } from '../../entities';
import { boundary, parseIncrement, type Period } from './dates';
import { JqlError } from './errors';
import { linkFunctions } from './link-functions';
import type { JqlEnvironment } from './types';

/** What a function stands for. Each kind fits only the fields that hold it. */
export type FunctionValue =
  | { readonly kind: 'user' | 'version' | 'issue'; readonly ids: readonly string[] }
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
    ...linkFunctions(),
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
    'customerDetail elapsed entitlementDetail entitlementProduct everBreached futureSprints issueHistory ' +
    'issuesWithRemoteLinksByGlobalId lastLogin linkedIssue linkedWorkItem membersOf ' +
    'myApproval myPending myPendingApproval openSprints organizationDetail organizationMembers parentEpic paused ' +
    'pending pendingApprovalBy pendingBy projectsLeadByUser projectsWhereUserHasPermission projectsWhereUserHasRole ' +
    'remaining running spacesLeadByUser spacesWhereUserHasPermission spacesWhereUserHasRole standardIssueTypes ' +
    'standardWorkTypes subtaskIssueTypes subtaskWorkTypes updatedBy votedIssues votedWorkItems watchedIssues ' +
    'watchedWorkItems withinCalendarHours workItemHistory workItemsWithRemoteLinksByGlobalId'
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
    arity: [0, 1],
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

/** The versions of the project that the argument names, or of all projects. */
function versionsOf([argument]: readonly string[], { state }: JqlEnvironment, name: string): Version[] {
  const all = [...state.versions.all()];
  if (argument === undefined) return all;
  const wanted = argument.toLowerCase();
  const project = [...state.projects.all()].find(
    ({ id, key, name: title }) =>
      id === argument || key.toLowerCase() === wanted || title.toLowerCase() === wanted,
  );
  if (!project)
    throw new JqlError(`Could not resolve the project '${argument}' provided to function '${name}'.`);
  return all.filter((version) => version.projectId === project.id);
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
      const now = new TZDate(env.now, env.timeZone);
      return { kind: 'instant', at: boundary(edge, period, now, increment) };
    },
  };
}
