import type { Space } from '../entities';
import type { SiteState } from '../state';
import { badRequest } from './refusals';

/** https://developer.atlassian.com/cloud/confluence/rest/v1/api-group-content/#api-wiki-rest-api-content-post */
const MOST_CHARACTERS = 255;

const comparable = (title: string): string => title.trim().toLowerCase();

/**
 * The title as it will be kept. Published pages of a space have different titles, whatever their case; drafts and the
 * trash take none away.
 * @param exceptId the page that is being changed and may keep its own title.
 * @throws SiteError 400 where it is empty, too long, or taken, even by a page that the caller may not see.
 */
export function requireTitle(state: SiteState, space: Space, wanted: string, exceptId?: string): string {
  const title = wanted.trim();
  if (title === '') throw badRequest('A page must have a title');
  if (title.length > MOST_CHARACTERS) {
    throw badRequest(`The title is longer than ${MOST_CHARACTERS} characters`);
  }
  const taken = state.pages
    .where('space', space.id)
    .some(
      (page) =>
        page.id !== exceptId &&
        (page.status === 'current' || page.status === 'archived') &&
        comparable(page.title) === comparable(title),
    );
  if (taken) {
    throw badRequest(
      `A page with this title already exists: A page already exists with the title ${title} in the space with key ${space.key}`,
    );
  }
  return title;
}
