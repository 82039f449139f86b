import { z } from 'zod';
import type { Sandbox } from '../../sandbox';
import { ISSUE_TYPES, STATUSES } from '../../sandbox/seed/basics';
import { keyOf, type Tenant, type TenantChange } from './types';

type Place = Pick<Sandbox, 'clock' | 'site' | 'state'>;

/** Puts what people do during the week on the clock; each does it with a client of their own, over REST. */
export function scheduleChanges(sandbox: Place, tenant: Tenant): void {
  for (const change of tenant.changes) sandbox.clock.schedule(change.at, () => play(sandbox, change));
}

async function play(sandbox: Place, change: TenantChange): Promise<void> {
  const issue = `/rest/api/3/issue/${keyOf(change)}`;
  const call = (method: string, path: string, body?: unknown) =>
    request(sandbox, change.by, method, path, body);
  switch (change.do) {
    case 'move':
      await call('PUT', issue, { fields: { duedate: change.dueDate } });
      return;
    case 'assign':
      await call('PUT', issue, { fields: { assignee: { accountId: change.ownerId } } });
      return;
    case 'resolve': {
      const { transitions } = Transitions.parse(await call('GET', `${issue}/transitions`));
      const done = transitions.find(({ to }) => to.id === STATUSES.done.id);
      await call('POST', `${issue}/transitions`, { transition: { id: done?.id } });
      return;
    }
    case 'create': {
      const { projectKey, ownerId, dueDate } = change;
      const fields = {
        project: { key: projectKey },
        issuetype: { id: ISSUE_TYPES.task.id },
        summary: 'Follow up what the meeting decided',
        duedate: dueDate,
        assignee: ownerId === null ? null : { accountId: ownerId },
      };
      const { key } = z
        .object({ key: z.string() })
        .parse(await call('POST', '/rest/api/3/issue', { fields }));
      if (key !== keyOf(change)) throw new Error(`The site calls ${keyOf(change)} ${key}.`);
    }
  }
}

const Transitions = z.object({
  transitions: z.array(z.object({ id: z.string(), to: z.object({ id: z.string() }) })),
});

/** @throws Error where the site refuses: the week would not be the one that the floor is computed for. */
async function request(
  { site, state }: Place,
  accountId: string,
  method: string,
  path: string,
  body?: unknown,
) {
  const user = state.users.get(accountId);
  if (!user) throw new Error(`There is no person ${accountId}.`);
  const init = { method, ...(body === undefined ? {} : { body: JSON.stringify(body) }) };
  const response = await site.fetch(new Request(state.baseUrl + path, init), { user, scopes: null });
  const text = await response.text();
  if (!response.ok) throw new Error(`${method} ${path} was answered with ${response.status}: ${text}`);
  return text === '' ? undefined : (JSON.parse(text) as unknown);
}
