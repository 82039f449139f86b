import { z } from 'zod';
import type { Page } from '../../entities';
import { type AnyOperation, defineOperation, type OperationContext } from '../../operation';
import { ancestorsOf, canEditPage, requirePage } from '../access';
import { BodyWrite, readBody } from '../body';
import { baseOf, pageWire } from '../format';
import { type PageChange, restorePage, writeDraft, writeVersion } from '../pages';
import { idOf } from '../query';
import { badRequest, conflict, notFound, requireNextVersion, unmodelled } from '../refusals';
import { requireTitle } from '../titles';

const Body = z.strictObject({
  id: z.string(),
  status: z.enum(['current', 'draft']),
  title: z.string(),
  spaceId: z.string().optional(),
  parentId: z.string().nullable().optional(),
  ownerId: z.string().optional(),
  body: BodyWrite,
  version: z.strictObject({ number: z.int(), message: z.string().optional() }),
});
type Context = OperationContext<Record<never, never>, z.infer<typeof Body>>;

/** @throws SiteError 404 for a parent that the caller may not see, 400 for one that cannot hold this page. */
function checkParent(context: Context, page: Page, parentId: string): void {
  const parent = requirePage(context, parentId);
  if (parent.spaceId !== page.spaceId) throw badRequest('A page cannot be moved to another space');
  if (parent.id === page.id || ancestorsOf(context.state, parent).some(({ id }) => id === page.id)) {
    throw badRequest('A page cannot be moved under itself');
  }
}

function changeOf(context: Context, page: Page): PageChange {
  const { state, body } = context;
  const space = state.spaces.get(page.spaceId);
  if (!space) throw notFound();
  if (body.spaceId !== undefined && body.spaceId !== page.spaceId) {
    throw badRequest('A page cannot be moved to another space');
  }
  if (body.parentId) checkParent(context, page, body.parentId);
  if (body.ownerId !== undefined && !state.users.get(body.ownerId)) {
    throw badRequest('The owner does not exist');
  }
  const title =
    body.status === 'draft' && body.title.trim() === ''
      ? ''
      : requireTitle(state, space, body.title, page.id);
  return {
    title,
    body: readBody(body.body),
    ...(body.parentId ? { parentId: body.parentId } : {}),
    ...(body.ownerId === undefined ? {} : { ownerId: body.ownerId }),
    ...(body.version.message === undefined ? {} : { message: body.version.message }),
  };
}

function restored(context: Context, page: Page): Page {
  const { state, caller, body } = context;
  if (body.status !== 'current') throw badRequest('A page in the trash can only be restored to current');
  requireNextVersion('a page', page.version.number, body.version.number);
  const space = state.spaces.get(page.spaceId);
  if (space) requireTitle(state, space, page.title, page.id);
  return restorePage(state, page, caller.user.accountId);
}

function updated(context: Context, page: Page): Page {
  const { state, caller, body } = context;
  const actorId = caller.user.accountId;
  if (page.status === 'trashed') return restored(context, page);
  if (page.status === 'draft') {
    // A draft has no versions to count: it is 1 as long as it is one, and as a page begins at 1.
    if (body.version.number !== 1) throw conflict('The version of a draft must be 1');
    return writeDraft(state, page, changeOf(context, page), body.status, actorId);
  }
  if (body.status === 'draft') throw unmodelled('a draft beside a published page');
  requireNextVersion('a page', page.version.number, body.version.number);
  return writeVersion(state, page, changeOf(context, page), actorId);
}

const update = defineOperation({
  id: 'updatePage',
  product: 'confluence',
  method: 'PUT',
  path: '/wiki/api/v2/pages/{id}',
  scopes: [['write:page:confluence']],
  query: z.strictObject({}),
  body: Body,
  run(context) {
    const { state, caller, body, params } = context;
    const id = idOf(params);
    const page = requirePage(context, id, ['current', 'archived', 'draft', 'trashed']);
    // Seeing a page without being allowed to change it is a 404 here, by Atlassian's document.
    if (!canEditPage(state, caller.user, page)) throw notFound();
    if (body.id !== id) throw badRequest('The id in the body is not the id in the path');
    if (page.status === 'archived') throw badRequest('An archived page cannot be updated');
    const wire = pageWire(state, updated(context, page), 'atlas_doc_format');
    return { status: 200, body: { ...wire, _links: { ...wire._links, base: baseOf(state) } }, objects: 1 };
  },
});

export const pageUpdateOperations: readonly AnyOperation[] = [update];
