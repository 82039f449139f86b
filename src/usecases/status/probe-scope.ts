import { projectJql, scopeOf } from '../../domain/status';
import { isAppError } from '../../errors';
import type { JiraFacts } from '../../ports/jira-facts';

/**
 * Which of the project's issues may count, and how many of them are open. Jira refuses a query that names an issue that
 * is gone, or a security level on a site that has none: such a part is left out of it, the most particular first.
 */
export async function probeScope(
  jira: Pick<JiraFacts, 'count'>,
  projectKey: string,
  included: readonly string[],
): Promise<{ readonly scope: string; readonly open: number }> {
  const scopes = [...(included.length > 0 ? [scopeOf(included)] : []), scopeOf([])];
  for (const scope of scopes) {
    try {
      return { scope, open: await countOpen(jira, projectKey, scope) };
    } catch (error) {
      if (!isAppError(error, 'BAD_INPUT')) throw error;
    }
  }
  return { scope: '', open: await countOpen(jira, projectKey, '') };
}

const countOpen = (jira: Pick<JiraFacts, 'count'>, projectKey: string, scope: string): Promise<number> =>
  jira.count(`${projectJql({ projectKey, scope })} AND statusCategory != Done`);
