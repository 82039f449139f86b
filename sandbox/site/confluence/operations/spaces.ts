import { z } from 'zod';
import type { Space } from '../../entities';
import { type AnyOperation, defineOperation, listParam } from '../../operation';
import { hasRight, requireSpace } from '../access';
import { baseOf, spaceWire } from '../format';
import { pageOf, sortingBy } from '../paging';
import { idOf, idsParam, pagingQuery, unmodelledFlag, unmodelledParam } from '../query';

const SORT_KEYS = {
  id: () => 0,
  key: (space: Space) => space.key,
  name: (space: Space) => space.name.toLowerCase(),
};

const list = defineOperation({
  id: 'getSpaces',
  product: 'confluence',
  method: 'GET',
  path: '/wiki/api/v2/spaces',
  scopes: [['read:space:confluence']],
  query: z.strictObject({
    ...pagingQuery,
    ids: idsParam(250),
    keys: listParam.pipe(z.array(z.string()).max(250)).optional(),
    type: z
      .enum([
        'global',
        'collaboration',
        'knowledge_base',
        'personal',
        'system',
        'onboarding',
        'xflow_sample_space',
      ])
      .optional(),
    status: z.enum(['current', 'archived']).optional(),
    sort: z.enum(['id', '-id', 'key', '-key', 'name', '-name']).optional(),
    labels: unmodelledParam,
    'favorited-by': unmodelledParam,
    'not-favorited-by': unmodelledParam,
    'description-format': z.enum(['plain', 'view']).optional(),
    'include-icon': unmodelledFlag,
  }),
  body: null,
  run(context) {
    const { state, caller, query } = context;
    // Every space here is a current, global one.
    const excluded =
      (query.type !== undefined && query.type !== 'global') ||
      (query.status !== undefined && query.status !== 'current');
    const found = [...state.spaces.all()].filter(
      (space) =>
        !excluded &&
        hasRight(space, caller.user, 'view') &&
        (query.ids?.includes(space.id) ?? true) &&
        (query.keys?.includes(space.key) ?? true),
    );
    return pageOf(context, found, sortingBy(SORT_KEYS, query.sort, 'id'), spaceWire);
  },
});

const get = defineOperation({
  id: 'getSpaceById',
  product: 'confluence',
  method: 'GET',
  path: '/wiki/api/v2/spaces/{id}',
  scopes: [['read:space:confluence']],
  query: z.strictObject({
    'description-format': z.enum(['plain', 'view']).optional(),
    'include-icon': unmodelledFlag,
    'include-operations': unmodelledFlag,
    'include-properties': unmodelledFlag,
    'include-permissions': unmodelledFlag,
    'include-role-assignments': unmodelledFlag,
    'include-labels': unmodelledFlag,
  }),
  body: null,
  run(context) {
    const wire = spaceWire(requireSpace(context, idOf(context.params)));
    const _links = { ...wire._links, base: baseOf(context.state) };
    return { status: 200, body: { ...wire, _links }, objects: 1 };
  },
});

export const spaceOperations: readonly AnyOperation[] = [list, get];
