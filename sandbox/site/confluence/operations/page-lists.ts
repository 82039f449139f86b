import { z } from 'zod';
import type { Page } from '../../entities';
import { type AnyOperation, defineOperation } from '../../operation';
import { canViewPage, requireSpace } from '../access';
import { pageWire } from '../format';
import { pageOf, sortingBy } from '../paging';
import { bodyFormatParam, choicesParam, idOf, idsParam, pagingQuery } from '../query';

const SORT_KEYS = {
  id: () => 0,
  'created-date': (page: Page) => page.created,
  'modified-date': (page: Page) => page.version.created,
  title: (page: Page) => page.title.toLowerCase(),
};

const shared = {
  ...pagingQuery,
  sort: z
    .enum([
      'id',
      '-id',
      'created-date',
      '-created-date',
      'modified-date',
      '-modified-date',
      'title',
      '-title',
    ])
    .optional(),
  status: choicesParam(['current', 'archived', 'deleted', 'trashed']),
  title: z.string().optional(),
  'body-format': bodyFormatParam,
};

type SharedQuery = z.output<z.ZodObject<typeof shared>>;

/** What both lists filter by. Without `status`, they find current and archived pages. */
const matches = (query: SharedQuery, page: Page): boolean =>
  (query.status ?? ['current', 'archived']).some((status) => status === page.status) &&
  (query.title === undefined || query.title === page.title);

const list = defineOperation({
  id: 'getPages',
  product: 'confluence',
  method: 'GET',
  path: '/wiki/api/v2/pages',
  scopes: [['read:page:confluence']],
  query: z.strictObject({
    ...shared,
    id: idsParam(250),
    'space-id': idsParam(100),
    subtype: z.enum(['live', 'page']).optional(),
  }),
  body: null,
  run(context) {
    const { state, caller, query } = context;
    const found = [...state.pages.all()].filter(
      (page) =>
        matches(query, page) &&
        query.subtype !== 'live' &&
        (query.id?.includes(page.id) ?? true) &&
        (query['space-id']?.includes(page.spaceId) ?? true) &&
        canViewPage(state, caller.user, page),
    );
    return pageOf(context, found, sortingBy(SORT_KEYS, query.sort, 'id'), (page) =>
      pageWire(state, page, query['body-format']),
    );
  },
});

const listInSpace = defineOperation({
  id: 'getPagesInSpace',
  product: 'confluence',
  method: 'GET',
  path: '/wiki/api/v2/spaces/{id}/pages',
  scopes: [['read:page:confluence']],
  query: z.strictObject({ ...shared, depth: z.enum(['all', 'root']).default('all') }),
  body: null,
  run(context) {
    const { state, caller, query } = context;
    const space = requireSpace(context, idOf(context.params));
    const found = state.pages
      .where('space', space.id)
      .filter(
        (page) =>
          matches(query, page) &&
          (query.depth === 'all' || page.parentId === null) &&
          canViewPage(state, caller.user, page),
      );
    return pageOf(context, found, sortingBy(SORT_KEYS, query.sort, 'id'), (page) =>
      pageWire(state, page, query['body-format']),
    );
  },
});

export const pageListOperations: readonly AnyOperation[] = [list, listInSpace];
