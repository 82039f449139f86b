import type { FooterComment, Page, Space, User } from '../entities';
import type { Caller } from '../operation';
import type { SiteState } from '../state';
import { notFound } from './refusals';

type SpaceRight = 'view' | 'edit' | 'admin';
const RANK: Readonly<Record<SpaceRight, number>> = { view: 1, edit: 2, admin: 3 };

interface Asking {
  readonly state: SiteState;
  readonly caller: Caller;
}

function rankIn(space: Space, user: User): number {
  if (!user.active) return 0;
  // The installed app is given every space's pages until an admin takes it out of the space.
  if (user.accountType === 'app') return space.appAccess ? RANK.edit : 0;
  const member = space.members[user.accountId];
  return Math.max(space.everyone ? RANK[space.everyone] : 0, member ? RANK[member] : 0);
}

/** True where `user` has `right` in the space, or more. */
export const hasRight = (space: Space, user: User, right: SpaceRight): boolean =>
  rankIn(space, user) >= RANK[right];

/** The page's ancestors, highest first. */
export function ancestorsOf(state: SiteState, page: Page): Page[] {
  const line: Page[] = [];
  const seen = new Set([page.id]);
  for (let id = page.parentId; id !== null && !seen.has(id);) {
    const parent = state.pages.get(id);
    if (!parent) break;
    seen.add(id);
    line.unshift(parent);
    id = parent.parentId;
  }
  return line;
}

/**
 * May see the space, and is named wherever the page or an ancestor is restricted. Being an admin or an app makes no
 * difference to restrictions: https://jira.atlassian.com/browse/ECO-822
 */
export function canViewPage(state: SiteState, user: User, page: Page): boolean {
  const space = state.spaces.get(page.spaceId);
  if (!space || !hasRight(space, user, 'view')) return false;
  // A draft is its author's own until it is published.
  if (page.status === 'draft' && page.authorId !== user.accountId) return false;
  return [page, ...ancestorsOf(state, page)].every(
    ({ readers }) => readers === null || readers.includes(user.accountId),
  );
}

export function canEditPage(state: SiteState, user: User, page: Page): boolean {
  const space = state.spaces.get(page.spaceId);
  return space !== undefined && hasRight(space, user, 'edit') && canViewPage(state, user, page);
}

export function administersSpaceOf(state: SiteState, user: User, page: Page): boolean {
  const space = state.spaces.get(page.spaceId);
  return space !== undefined && hasRight(space, user, 'admin');
}

/** @throws SiteError 404 where the space does not exist for this caller. */
export function requireSpace({ state, caller }: Asking, id: string): Space {
  const space = state.spaces.get(id);
  if (!space || !hasRight(space, caller.user, 'view')) throw notFound();
  return space;
}

/**
 * @param statuses what the operation finds; published pages by default, so that one in the trash is not found.
 * @throws SiteError 404 where the page does not exist for this caller.
 */
export function requirePage(
  { state, caller }: Asking,
  id: string,
  statuses: readonly Page['status'][] = ['current', 'archived'],
): Page {
  const page = state.pages.get(id);
  if (!page || !statuses.includes(page.status) || !canViewPage(state, caller.user, page)) throw notFound();
  return page;
}

/** @throws SiteError 404 where the comment, or the page that it stands under, does not exist for this caller. */
export function requireComment(asking: Asking, id: string): { comment: FooterComment; page: Page } {
  const comment = asking.state.footerComments.get(id);
  if (!comment) throw notFound();
  return { comment, page: requirePage(asking, comment.pageId) };
}
