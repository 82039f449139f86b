import { isAppError } from '../errors';
import type { Confluence } from '../ports/confluence';
import type { Pages, ReportTarget } from './save-settings';

/** Checks the place of a report in Confluence before it is needed. Each problem is one sentence for the admin. */
export function reportTargetOf(confluence: Pick<Confluence, 'findSpace' | 'readPage'>): ReportTarget {
  return {
    async check(spaceKey, parentPageId) {
      try {
        const space = await confluence.findSpace(spaceKey);
        if (!space)
          return `Docket sees no Confluence space "${spaceKey}". Check the key, and that Docket may see the space.`;
        if (parentPageId === null) return null;
        const parent = await confluence.readPage(parentPageId);
        if (parent?.status !== 'current')
          return `Docket sees no page ${parentPageId}. Give the number in the address of the parent page.`;
        return parent.spaceId === space.id
          ? null
          : `The page "${parent.title}" is not in the space "${spaceKey}".`;
      } catch (error) {
        if (isAppError(error, 'NO_CONFLUENCE')) return error.message;
        throw error;
      }
    },
  };
}

/** Single pages, for settings that name one. */
export function pagesOf(confluence: Pick<Confluence, 'readPage'>): Pages {
  return {
    async find(pageId) {
      try {
        const page = await confluence.readPage(pageId);
        return page?.status === 'current' ? { title: page.title } : undefined;
      } catch (error) {
        if (isAppError(error, 'NO_CONFLUENCE', 'FORBIDDEN', 'NOT_FOUND')) return undefined;
        throw error;
      }
    },
  };
}
