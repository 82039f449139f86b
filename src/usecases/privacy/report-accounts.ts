import { accountIdsIn } from '../../domain/privacy';
import type { Directory } from '../../ports/directory';
import type { AccountReports } from '../../ports/personal-data';
import { say, type Words } from '../../words';
import { type EraseDeps, startErasure } from './erase';
import { placeAfter, type Place } from './look';

export interface ReportAccountsDeps extends EraseDeps {
  readonly directory: Pick<Directory, 'read'>;
  readonly accountReports: AccountReports;
}

/**
 * Tells Atlassian of whom Docket keeps something, as every app has to at least once a week, and begins to erase whose
 * account was closed. Names are read again every week, so that changed ones need nothing.
 * https://developer.atlassian.com/cloud/jira/platform/user-privacy-developer-guide/
 */
export async function reportAccounts(deps: ReportAccountsDeps): Promise<Words> {
  const known = await deps.directory.read();
  const ids = new Set(Object.keys(known));
  const { stores } = deps.personalData;
  let place: Place | null = { store: 0, after: null };
  while (place !== null) {
    const { rows, next } = await deps.personalData.page(stores[place.store] ?? '', place.after);
    for (const { key, value } of rows) for (const id of accountIdsIn([key, value])) ids.add(id);
    place = placeAfter(place, next, stores.length);
  }
  const now = deps.clock.now().toISOString();
  const closed = await deps.accountReports.report(
    [...ids].map((accountId) => ({ accountId, updatedAt: known[accountId]?.readAt ?? now })),
  );
  for (const accountId of closed) await startErasure(deps, accountId, null);
  // One whose message was lost goes on.
  for (const { state, accountId } of await deps.erasures.all())
    if (state === 'running' && accountId !== null) await startErasure(deps, accountId, null);
  return say('admin.accountsReported', { count: ids.size, closed: closed.length });
}
