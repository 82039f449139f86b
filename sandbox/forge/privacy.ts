import { z } from 'zod';
import type { SiteState } from '../site/state';

/** Where `privacy.reportPersonalData` of `@forge/api` posts to. */
export const REPORT_ACCOUNTS = '/app/report-accounts';
const SCOPE = 'report:personal-data';

/** https://developer.atlassian.com/platform/forge/runtime-reference/privacy-api/ */
const Report = z.strictObject({
  accounts: z
    .array(z.strictObject({ accountId: z.string().min(1).max(128), updatedAt: z.iso.datetime() }))
    .min(1)
    .max(90),
});

/** Says which of these accounts are closed; the sandbox's people do not change their profiles. */
export function reportAccounts(state: SiteState, scopes: ReadonlySet<string>, text: string): Response {
  if (!scopes.has(SCOPE))
    return Response.json({ message: `The app lacks the scope ${SCOPE}` }, { status: 403 });
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    return Response.json({ message: 'The request body is not JSON' }, { status: 400 });
  }
  const report = Report.safeParse(body);
  if (!report.success) return Response.json({ message: z.prettifyError(report.error) }, { status: 400 });
  const closed = report.data.accounts.filter(({ accountId }) => state.closedAccounts.has(accountId));
  if (closed.length === 0) return new Response(null, { status: 204 });
  return Response.json({ accounts: closed.map(({ accountId }) => ({ accountId, status: 'closed' })) });
}
