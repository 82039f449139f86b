import { z } from 'zod';
import { type AnyOperation, defineOperation } from '../../operation';
import { requirePage } from '../access';
import { bodyWire } from '../body';
import { versionWire } from '../format';
import { pageOf, sortingBy } from '../paging';
import { bodyFormatParam, idOf, pagingQuery } from '../query';

const SORT_KEYS = { 'modified-date': ({ version }: { version: { number: number } }) => version.number };

const list = defineOperation({
  id: 'getPageVersions',
  product: 'confluence',
  method: 'GET',
  path: '/wiki/api/v2/pages/{id}/versions',
  scopes: [['read:page:confluence']],
  query: z.strictObject({
    ...pagingQuery,
    'body-format': bodyFormatParam,
    sort: z.enum(['modified-date', '-modified-date']).optional(),
  }),
  body: null,
  run(context) {
    const { query } = context;
    const page = requirePage(context, idOf(context.params));
    const versions = [...page.history, page].map(({ version, title, body }) => ({
      id: String(version.number),
      version,
      title,
      body,
    }));
    return pageOf(context, versions, sortingBy(SORT_KEYS, query.sort, '-modified-date'), (each) => ({
      ...versionWire(each.version),
      page: { id: page.id, title: each.title, body: bodyWire(each.body, query['body-format']) },
    }));
  },
});

export const pageVersionOperations: readonly AnyOperation[] = [list];
