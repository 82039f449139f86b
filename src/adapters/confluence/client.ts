import { route } from '@forge/api';
import { z } from 'zod';
import { AppError, isAppError } from '../../errors';
import type { Confluence, ConfluenceProperty } from '../../ports/confluence';
import { cursorOf, pages, type Http, type Requester, type RequestSpec } from '../http';
import { say } from '../../words';
import { docFrom, pageFrom, siteUrlFrom } from './map';
import { WirePage, WirePages, WirePageWithBody, WireProperties, WireProperty, WireSpaces } from './schema';

/**
 * Confluence's REST interface v2 as far as the status page needs it, by the scopes read:page, write:page, read:space.
 * https://developer.atlassian.com/cloud/confluence/rest/v2/
 */
export function createConfluence(http: Http, requestConfluence: Requester): Confluence {
  const send = <T>(spec: RequestSpec<T>) => http.send(requestConfluence, spec);

  /** Listing spaces is open to every account of a Confluence: a refusal means that there is none for us. */
  const spaces = async (query: URLSearchParams) => {
    try {
      return await send({
        operation: 'getSpaces',
        path: route`/wiki/api/v2/spaces?${query}`,
        schema: WireSpaces,
        extraPoints: ({ results }) => results.length,
      });
    } catch (cause) {
      if (!isAppError(cause, 'FORBIDDEN', 'NOT_FOUND')) throw cause;
      throw new AppError('NO_CONFLUENCE', say('problem.connectConfluence'), { cause });
    }
  };

  return {
    async isThere() {
      return (await orUndefined(spaces(new URLSearchParams({ limit: '1' })), 'NO_CONFLUENCE')) !== undefined;
    },

    async findSpace(key) {
      const { results, _links } = await spaces(new URLSearchParams({ keys: key, limit: '1' }));
      // People type keys as they like; Confluence itself does not tell upper from lower case.
      const space = results.find((candidate) => candidate.key.toLowerCase() === key.toLowerCase());
      if (!space) return undefined;
      const { id, homepageId } = space;
      return { id, key: space.key, homepageId: homepageId ?? null, siteUrl: siteUrlFrom(_links?.base) };
    },

    async readPage(id) {
      const path = route`/wiki/api/v2/pages/${id}`;
      const sent = send({ operation: 'getPageById', path, schema: WirePage, extraPoints: () => 1 });
      const page = await orUndefined(sent, 'NOT_FOUND');
      return page && pageFrom(page);
    },

    async readDocument(id) {
      const operation = 'getPageById';
      const path = route`/wiki/api/v2/pages/${id}?body-format=atlas_doc_format`;
      const sent = send({ operation, path, schema: WirePageWithBody, extraPoints: () => 1 });
      const page = await orUndefined(sent, 'NOT_FOUND');
      if (page?.status !== 'current') return undefined;
      return { page: pageFrom(page), doc: docFrom(operation, page.body?.atlas_doc_format?.value) };
    },

    async readRemains(id) {
      const operation = 'getPageById';
      const query = new URLSearchParams({ 'body-format': 'atlas_doc_format' });
      for (const status of ['current', 'archived', 'trashed']) query.append('status', status);
      const path = route`/wiki/api/v2/pages/${id}?${query}`;
      const sent = send({ operation, path, schema: WirePageWithBody, extraPoints: () => 1 });
      const page = await orUndefined(sent, 'NOT_FOUND');
      return page && docFrom(operation, page.body?.atlas_doc_format?.value);
    },

    async findByTitle(spaceId, title) {
      const operation = 'getPages';
      const found = pages(operation, async (cursor) => {
        const query = new URLSearchParams({ 'space-id': spaceId, title, limit: '25' });
        for (const status of ['current', 'archived']) query.append('status', status);
        if (cursor !== undefined) query.set('cursor', cursor);
        const path = route`/wiki/api/v2/pages?${query}`;
        const schema = WirePages;
        const page = await send({ operation, path, schema, extraPoints: ({ results }) => results.length });
        return { items: page.results, next: cursorOf(operation, page._links?.next) };
      });
      const all = [];
      for await (const page of found) all.push(pageFrom(page));
      return all;
    },

    async createPage({ spaceId, parentId, title, doc }) {
      const body = { spaceId, status: 'current', title, parentId, body: bodyOf(doc) };
      const path = route`/wiki/api/v2/pages`;
      return pageFrom(await send({ operation: 'createPage', path, method: 'POST', body, schema: WirePage }));
    },

    async updatePage({ base, doc, message }) {
      const { id, title } = base;
      const version = { number: base.version + 1, message };
      const body = { id, status: 'current', title, body: bodyOf(doc), version };
      const path = route`/wiki/api/v2/pages/${id}`;
      const sent = send({ operation: 'updatePage', path, method: 'PUT', body, schema: WirePage });
      return pageFrom(await asConflict(sent));
    },

    async readProperty(pageId, key) {
      const path = route`/wiki/api/v2/pages/${pageId}/properties?key=${key}`;
      const { results } = await send({
        operation: 'getPageContentProperties',
        path,
        schema: WireProperties,
        extraPoints: (found) => found.results.length,
      });
      const property = results.find((candidate) => candidate.key === key);
      return property && { id: property.id, value: property.value, version: property.version.number };
    },

    async writeProperty(pageId, key, value, base) {
      await asConflict(base ? updateProperty(pageId, key, value, base) : createProperty(pageId, key, value));
    },
  };

  function createProperty(pageId: string, key: string, value: unknown) {
    const path = route`/wiki/api/v2/pages/${pageId}/properties`;
    const body = { key, value };
    return send({ operation: 'createPageProperty', path, method: 'POST', body, schema: WireProperty });
  }

  function updateProperty(pageId: string, key: string, value: unknown, base: ConfluenceProperty) {
    const path = route`/wiki/api/v2/pages/${pageId}/properties/${base.id}`;
    const body = { key, value, version: { number: base.version + 1 } };
    return send({ operation: 'updatePagePropertyById', path, method: 'PUT', body, schema: z.unknown() });
  }
}

const bodyOf = (doc: unknown) => ({ representation: 'atlas_doc_format', value: JSON.stringify(doc) });

async function orUndefined<T>(sent: Promise<T>, code: 'NOT_FOUND' | 'NO_CONFLUENCE'): Promise<T | undefined> {
  try {
    return await sent;
  } catch (error) {
    if (isAppError(error, code)) return undefined;
    throw error;
  }
}

/**
 * A lost race by either of its names: v1 documents a 409 for a wrong version number, v2 documents none at all and may
 * answer 400 with words about the version; a property that was created meanwhile is a 409 or a 400 likewise.
 */
async function asConflict<T>(sent: Promise<T>): Promise<T> {
  try {
    return await sent;
  } catch (error) {
    if (isAppError(error, 'BAD_INPUT') && /version|already exists/i.test(error.message)) {
      throw new AppError('CONFLICT', error.words, { cause: error });
    }
    throw error;
  }
}
