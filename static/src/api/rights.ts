import { requestJira } from '@forge/bridge';
import { z } from 'zod';

const Answer = z.object({
  permissions: z.object({ ADMINISTER_PROJECTS: z.object({ havePermission: z.boolean() }) }),
});

/**
 * Whether the person may change the settings of a project, to decide what is offered. What is allowed, the app checks.
 *
 * Asked of Jira by the browser, which costs the app no call.
 */
export async function mayAdminister(projectId: string): Promise<boolean> {
  try {
    const query = new URLSearchParams({ projectId, permissions: 'ADMINISTER_PROJECTS' });
    const response = await requestJira(`/rest/api/3/mypermissions?${query}`);
    return Answer.parse(await response.json()).permissions.ADMINISTER_PROJECTS.havePermission;
  } catch {
    return false;
  }
}
