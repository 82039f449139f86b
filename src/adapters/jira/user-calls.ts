import { route } from '@forge/api';
import { z } from 'zod';
import { isErasedId } from '../../domain/privacy';
import type { RequestSpec } from '../http';
import { WireUser } from './schema';

/** Sends one call as the account of the client. */
export type Send = <T>(spec: RequestSpec<T>) => Promise<T>;

/** Calls about people: https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-users/ */
export const userCalls = (send: Send) => ({
  user(accountId: string) {
    return send({
      operation: 'getUser',
      path: route`/rest/api/3/user?accountId=${accountId}`,
      schema: WireUser,
      extraPoints: () => 2,
    });
  },

  /** Users by account id, at most 128 at once; nobody answers for an id that stands for an erased person. */
  async users(accountIds: readonly string[]): Promise<WireUser[]> {
    const present = accountIds.filter((id) => !isErasedId(id));
    if (present.length === 0) return [];
    const query = new URLSearchParams({ maxResults: String(present.length) });
    for (const id of present) query.append('accountId', id);
    const { values } = await send({
      operation: 'bulkGetUsers',
      path: route`/rest/api/3/user/bulk?${query}`,
      schema: z.object({ values: z.array(WireUser) }),
      extraPoints: (page) => 2 * page.values.length,
    });
    return values;
  },

  /** People who may be assigned issues of the project and whose name or e-mail contains the text. */
  assignable(projectKey: string, query: string): Promise<WireUser[]> {
    return send({
      operation: 'findAssignableUsers',
      path: route`/rest/api/3/user/assignable/search?project=${projectKey}&query=${query}&maxResults=10`,
      schema: z.array(WireUser),
      extraPoints: (value) => 2 * value.length,
    });
  },

  /** People whose name or e-mail begins with the text. Jira names apps among them as well. */
  async findUsers(text: string): Promise<WireUser[]> {
    return send({
      operation: 'findUsers',
      path: route`/rest/api/3/user/search?query=${text}&maxResults=10`,
      schema: z.array(WireUser),
      extraPoints: (value) => 2 * value.length,
    });
  },
});
