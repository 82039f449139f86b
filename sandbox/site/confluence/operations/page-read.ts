import { z } from 'zod';
import type { Page, User } from '../../entities';
import { type AnyOperation, boolParam, defineOperation, intParam } from '../../operation';
import type { SiteState } from '../../state';
import { administersSpaceOf, canEditPage, requirePage } from '../access';
import { baseOf, labelWire, pageWire, propertyWire, versionWire } from '../format';
import { choicesParam, idOf, unmodelledFlag } from '../query';
import { notFound, unmodelled } from '../refusals';

/** "The number of results will be limited to 50", says the document of every `include-...` parameter. */
const MOST_INCLUDED = 50;

type Status = Page['status'];
const FINDABLE: readonly Status[] = ['current', 'archived', 'draft', 'trashed', 'deleted'];

const Query = z.strictObject({
  'body-format': z
    .enum([
      'storage',
      'atlas_doc_format',
      'view',
      'export_view',
      'anonymous_export_view',
      'styled_view',
      'editor',
    ])
    .optional(),
  'get-draft': boolParam.default(false),
  status: choicesParam(['current', 'archived', 'trashed', 'deleted', 'historical', 'draft']),
  version: intParam.optional(),
  'include-labels': boolParam.default(false),
  'include-properties': boolParam.default(false),
  'include-operations': boolParam.default(false),
  'include-likes': unmodelledFlag,
  'include-versions': boolParam.default(false),
  'include-version': boolParam.default(true),
  'include-favorited-by-current-user-status': unmodelledFlag,
  'include-webresources': unmodelledFlag,
  'include-collaborators': unmodelledFlag,
  'include-direct-children': unmodelledFlag,
});
type Query = z.infer<typeof Query>;

/** The statuses that this request can find: a draft or a page in the trash only where it is asked for. */
function statusesOf(query: Query): readonly Status[] {
  if (query.status) return FINDABLE.filter((status) => query.status?.includes(status));
  return query['get-draft'] ? ['current', 'archived', 'draft'] : ['current', 'archived'];
}

/** @throws SiteError 404 where the page has no version of that number. */
function atVersion(page: Page, number: number | undefined) {
  if (number === undefined || number === page.version.number) return page;
  const old = page.history.find(({ version }) => version.number === number);
  if (!old) throw notFound();
  return { ...page, ...old };
}

const included = (page: Page, part: string, all: readonly unknown[]) => ({
  results: all.slice(0, MOST_INCLUDED),
  meta: { hasMore: all.length > MOST_INCLUDED },
  _links: { self: `/wiki/api/v2/pages/${page.id}/${part}` },
});

function operationsOf(state: SiteState, user: User, page: Page) {
  const names = [
    'read',
    ...(canEditPage(state, user, page) ? ['update', 'delete'] : []),
    ...(administersSpaceOf(state, user, page) ? ['purge'] : []),
  ];
  return names.map((operation) => ({ operation, targetType: 'page' }));
}

const get = defineOperation({
  id: 'getPageById',
  product: 'confluence',
  method: 'GET',
  path: '/wiki/api/v2/pages/{id}',
  scopes: [['read:page:confluence']],
  query: Query,
  body: null,
  run(context) {
    const { state, caller, query } = context;
    const format = query['body-format'];
    if (format !== undefined && format !== 'storage' && format !== 'atlas_doc_format') {
      throw unmodelled(`body-format ${format}`);
    }
    const page = requirePage(context, idOf(context.params), statusesOf(query));
    const shown = atVersion(page, query.version);
    const { version, ...wire } = pageWire(state, shown, format);
    const versions = [page, ...page.history.toReversed()].map((each) => versionWire(each.version));
    const body = {
      ...wire,
      ...(shown === page ? {} : { status: 'historical' }),
      ...(query['include-version'] ? { version } : {}),
      ...(query['include-labels'] ? { labels: included(page, 'labels', page.labels.map(labelWire)) } : {}),
      ...(query['include-properties']
        ? { properties: included(page, 'properties', page.properties.map(propertyWire)) }
        : {}),
      ...(query['include-operations']
        ? { operations: included(page, 'operations', operationsOf(state, caller.user, page)) }
        : {}),
      ...(query['include-versions'] ? { versions: included(page, 'versions', versions) } : {}),
      _links: { ...wire._links, base: baseOf(state) },
    };
    return { status: 200, body, objects: 1 };
  },
});

export const pageReadOperations: readonly AnyOperation[] = [get];
