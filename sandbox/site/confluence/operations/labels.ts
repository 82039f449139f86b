import { z } from 'zod';
import { type AnyOperation, defineOperation } from '../../operation';
import { canEditPage, canViewPage, requirePage } from '../access';
import { baseOf, labelId, labelWire } from '../format';
import { pageOf, sortingBy } from '../paging';
import { idOf, pagingQuery } from '../query';
import { v1Error } from '../refusals';

interface PlacedLabel {
  readonly id: string;
  readonly name: string;
  readonly place: number;
}

const SORT_KEYS = {
  id: () => 0,
  name: (label: PlacedLabel) => label.name,
  // Labels are kept in the order in which they were added.
  'created-date': (label: PlacedLabel) => label.place,
};

const list = defineOperation({
  id: 'getPageLabels',
  product: 'confluence',
  method: 'GET',
  path: '/wiki/api/v2/pages/{id}/labels',
  scopes: [['read:page:confluence']],
  query: z.strictObject({
    ...pagingQuery,
    prefix: z.enum(['my', 'team', 'global', 'system']).optional(),
    sort: z.enum(['created-date', '-created-date', 'id', '-id', 'name', '-name']).optional(),
  }),
  body: null,
  run(context) {
    const { query, params } = context;
    const page = requirePage(context, idOf(params));
    // Only global labels are modelled.
    const names = query.prefix === undefined || query.prefix === 'global' ? page.labels : [];
    const labels = names.map((name, place): PlacedLabel => ({ id: labelId(name), name, place }));
    return pageOf(context, labels, sortingBy(SORT_KEYS, query.sort, 'id'), ({ name }) => labelWire(name));
  },
});

/** https://support.atlassian.com/confluence-cloud/docs/use-labels-to-organize-your-content/ */
const MOST_CHARACTERS = 255;
const FORBIDDEN = /[\s!#&()*,.:;<>?@[\]^]/;

const Label = z.looseObject({ prefix: z.string(), name: z.string() });

/** Confluence keeps labels in lower case. @throws SiteError 400 for what is no label. */
function readLabel({ prefix, name }: z.infer<typeof Label>): string {
  if (prefix !== 'global')
    throw v1Error(400, `The sandbox does not model labels with the prefix "${prefix}".`);
  if (name === '' || name.length > MOST_CHARACTERS || FORBIDDEN.test(name)) {
    throw v1Error(400, `The label "${name.slice(0, 40)}" has invalid characters or too many.`);
  }
  return name.toLowerCase();
}

/** v1, since v2 has no operation that adds a label. */
const add = defineOperation({
  id: 'addLabelsToContent',
  product: 'confluence',
  method: 'POST',
  path: '/wiki/rest/api/content/{id}/label',
  scopes: [['write:confluence-content'], ['read:label:confluence', 'write:label:confluence']],
  query: z.strictObject({}),
  body: z.union([z.array(Label).nonempty(), Label]),
  run({ state, caller, params, body }) {
    const page = state.pages.get(params['id'] ?? '');
    if (page?.status !== 'current' || !canViewPage(state, caller.user, page)) {
      throw v1Error(404, 'No content with this id that the user may see');
    }
    if (!canEditPage(state, caller.user, page)) throw v1Error(403, 'The user may not edit this content');
    const given = (Array.isArray(body) ? body : [body]).map(readLabel);
    const { labels } = state.pages.patch(page.id, { labels: [...new Set([...page.labels, ...given])] });
    const results = labels.map((name) => ({ ...labelWire(name), label: name }));
    return {
      status: 200,
      body: {
        results,
        start: 0,
        limit: 200,
        size: results.length,
        _links: { base: baseOf(state), context: '/wiki' },
      },
      objects: results.length,
    };
  },
});

export const labelOperations: readonly AnyOperation[] = [list, add];
