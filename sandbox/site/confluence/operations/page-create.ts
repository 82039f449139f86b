import { z } from 'zod';
import type { Space } from '../../entities';
import { type AnyOperation, boolParam, defineOperation } from '../../operation';
import type { SiteState } from '../../state';
import { hasRight, requirePage, requireSpace } from '../access';
import { BodyWrite, EMPTY_DOC, readBody } from '../body';
import { baseOf, pageWire } from '../format';
import { addPage } from '../pages';
import { unmodelledFlag } from '../query';
import { badRequest, notFound } from '../refusals';
import { requireTitle } from '../titles';

const Body = z.strictObject({
  spaceId: z.string(),
  status: z.enum(['current', 'draft']).default('current'),
  title: z.string().default(''),
  parentId: z.string().optional(),
  body: BodyWrite.optional(),
});

/** Under the space's homepage, unless the request says where or that it stands beside it. */
function parentFor(state: SiteState, space: Space, rootLevel: boolean, wanted: string | undefined) {
  if (rootLevel && wanted !== undefined) {
    throw badRequest('A parentId may not be given where root-level is true');
  }
  if (rootLevel) return null;
  if (wanted !== undefined) return wanted;
  const home = space.homepageId === null ? undefined : state.pages.get(space.homepageId);
  return home?.status === 'current' ? home.id : null;
}

const create = defineOperation({
  id: 'createPage',
  product: 'confluence',
  method: 'POST',
  path: '/wiki/api/v2/pages',
  scopes: [['write:page:confluence']],
  query: z.strictObject({
    embedded: unmodelledFlag,
    private: boolParam.default(false),
    'root-level': boolParam.default(false),
  }),
  body: Body,
  run(context) {
    const { state, caller, query, body } = context;
    const space = requireSpace(context, body.spaceId);
    // Seeing a space without being allowed to write in it is a 404 here, by Atlassian's document.
    if (!hasRight(space, caller.user, 'edit')) throw notFound();
    const parentId = parentFor(state, space, query['root-level'], body.parentId);
    if (parentId !== null) {
      const parent = requirePage(context, parentId);
      if (parent.spaceId !== space.id) throw badRequest('The parent page is in another space');
    }
    const title =
      body.status === 'draft' && body.title.trim() === '' ? '' : requireTitle(state, space, body.title);
    const page = addPage(state, {
      spaceId: space.id,
      parentId,
      title,
      status: body.status,
      body: body.body ? readBody(body.body) : EMPTY_DOC,
      authorId: caller.user.accountId,
      readers: query.private ? [caller.user.accountId] : null,
    });
    const wire = pageWire(state, page, 'atlas_doc_format');
    return { status: 200, body: { ...wire, _links: { ...wire._links, base: baseOf(state) } }, objects: 1 };
  },
});

export const pageCreateOperations: readonly AnyOperation[] = [create];
