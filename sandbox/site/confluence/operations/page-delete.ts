import { z } from 'zod';
import { type AnyOperation, boolParam, defineOperation } from '../../operation';
import { administersSpaceOf, canEditPage, requirePage } from '../access';
import { purgePage, trashPage } from '../pages';
import { idOf } from '../query';
import { badRequest, notFound } from '../refusals';

const remove = defineOperation({
  id: 'deletePage',
  product: 'confluence',
  method: 'DELETE',
  path: '/wiki/api/v2/pages/{id}',
  scopes: [['delete:page:confluence']],
  query: z.strictObject({ purge: boolParam.default(false), draft: boolParam.default(false) }),
  body: null,
  run(context) {
    const { state, caller, query, params } = context;
    const actorId = caller.user.accountId;
    const page = requirePage(context, idOf(params), ['current', 'archived', 'draft', 'trashed']);
    // Seeing a page without being allowed to delete it is a 404 here, by Atlassian's document.
    if (!canEditPage(state, caller.user, page)) throw notFound();
    if (query.draft !== (page.status === 'draft')) {
      throw query.draft ? badRequest('The page is no draft') : notFound();
    }
    if (page.status === 'draft') {
      // Discarded drafts do not pass through the trash.
      purgePage(state, page, actorId);
    } else if (query.purge) {
      if (page.status !== 'trashed') throw badRequest('Only a page in the trash can be purged');
      if (!administersSpaceOf(state, caller.user, page)) throw notFound();
      purgePage(state, page, actorId);
    } else {
      if (page.status === 'trashed') throw notFound();
      trashPage(state, page, actorId);
    }
    return { status: 204 };
  },
});

export const pageDeleteOperations: readonly AnyOperation[] = [remove];
