import { z } from 'zod';
import type { StoredProperty } from '../../entities';
import { type AnyOperation, type Caller, defineOperation } from '../../operation';
import type { SiteState } from '../../state';
import { administersSpaceOf, canEditPage, requireComment, requirePage } from '../access';
import { propertyWire } from '../format';
import { pageOf, sortingBy } from '../paging';
import { idOf, pagingQuery } from '../query';
import { badRequest, conflict, forbidden, notFound, requireNextVersion } from '../refusals';

/** https://developer.atlassian.com/cloud/confluence/confluence-entity-properties/#limitations */
const MOST = { key: 255, value: 32_768 };

interface Asking {
  readonly state: SiteState;
  readonly caller: Caller;
}

/** What carries properties: a page or a footer comment. */
interface Owner {
  readonly properties: readonly StoredProperty[];
  readonly mayWrite: boolean;
  save(properties: readonly StoredProperty[]): void;
}

interface Kind {
  /** Atlassian's operation ids. */
  readonly ids: Readonly<Record<'list' | 'create' | 'get' | 'update' | 'remove', string>>;
  /** The path in front of `/properties`. */
  readonly path: string;
  readonly param: string;
  readonly read: string;
  readonly write: string;
  /** @throws SiteError 404 where the owner does not exist for this caller. */
  find(asking: Asking, id: string): Owner;
}

const Value = z.json().refine((value) => JSON.stringify(value).length <= MOST.value, {
  error: `a property's value is at most ${MOST.value} characters of JSON`,
});
const Key = z.string().min(1).max(MOST.key);
const Version = z.strictObject({ number: z.int(), message: z.string().optional() });

const SORT_KEYS = { key: (property: StoredProperty) => property.key };

function ownProperty(owner: Owner, id: string): StoredProperty {
  const property = owner.properties.find((each) => each.id === id);
  if (!property) throw notFound();
  return property;
}

function requireWrite(owner: Owner): void {
  if (!owner.mayWrite) throw forbidden('The user may not change the properties of this content');
}

function readOperations({ ids, path, param, read, find }: Kind): AnyOperation[] {
  const list = defineOperation({
    id: ids.list,
    product: 'confluence',
    method: 'GET',
    path: `${path}/properties`,
    scopes: [[read]],
    query: z.strictObject({
      ...pagingQuery,
      key: z.string().optional(),
      sort: z.enum(['key', '-key']).optional(),
    }),
    body: null,
    run(context) {
      const { query, params } = context;
      const { properties } = find(context, idOf(params, param));
      const found = properties.filter(({ key }) => query.key === undefined || key === query.key);
      return pageOf(context, found, sortingBy(SORT_KEYS, query.sort, 'key'), propertyWire);
    },
  });
  const get = defineOperation({
    id: ids.get,
    product: 'confluence',
    method: 'GET',
    path: `${path}/properties/{property-id}`,
    scopes: [[read]],
    query: z.strictObject({}),
    body: null,
    run(context) {
      const owner = find(context, idOf(context.params, param));
      const property = ownProperty(owner, idOf(context.params, 'property-id'));
      return { status: 200, body: propertyWire(property), objects: 1 };
    },
  });
  return [list, get];
}

function writeOperations({ ids, path, param, read, write, find }: Kind): AnyOperation[] {
  const create = defineOperation({
    id: ids.create,
    product: 'confluence',
    method: 'POST',
    path: `${path}/properties`,
    scopes: [[read, write]],
    query: z.strictObject({}),
    body: z.strictObject({ key: Key, value: Value }),
    run(context) {
      const { state, caller, params, body, now } = context;
      const owner = find(context, idOf(params, param));
      requireWrite(owner);
      if (owner.properties.some(({ key }) => key === body.key)) {
        throw conflict(`A property with the key ${body.key} already exists`);
      }
      const authorId = caller.user.accountId;
      const version = { number: 1, message: '', minorEdit: false, authorId, created: now };
      const property: StoredProperty = { id: state.nextId(), key: body.key, value: body.value, version };
      owner.save([...owner.properties, property]);
      return { status: 200, body: propertyWire(property), objects: 1 };
    },
  });
  const update = defineOperation({
    id: ids.update,
    product: 'confluence',
    method: 'PUT',
    path: `${path}/properties/{property-id}`,
    scopes: [[read, write]],
    query: z.strictObject({}),
    body: z.strictObject({ key: Key, value: Value, version: Version }),
    run(context) {
      const { caller, params, body, now } = context;
      const owner = find(context, idOf(params, param));
      requireWrite(owner);
      const before = ownProperty(owner, idOf(params, 'property-id'));
      if (body.key !== before.key) throw badRequest('The key of a property cannot be changed');
      requireNextVersion('a property', before.version.number, body.version.number);
      const version = {
        number: body.version.number,
        message: body.version.message ?? '',
        minorEdit: false,
        authorId: caller.user.accountId,
        created: now,
      };
      const property: StoredProperty = { ...before, value: body.value, version };
      owner.save(owner.properties.map((each) => (each.id === before.id ? property : each)));
      return { status: 200, body: propertyWire(property), objects: 1 };
    },
  });
  const remove = defineOperation({
    id: ids.remove,
    product: 'confluence',
    method: 'DELETE',
    path: `${path}/properties/{property-id}`,
    scopes: [[read, write]],
    query: z.strictObject({}),
    body: null,
    run(context) {
      const owner = find(context, idOf(context.params, param));
      requireWrite(owner);
      const { id } = ownProperty(owner, idOf(context.params, 'property-id'));
      owner.save(owner.properties.filter((each) => each.id !== id));
      return { status: 204 };
    },
  });
  return [create, update, remove];
}

const ofPages: Kind = {
  ids: {
    list: 'getPageContentProperties',
    create: 'createPageProperty',
    get: 'getPageContentPropertiesById',
    update: 'updatePagePropertyById',
    remove: 'deletePagePropertyById',
  },
  path: '/wiki/api/v2/pages/{page-id}',
  param: 'page-id',
  read: 'read:page:confluence',
  write: 'write:page:confluence',
  find(asking, id) {
    const page = requirePage(asking, id);
    return {
      properties: page.properties,
      mayWrite: canEditPage(asking.state, asking.caller.user, page),
      save: (properties) => void asking.state.pages.patch(page.id, { properties }),
    };
  },
};

const ofComments: Kind = {
  ids: {
    list: 'getCommentContentProperties',
    create: 'createCommentProperty',
    get: 'getCommentContentPropertiesById',
    update: 'updateCommentPropertyById',
    remove: 'deleteCommentPropertyById',
  },
  path: '/wiki/api/v2/comments/{comment-id}',
  param: 'comment-id',
  read: 'read:comment:confluence',
  write: 'write:comment:confluence',
  find(asking, id) {
    const { comment, page } = requireComment(asking, id);
    const { user } = asking.caller;
    return {
      properties: comment.properties,
      mayWrite: comment.authorId === user.accountId || administersSpaceOf(asking.state, user, page),
      save: (properties) => void asking.state.footerComments.patch(comment.id, { properties }),
    };
  },
};

/** Content properties of pages and of comments: the same five operations under two paths. */
export const propertyOperations: readonly AnyOperation[] = [ofPages, ofComments].flatMap((kind) => [
  ...readOperations(kind),
  ...writeOperations(kind),
]);
