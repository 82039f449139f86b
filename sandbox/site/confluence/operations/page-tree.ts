import { z } from 'zod';
import type { Page } from '../../entities';
import { type AnyOperation, defineOperation } from '../../operation';
import { ancestorsOf, canViewPage, requirePage } from '../access';
import { baseOf } from '../format';
import { pageOf, sortingBy } from '../paging';
import { idOf, pagingQuery } from '../query';

const SORT_KEYS = {
  id: () => 0,
  'created-date': (page: Page) => page.created,
  'modified-date': (page: Page) => page.version.created,
  'child-position': (page: Page) => page.position,
};

const Query = z.strictObject({
  ...pagingQuery,
  sort: z
    .enum([
      'created-date',
      '-created-date',
      'id',
      '-id',
      'child-position',
      '-child-position',
      'modified-date',
      '-modified-date',
    ])
    .optional(),
});

const childWire = (page: Page) => ({
  id: page.id,
  status: page.status,
  title: page.title,
  spaceId: page.spaceId,
  childPosition: page.position,
});

/** Both operations list the same pages; the newer one also says what each child is. */
const childrenOperation = (id: string, segment: string, scope: string, more: Record<string, string>) =>
  defineOperation({
    id,
    product: 'confluence',
    method: 'GET',
    path: `/wiki/api/v2/pages/{id}/${segment}`,
    scopes: [[scope]],
    query: Query,
    body: null,
    run(context) {
      const { state, caller, query } = context;
      const parent = requirePage(context, idOf(context.params));
      const found = state.pages
        .where('parent', parent.id)
        .filter(
          (page) =>
            (page.status === 'current' || page.status === 'archived') &&
            canViewPage(state, caller.user, page),
        );
      return pageOf(context, found, sortingBy(SORT_KEYS, query.sort, 'child-position'), (page) => ({
        ...childWire(page),
        ...more,
      }));
    },
  });

const ancestors = defineOperation({
  id: 'getPageAncestors',
  product: 'confluence',
  method: 'GET',
  path: '/wiki/api/v2/pages/{id}/ancestors',
  scopes: [['read:content.metadata:confluence']],
  query: z.strictObject({ limit: pagingQuery.limit }),
  body: null,
  run(context) {
    const { state, query } = context;
    const line = ancestorsOf(state, requirePage(context, idOf(context.params)));
    // The nearest ones, highest first; the rest is found by asking again with the first of these.
    const results = line.slice(-query.limit).map(({ id }) => ({ id, type: 'page' }));
    return {
      status: 200,
      body: { results, _links: { base: baseOf(state) } },
      objects: results.length,
    };
  },
});

export const pageTreeOperations: readonly AnyOperation[] = [
  childrenOperation('getChildPages', 'children', 'read:page:confluence', {}),
  childrenOperation('getPageDirectChildren', 'direct-children', 'read:hierarchical-content:confluence', {
    type: 'page',
  }),
  ancestors,
];
