import { isAppError } from '../errors';
import type { Confluence } from '../ports/confluence';
import { say } from '../words';
import type { Pages, ReportTarget } from './save-settings';

/** Checks the place of a report in Confluence before it is needed. Each problem is one sentence for the admin. */
export function reportTargetOf(confluence: Pick<Confluence, 'findSpace' | 'readPage'>): ReportTarget {
  return {
    async check(spaceKey, parentPageId) {
      try {
        const space = await confluence.findSpace(spaceKey);
        if (!space) return say('policy.problem.noSpace', { space: spaceKey });
        if (parentPageId === null) return null;
        const parent = await confluence.readPage(parentPageId);
        if (parent?.status !== 'current') return say('policy.problem.noParent', { page: parentPageId });
        return parent.spaceId === space.id
          ? null
          : say('policy.problem.parentElsewhere', { page: parent.title, space: spaceKey });
      } catch (error) {
        if (isAppError(error, 'NO_CONFLUENCE')) return error.words;
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
