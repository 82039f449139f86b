import { z } from 'zod';
import type { Attachment } from '../../entities';
import { type AnyOperation, boolParam, defineOperation, intParam } from '../../operation';
import { requirePage } from '../access';
import { attachmentWire, baseOf } from '../format';
import { pageOf, sortingBy } from '../paging';
import { choicesParam, idOf, pagingQuery, unmodelledFlag, unmodelledParam } from '../query';
import { badRequest, notFound } from '../refusals';

const SORT_KEYS = {
  id: () => 0,
  'created-date': ({ created }: Attachment) => created,
  'modified-date': ({ version }: Attachment) => version.created,
};

const list = defineOperation({
  id: 'getPageAttachments',
  product: 'confluence',
  method: 'GET',
  path: '/wiki/api/v2/pages/{id}/attachments',
  scopes: [['read:attachment:confluence']],
  query: z.strictObject({
    ...pagingQuery,
    // Twice the standard of other lists, by the document.
    limit: intParam.pipe(z.number().min(1).max(250)).default(50),
    sort: z.enum(['created-date', '-created-date', 'modified-date', '-modified-date']).optional(),
    status: choicesParam(['current', 'archived', 'trashed']),
    mediaType: z.string().optional(),
    filename: z.string().optional(),
  }),
  body: null,
  run(context) {
    const { state, query, params } = context;
    const page = requirePage(context, idOf(params));
    const { status = ['current'], mediaType, filename } = query;
    const attachments = state.attachments
      .where('page', page.id)
      .filter(() => status.includes('current'))
      .filter((one) => mediaType === undefined || one.mediaType === mediaType)
      .filter((one) => filename === undefined || one.title === filename);
    const sorting = sortingBy<Attachment>(SORT_KEYS, query.sort, 'id');
    return pageOf(context, attachments, sorting, (one) => attachmentWire(state, one));
  },
});

/** `att12` or `12`. @throws SiteError 400 for anything else. */
function attachmentId(params: Readonly<Record<string, string>>): string {
  const id = params['id'] ?? '';
  if (!/^(?:att)?\d+$/.test(id)) throw badRequest(`Provided value {${id}} for 'id' is not the correct type`);
  return id.startsWith('att') ? id : `att${id}`;
}

const get = defineOperation({
  id: 'getAttachmentById',
  product: 'confluence',
  method: 'GET',
  path: '/wiki/api/v2/attachments/{id}',
  scopes: [['read:attachment:confluence']],
  query: z.strictObject({
    version: unmodelledParam,
    'include-labels': unmodelledFlag,
    'include-properties': unmodelledFlag,
    'include-operations': unmodelledFlag,
    'include-versions': unmodelledFlag,
    'include-version': boolParam.default(true),
    'include-collaborators': unmodelledFlag,
  }),
  body: null,
  run(context) {
    const { state, query, params } = context;
    const attachment = state.attachments.get(attachmentId(params));
    if (!attachment) throw notFound();
    requirePage(context, attachment.pageId);
    const { version, ...wire } = attachmentWire(state, attachment);
    const body = {
      ...wire,
      ...(query['include-version'] ? { version } : {}),
      _links: { ...wire._links, base: baseOf(state) },
    };
    return { status: 200, body, objects: 1 };
  },
});

/** Files at pages, read only: writing one is v1's, with a multipart body. */
export const attachmentOperations: readonly AnyOperation[] = [list, get];
