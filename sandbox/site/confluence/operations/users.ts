import { z } from 'zod';
import { type AnyOperation, defineOperation } from '../../operation';
import { baseOf, userWire } from '../format';

const lookup = defineOperation({
  id: 'createBulkUserLookup',
  product: 'confluence',
  method: 'POST',
  path: '/wiki/api/v2/users-bulk',
  scopes: [['read:user:confluence']],
  query: z.strictObject({}),
  body: z.strictObject({ accountIds: z.array(z.string()).min(1).max(250) }),
  run({ state, caller, body }) {
    // Accounts that do not exist are left out of the answer, not refused.
    const users = [...new Set(body.accountIds)].flatMap((accountId) => state.users.get(accountId) ?? []);
    const results = users.map((user) => userWire(user, caller.user.accountType !== 'app'));
    return {
      status: 200,
      body: { results, _links: { base: baseOf(state) } },
      identities: results.length,
    };
  },
});

export const userOperations: readonly AnyOperation[] = [lookup];
