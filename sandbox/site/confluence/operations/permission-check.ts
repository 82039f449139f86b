import { z } from 'zod';
import type { User } from '../../entities';
import { type AnyOperation, defineOperation } from '../../operation';
import { canEditPage, canViewPage } from '../access';
import { baseOf } from '../format';
import { v1Error } from '../refusals';

const Body = z.object({
  subject: z.object({ type: z.enum(['user', 'group']), identifier: z.string() }),
  operation: z.enum(['read', 'update', 'delete']),
});

/** People ask about themselves; admins and the installed app, whose checks stand behind `authorize()`, about anyone. */
const mayAskAbout = (caller: User, subject: string): boolean =>
  caller.accountId === subject || caller.siteAdmin || caller.accountType === 'app';

/** v1, since v2 has no such operation. */
const check = defineOperation({
  id: 'checkContentPermission',
  product: 'confluence',
  method: 'POST',
  path: '/wiki/rest/api/content/{id}/permission/check',
  scopes: [['read:confluence-content.permission'], ['read:content.permission:confluence']],
  query: z.strictObject({}),
  body: Body,
  run({ state, caller, params, body }) {
    const { type, identifier } = body.subject;
    if (type === 'group') throw v1Error(400, 'The sandbox does not model groups.');
    if (!mayAskAbout(caller.user, identifier)) {
      throw v1Error(403, 'Only an administrator may check the permissions of others');
    }
    const page = state.pages.get(params['id'] ?? '');
    if (page?.status !== 'current') throw v1Error(404, 'There is no content with this id');
    const user = state.users.get(identifier);
    if (!user) throw v1Error(400, 'The subject does not exist');
    const may = body.operation === 'read' ? canViewPage : canEditPage;
    const answer = {
      hasPermission: may(state, user, page),
      errors: [],
      _links: { base: baseOf(state), context: '/wiki' },
    };
    return { status: 200, body: answer, identities: 1 };
  },
});

export const permissionCheckOperations: readonly AnyOperation[] = [check];
