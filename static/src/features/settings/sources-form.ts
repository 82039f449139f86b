import type { ProjectSettings } from '../../api/contract';
import { t } from '../../shared/i18n';
import { pageIdOf } from '../../shared/page-id';

type Wire = Pick<ProjectSettings, 'actionQuery' | 'tasks' | 'digestTarget'>;

/** Which items are followed up, and where digests go, as the form's controls hold it. */
export interface SourcesInput {
  readonly actionQuery: string;
  readonly spaceKeys: readonly string[];
  /** Page numbers. */
  readonly pages: readonly string[];
  readonly chaseOn: Wire['tasks']['chaseOn'];
  readonly digest: 'none' | 'issue' | 'page';
  readonly digestIssue: string;
  /** The page's address, or the number in it. */
  readonly digestPage: string;
}

export function toSourcesInput({ actionQuery, tasks, digestTarget }: Wire): SourcesInput {
  return {
    actionQuery: actionQuery ?? '',
    spaceKeys: tasks.spaceKeys,
    pages: tasks.pageIds,
    chaseOn: tasks.chaseOn,
    digest: digestTarget?.kind ?? 'none',
    digestIssue: digestTarget?.kind === 'issue' ? digestTarget.key : '',
    digestPage: digestTarget?.kind === 'page' ? digestTarget.id : '',
  };
}

export function toSources(input: SourcesInput): Wire {
  const query = input.actionQuery.trim();
  return {
    actionQuery: query === '' ? null : query,
    tasks: { spaceKeys: [...input.spaceKeys], pageIds: [...input.pages], chaseOn: input.chaseOn },
    digestTarget: digestOf(input),
  };
}

function digestOf({ digest, digestIssue, digestPage }: SourcesInput): Wire['digestTarget'] {
  if (digest === 'issue') return { kind: 'issue', key: digestIssue.trim().toUpperCase() };
  return digest === 'page' ? { kind: 'page', id: pageIdOf(digestPage) ?? '' } : null;
}

/** What cannot be read at all, by path. */
export function sourcesProblems({
  pages,
  digest,
  digestIssue,
  digestPage,
}: SourcesInput): Record<string, string> {
  const noPages = pages.filter((page) => pageIdOf(page) === null);
  return {
    ...(noPages.length > 0
      ? {
          'tasks.pageIds': t('settings.sources.tasks.noPages', {
            pages: noPages.map((page) => `"${page}"`).join(', '),
          }),
        }
      : {}),
    ...(digest === 'issue' && digestIssue.trim() === ''
      ? { digestTarget: t('settings.sources.digest.noIssue') }
      : {}),
    ...(digest === 'page' && pageIdOf(digestPage) === null
      ? { digestTarget: t('settings.sources.digest.noPage') }
      : {}),
  };
}
