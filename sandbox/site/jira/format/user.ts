import type { User } from '../../entities';
import { type View, present, selfOf } from '../wire';

/**
 * Mail addresses are private: an app sees none without a special scope, a person sees their own, a site admin all.
 * https://developer.atlassian.com/cloud/jira/platform/profile-visibility/
 */
const seesMail = ({ viewer, viaApp }: View, user: User): boolean =>
  !viaApp && viewer !== null && (viewer.siteAdmin || viewer.accountId === user.accountId);

const common = (view: View, user: User) => ({
  self: selfOf(view.state, `user?accountId=${encodeURIComponent(user.accountId)}`),
  accountId: user.accountId,
  accountType: user.accountType,
  emailAddress: seesMail(view, user) ? user.emailAddress : undefined,
  displayName: user.displayName,
  active: user.active,
  timeZone: user.timeZone,
});

/** `User` of Jira's document. The locale is told to its owner alone. */
export const formatUser = (view: View, user: User) =>
  present({
    ...common(view, user),
    locale: view.viewer?.accountId === user.accountId ? user.locale : undefined,
  });

/** `UserDetails`: how a person appears inside an issue or comment; `null` for nobody. */
export function formatPerson(view: View, accountId: string | null) {
  if (accountId === null) return null;
  const user = view.state.users.get(accountId);
  if (user) return present(common(view, user));
  // An account that was deleted still authors what it wrote; Jira keeps a placeholder.
  return {
    self: selfOf(view.state, `user?accountId=${encodeURIComponent(accountId)}`),
    accountId,
    accountType: 'atlassian',
    displayName: 'Former user',
    active: false,
  };
}
